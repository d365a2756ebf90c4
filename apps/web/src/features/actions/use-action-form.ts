import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { postCommand } from '../../shared/api/client';
import { asProblem, type FieldError, type Problem } from '../../shared/api/problem';
import type { NextAction } from '../../shared/api/types';
import { forgetTyped, keepTyped, type Typed, typedFor } from './draft-store';
import { type Field, fieldsOf } from './schema';
import { bodyOf, initialValues, missing, type Values } from './values';

export interface CommandResult {
  readonly id: string;
  readonly proposalId: string | null;
  readonly documentNumber?: string;
}

/** Fills in what follows from a choice: a section's text once the section is chosen. */
export type Follow = (name: string, value: unknown) => Values;

interface Options {
  readonly action: NextAction;
  /** What the page fills in beyond the server's defaults. */
  readonly given?: Values;
  readonly follow?: Follow;
  readonly onDone: (result: CommandResult) => void | Promise<void>;
  readonly onSignedOut: () => void;
}

const hiddenOf = (fields: readonly Field[], values: Values): Values =>
  Object.fromEntries(
    fields.filter((field) => field.kind === 'hidden').map(({ name }) => [name, values[name]]),
  );

/** What was typed, kept beside the page as well as in it. */
function useTyped(key: string) {
  const [typed, setTyped] = useState<Typed | null>(() => typedFor(key));
  const [restored, setRestored] = useState(typed !== null);
  return {
    typed,
    restored,
    keep(next: Typed): void {
      setTyped(next);
      keepTyped(key, next);
    },
    forget(): void {
      forgetTyped(key);
      setTyped(null);
      setRestored(false);
    },
  };
}

/** Runs one thing at a time: a second call while the first one runs is none. */
function useOnce(onProblem: (problem: Problem) => void) {
  const [running, setRunning] = useState(false);
  const busy = useRef(false);
  const run = async (work: () => Promise<boolean>): Promise<boolean> => {
    if (busy.current) return false;
    busy.current = true;
    setRunning(true);
    try {
      return await work();
    } catch (error) {
      onProblem(asProblem(error));
      return false;
    } finally {
      busy.current = false;
      setRunning(false);
    }
  };
  return { running, run };
}

/** What the form is filled with before anybody types. */
function useOffered({ action, given }: Options) {
  const fields = useMemo(() => fieldsOf(action.schema), [action.schema]);
  const offered = useMemo(
    () => initialValues(fields, { ...action.defaults, ...given }),
    [fields, action.defaults, given],
  );
  const base = useMemo(() => JSON.stringify(offered), [offered]);
  return { fields, offered, base };
}

/** One form's whole life: filled in, typed into, kept, sent once, corrected. */
export function useActionForm(options: Options) {
  const { action, given, follow, onDone, onSignedOut } = options;
  const queryClient = useQueryClient();
  const { fields, offered, base } = useOffered(options);
  const { typed, restored, keep, forget } = useTyped(`${action.href} ${JSON.stringify(given ?? {})}`);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const values = typed?.values ?? offered;
  const fail = (errors: readonly FieldError[], problem: Problem | null): void => {
    setErrors(errors);
    setProblem(problem);
  };
  const once = useOnce((found) => {
    if (found.status === 401) onSignedOut();
    fail(found.errors, found);
  });
  const send = async (): Promise<boolean> => {
    const gaps = missing(fields, values);
    fail(gaps, null);
    if (gaps.length > 0) return false;
    const result = (await postCommand(action.href, bodyOf(fields, values))) as unknown as CommandResult;
    await queryClient.invalidateQueries();
    forget();
    await onDone(result);
    return true;
  };
  const clear = (): void => {
    forget();
    fail([], null);
  };
  const set = (name: string, value: unknown): void => {
    const followed = follow?.(name, value) ?? {};
    keep({ base: typed?.base ?? base, values: { ...values, [name]: value, ...followed } });
    setErrors(errors.filter((error) => error.path !== name && !error.path.startsWith(`${name}.`)));
  };
  /** Keeps the words and sends them on top of what is there now. */
  const rebase = (): void => {
    keep({ base, values: { ...values, ...hiddenOf(fields, offered) } });
    setProblem(null);
  };
  const refresh = async (): Promise<void> => {
    await queryClient.invalidateQueries();
    setProblem(null);
  };
  /** Somebody else changed what this form began with while one typed. */
  const overtaken = typed !== null && typed.base !== base && !once.running;
  return {
    fields,
    values,
    errors,
    problem,
    restored,
    overtaken,
    sending: once.running,
    set,
    clear,
    rebase,
    refresh,
    /** True when it was done. */
    submit: (): Promise<boolean> => once.run(send),
  };
}
