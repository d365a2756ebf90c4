import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { caseQuery } from '../../shared/api/queries';
import { asProblem } from '../../shared/api/problem';
import type { NextAction, TodoItem } from '../../shared/api/types';
import type { useBatch } from '../../shared/batch';
import { useLetters } from '../../shared/keys';
import { type Undo, useUndo } from '../../shared/ui/use-undo';
import { saveAs } from '../../shared/save-as';
import { ActionDrawer } from '../actions/action-drawer';
import { fieldsOf } from '../actions/schema';
import { USUAL } from '../supervise/chases';
import { type BatchAction, batchActions, batchLetters, jobsOf } from './batch';

/** A form that was filled in once is for all chosen. */
interface Asked {
  readonly action: NextAction;
  readonly batch: BatchAction;
}

/** The form of the first is for all: words that were meant for one unit are no longer in it. */
const forAll = (action: NextAction, { command, steps }: BatchAction): NextAction => ({
  ...action,
  targetLabel: countOf({ command, steps }),
  defaults: command === 'assignment.chase' && steps.length > 1 ? { text: USUAL } : action.defaults,
});

const countOf = ({ command, steps }: Pick<BatchAction, 'command' | 'steps'>): string =>
  `${steps.length} ${command === 'assignment.chase' ? '家' : '件'}`;

/** What the chosen rows can be done with: at once, or by a form that is filled in once for all. */
function useBatchActions(chosen: readonly TodoItem[], run: (batch: BatchAction, body: unknown) => void) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [asked, setAsked] = useState<Asked | null>(null);
  const actions = batchActions(chosen);
  const tell = (error: unknown): void => void message.error(asProblem(error).detail);

  const begin = async (batch: BatchAction): Promise<void> => {
    const [first] = batch.steps;
    if (!first) return;
    const file = await client.fetchQuery(caseQuery(first.item.proposalId));
    const action = file.nextActions.find(
      ({ command, targetId }) => command === batch.command && targetId === first.targetId,
    );
    const fields = action ? fieldsOf(action.schema).filter(({ kind }) => kind !== 'hidden') : [];
    if (action && fields.length > 0) setAsked({ action: forAll(action, batch), batch });
    else run(batch, {});
  };
  const take = (body: unknown): void => {
    if (asked) run(asked.batch, body);
    setAsked(null);
  };
  const ids = chosen.map(({ proposalId }) => proposalId).join(',');
  return {
    actions,
    begin: (batch: BatchAction): void => void begin(batch).catch(tell),
    save: (): void => void saveAs(`/api/ledger.xlsx?ids=${ids}`, '提案台账.xlsx').catch(tell),
    form: asked && (
      <ActionDrawer
        action={asked.action}
        words={`${asked.action.label} ${countOf(asked.batch)}`}
        take={take}
        onClose={() => setAsked(null)}
        onDone={() => setAsked(null)}
      />
    ),
  };
}

interface Props {
  readonly chosen: readonly TodoItem[];
  readonly batch: ReturnType<typeof useBatch>;
  readonly onClear: () => void;
}

/** Above the list while rows are chosen: what can be done with them, by button or by letter. */
export function BatchPart({ chosen, batch, onClear }: Props) {
  const undo = useUndo();
  const { actions, begin, save, form } = useBatchActions(chosen, (asked, body) => {
    onClear();
    const undos: Undo[] = [];
    void batch.run(jobsOf(asked, body, (undo) => undos.push(undo))).then(() => {
      if (undos.length > 0) undo(`已${asked.label} ${undos.length} 件`, undos);
    });
  });
  const onLetter = (letter: string) => {
    const action = actions.find(({ command }) => command === batchLetters[letter]);
    return action && !batch.busy ? () => begin(action) : undefined;
  };
  useLetters({ a: onLetter('a'), c: onLetter('c'), r: onLetter('r'), e: save, u: onClear });
  return (
    <div className="batch-bar" role="group" aria-label="成批办理">
      <b role="status">已选 {chosen.length} 件</b>
      {actions.map((action) => (
        <button
          key={action.command}
          type="button"
          className="as-button"
          disabled={batch.busy}
          onClick={() => begin(action)}
        >
          {action.label} {countOf(action)}
        </button>
      ))}
      <button type="button" className="as-button" disabled={batch.busy} onClick={save}>
        导出
      </button>
      <button type="button" className="as-button" disabled={batch.busy} onClick={onClear}>
        取消选择
      </button>
      {actions.length === 0 && <span className="quiet">这几件没有可以成批办的，可以导出。</span>}
      {form}
    </div>
  );
}
