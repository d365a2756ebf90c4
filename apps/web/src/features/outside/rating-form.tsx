import { Button, Input } from 'antd';
import { useState } from 'react';
import { asProblem } from '../../shared/api/problem';
import { giveRating } from '../../shared/api/outside-queries';
import type { RatingSaid } from '../../shared/api/types';
import { type Mark, MarkField } from './mark-field';

type Typed = Required<Omit<RatingSaid, 'handling' | 'result'>> & {
  readonly handling: Mark | null;
  readonly result: Mark | null;
};

const nothing: Typed = { handling: null, result: null, handlingReason: '', resultReason: '', remark: '' };
const keyOf = (token: string): string => `fuhan:rating:${token}`;

/** What was typed on this page before a reload; a browser that keeps nothing begins anew. */
function typedBefore(token: string): Typed {
  try {
    return { ...nothing, ...(JSON.parse(sessionStorage.getItem(keyOf(token)) ?? '{}') as Partial<Typed>) };
  } catch {
    return nothing;
  }
}

function keep(token: string, typed: Typed | null): void {
  try {
    if (typed) sessionStorage.setItem(keyOf(token), JSON.stringify(typed));
    else sessionStorage.removeItem(keyOf(token));
  } catch {
    // Full or closed to us: the page still has it.
  }
}

/** 不满意 is told with its reason. */
const reasonFor = (legend: string, mark: Mark | null): string | null =>
  mark === 'dissatisfied' ? `${legend}不满意的理由` : null;

/** Two marks, reasons where one of them is 不满意, and a remark: sent once. */
export function RatingForm({ token, done }: { token: string; done: () => Promise<unknown> }) {
  const [typed, setTyped] = useState(() => typedBefore(token));
  const [trouble, setTrouble] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const set = (change: Partial<Typed>): void => {
    const next = { ...typed, ...change };
    setTyped(next);
    keep(token, next);
  };
  const send = (): void => {
    const { handling, result, ...words } = typed;
    if (handling === null || result === null) return setTrouble('请对“办理”和“结果”各选一项。');
    setSending(true);
    giveRating(token, { handling, result, ...words })
      .then(() => {
        keep(token, null);
        return done();
      })
      .catch((error: unknown) => setTrouble(asProblem(error).detail))
      .finally(() => setSending(false));
  };
  return (
    <section aria-label="测评">
      <MarkField
        legend="对办理态度和过程"
        mark={typed.handling}
        words={typed.handlingReason}
        label={reasonFor('对办理态度和过程', typed.handling)}
        onMark={(handling) => set({ handling })}
        onWords={(handlingReason) => set({ handlingReason })}
      />
      <MarkField
        legend="对办理结果"
        mark={typed.result}
        words={typed.resultReason}
        label={reasonFor('对办理结果', typed.result)}
        onMark={(result) => set({ result })}
        onWords={(resultReason) => set({ resultReason })}
      />
      <Input.TextArea
        aria-label="其他意见（可不填）"
        placeholder="其他意见（可不填）"
        value={typed.remark}
        maxLength={5000}
        rows={3}
        onChange={(event) => set({ remark: event.target.value })}
      />
      <p className="row-buttons">
        <Button size="large" type="primary" loading={sending} onClick={send}>
          提交测评
        </Button>
        <span className="quiet">只能提交一次</span>
      </p>
      {trouble && <p role="alert">{trouble}</p>}
    </section>
  );
}
