import { FuhanError, newId } from '@fuhan/kernel';
import { In } from 'typeorm';
import { Suggestion } from '../case/entities';
import { record } from '../case/transition';
import type { UseCase } from '../case/use-case';

interface Wanted {
  readonly id: string | null;
  readonly title: string;
  readonly body: string;
}

/** What became of the list, as a clerk would say it. */
function changeWords(there: readonly Suggestion[], wanted: readonly Wanted[]): string {
  const kept = wanted.flatMap(({ id }) => id ?? []);
  const reworded = there.filter(({ id, title, body }) =>
    wanted.some((each) => each.id === id && (each.title !== title || each.body !== body)),
  ).length;
  const order = there.flatMap(({ id }) => (kept.includes(id) ? [id] : []));
  const parts = [
    [wanted.length - kept.length, '新分出', '条'],
    [there.length - kept.length, '并入或删去', '条'],
    [reworded, '改写', '条'],
  ] as const;
  const told = parts.flatMap(([count, verb, unit]) => (count > 0 ? [`${verb} ${count} ${unit}`] : []));
  if (order.some((id, i) => id !== kept[i])) told.push('调整了顺序');
  const what = told.length > 0 ? `：${told.join('，')}` : '';
  return `调整建议分条${what}。原 ${there.length} 条，现 ${wanted.length} 条。`;
}

/** 调整建议分条: what the program split out of the text is put right before it is handed over. */
export const editSuggestions: UseCase<'proposal.editSuggestions'> = async (ctx, { suggestions: wanted }) => {
  const { em, proposalId } = ctx;
  const there = await em.find(Suggestion, { where: { proposalId }, order: { ordinal: 'ASC' } });
  const kept = wanted.flatMap(({ id }) => id ?? []);
  if (new Set(kept).size < kept.length || kept.some((id) => !there.some((each) => each.id === id)))
    throw new FuhanError('guard.failed', {
      detail: '有一条建议不在这件提案里，可能已被同事并入或删去。请刷新后再改。',
    });
  const gone = there.flatMap(({ id }) => (kept.includes(id) ? [] : [id]));
  if (gone.length > 0) await em.delete(Suggestion, { id: In(gone) });
  // No two have one number at any time: all step aside first.
  await em.query('UPDATE suggestion SET ordinal = -ordinal WHERE proposal_id = $1', [proposalId]);
  for (const [i, { id, title, body }] of wanted.entries()) {
    const row = { ordinal: i + 1, title, body };
    if (id === null) await em.insert(Suggestion, { id: newId(), proposalId, ...row });
    else await em.update(Suggestion, { id }, row);
  }
  await record(ctx, 'proposal.editSuggestions', proposalId, changeWords(there, wanted));
  return { id: proposalId };
};
