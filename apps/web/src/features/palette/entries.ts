import type { NextAction, ProposalsAnswer } from '../../shared/api/types';
import { stepPage } from '../case/step-page';

/** One line of the palette and where it leads. */
export interface Entry {
  readonly key: string;
  readonly kind: '办理' | '页面' | '提案';
  readonly words: string;
  readonly more: string;
  readonly target: { readonly to: string; readonly params?: object; readonly search?: object };
}

export interface Place {
  readonly to: string;
  readonly words: string;
}

const has = (text: string, asked: string): boolean => text.toLowerCase().includes(asked.toLowerCase());

/** What can be done in the open case and the pages, as far as the words fit. */
export function entriesOf(
  asked: string,
  places: readonly Place[],
  actions: readonly NextAction[],
  proposalId: string | undefined,
): Entry[] {
  const doing = actions
    .filter(({ blockedBy }) => blockedBy === null)
    .filter(({ label, targetLabel }) => has(`${label}${targetLabel}`, asked))
    .map((action): Entry => ({
      key: `${action.href} ${JSON.stringify(action.defaults.sectionId ?? '')}`,
      kind: '办理',
      words: action.label,
      more: action.targetLabel,
      target: stepPage(action, proposalId ?? ''),
    }));
  const pages = places
    .filter(({ words }) => has(words, asked))
    .map(({ to, words }): Entry => ({ key: to, kind: '页面', words, more: '', target: { to } }));
  return [...doing.slice(0, 6), ...pages];
}

/** The cases that the ledger found. */
export const casesOf = (found: ProposalsAnswer | undefined): Entry[] =>
  (found?.items ?? []).slice(0, 8).map((row) => ({
    key: row.proposalId,
    kind: '提案',
    words: `第 ${row.number} 号 ${row.title}`,
    more: row.stageLabel,
    target: { to: '/proposals/$id', params: { id: row.proposalId } },
  }));
