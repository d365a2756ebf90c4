import type { ReactNode } from 'react';
import { fieldId, useForm } from './form-context';
import type { Field } from './schema';
import { errorAt } from './values';

export interface FieldProps<F extends Field = Field> {
  readonly field: F;
  /** Where the value stands in the whole: `items.0.body`. */
  readonly path: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** What a control needs to be found by its label, its hint and its message. */
export function useControl(field: Field, path: string) {
  const { prefix, errors, disabled } = useForm();
  const id = fieldId(prefix, path);
  const error = errorAt(errors, path);
  const describedBy = [field.description ? `${id}-hint` : '', error ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ');
  return {
    id,
    error,
    disabled,
    aria: {
      'aria-required': field.required || undefined,
      'aria-invalid': error ? true : undefined,
      'aria-describedby': describedBy || undefined,
    } as const,
  };
}

const Need = ({ field }: { field: Field }) =>
  field.required ? (
    <span className="need">必填</span>
  ) : field.nullable ? (
    <span className="may">可不填</span>
  ) : null;

/** Label, hint and message around one control; `group` where the control is several. */
export function FieldFrame({
  field,
  path,
  group = false,
  children,
}: {
  field: Field;
  path: string;
  group?: boolean;
  children: ReactNode;
}) {
  const { id, error } = useControl(field, path);
  const more = (
    <>
      {field.description && (
        <p className="hint" id={`${id}-hint`}>
          {field.description}
        </p>
      )}
      {children}
      {error && (
        <p className="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </>
  );
  if (group)
    return (
      <fieldset className="field" id={id} tabIndex={-1}>
        <legend>
          {field.title} <Need field={field} />
        </legend>
        {more}
      </fieldset>
    );
  return (
    <div className="field">
      <label htmlFor={id}>
        {field.title} <Need field={field} />
      </label>
      {more}
    </div>
  );
}
