import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import type { Undo } from '../../shared/ui/use-undo';
import { newSendingKey, postCommand } from '../../shared/api/client';
import { asProblem, type FieldError, type Problem } from '../../shared/api/problem';
import type { NextAction } from '../../shared/api/types';
import { forgetTyped, keepTyped, type Typed, typedFor } from './draft-store';
import { type Field, fieldsOf } from './schema';
import { bodyOf, initialValues, missing, placedIn, type Values } from './values';

export interface CommandResult {
  readonly id: string;
  readonly proposalId: string | null;
  readonly documentNumber?: string;
  /** What takes it back, as long as nothing has left the house. */
  readonly undo?: Undo | null;
}

/** Fills in what follows from a choice: a section's text once the section is chosen. */
export type Follow = (name: string, value: unknown) => Values;

interface Options {
  readonly action: NextAction;
  readonly name: string;
  /** What the page fills in beyond the server's defaults. */
  readonly given?: Values;
  readonly follow?: Follow;
  /** The version of the case on the screen: a change of somebody else in between is said, not overwritten. */
  readonly seen?: number;
  /** What is done with the filled-in form instead of sending it to its own address: the same words for several cases. */
  readonly take?: (body: unknown) => void;
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

/** The same words sent again (a double click, an answer lost on the way) are the same sending, until it is done. */
function useSendingKey() {
  const sending = useRef({ words: '', key: '' });
  return {
    of(body: unknown): string {
      const words = JSON.stringify(body);
      if (sending.current.words !== words) sending.current = { words, key: newSendingKey() };
      return sending.current.key;
    },
    done(): void {
      sending.current = { words: '', key: '' };
    },
  };
}

/** What stood in the way: a message for the whole, and one for each place. */
function useFailure() {
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  return {
    errors,
    problem,
    fail(at: readonly FieldError[], whole: Problem | null): void {
      setErrors(at);
      setProblem(whole);
    },
    /** A field that is being written again takes its message away. */
    corrected(name: string): void {
      setErrors(errors.filter((error) => error.path !== name && !error.path.startsWith(`${name}.`)));
    },
  };
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

/** A failure is told in the form; whose session is over is led to sign in. */
const toldOf =
  (onSignedOut: () => void, fail: ReturnType<typeof useFailure>['fail']) =>
  (found: Problem): void => {
    if (found.status === 401) onSignedOut();
    fail(found.errors, found);
  };

/** Hands over what was filled in to whoever wanted it instead of the server. */
function taken({ take }: Options, body: unknown): true {
  take?.(body);
  return true;
}

/** One form's whole life: filled in, typed into, kept, sent once, corrected. */
export function useActionForm(options: Options) {
  const { action, follow, onDone, onSignedOut } = options;
  const queryClient = useQueryClient();
  const { fields, offered, base } = useOffered(options);
  const { typed, restored, keep, forget } = useTyped(
    `${options.name} ${JSON.stringify(options.given ?? {})}`,
  );
  const { errors, problem, fail, corrected } = useFailure();
  const values = typed?.values ?? offered;
  const sendingKey = useSendingKey();
  const once = useOnce(toldOf(onSignedOut, (at, whole) => fail(placedIn(fields, values, at), whole)));
  const send = async (): Promise<boolean> => {
    const gaps = missing(fields, values);
    fail(gaps, null);
    if (gaps.length > 0) return false;
    const body = bodyOf(fields, values);
    const result = options.take
      ? null
      : await postCommand(action.href, body, sendingKey.of(body), options.seen);
    sendingKey.done();
    forget();
    if (result === null) return taken(options, body);
    await queryClient.invalidateQueries();
    await onDone(result as unknown as CommandResult);
    return true;
  };
  const set = (name: string, value: unknown): void => {
    const followed = follow?.(name, value) ?? {};
    keep({ base: typed?.base ?? base, values: { ...values, [name]: value, ...followed } });
    corrected(name);
  };
  const refresh = (): Promise<void> => queryClient.invalidateQueries().then(() => fail([], null));
  return {
    fields,
    values,
    errors,
    problem,
    restored,
    /** Somebody else changed what this form began with while one typed. */
    overtaken: typed !== null && typed.base !== base && !once.running,
    sending: once.running,
    set,
    clear: (): void => {
      forget();
      fail([], null);
    },
    /** Keeps the words and sends them on top of what is there now. */
    rebase: () => keep({ base, values: { ...values, ...hiddenOf(fields, offered) } }),
    refresh,
    /** True when it was done. */
    submit: (): Promise<boolean> => once.run(send),
  };
}
