import { createContext, useContext } from 'react';
import type { FieldError } from '../../shared/api/problem';
import type { Choice } from './schema';

export interface FormContext {
  /** Stands before every id, so that two forms on one page do not share any. */
  readonly prefix: string;
  readonly errors: readonly FieldError[];
  readonly choices: Readonly<Record<string, readonly Choice[]>>;
  readonly disabled: boolean;
}

const context = createContext<FormContext>({ prefix: '', errors: [], choices: {}, disabled: false });

export const FormProvider = context.Provider;
export const useForm = (): FormContext => useContext(context);
export const fieldId = (prefix: string, path: string): string => `${prefix}${path}`;
