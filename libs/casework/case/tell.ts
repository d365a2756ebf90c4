import type { CommandContext } from './context';
import { type Duty, wordsOfKind } from '@fuhan/rules';

/** To whom a notice goes: one person, or everyone with one of the duties in a unit (null: in any) and, where given, an office. */
export type Audience =
  | { readonly personId: string }
  | { readonly unitId: string | null; readonly duties: readonly Duty[]; readonly officeId?: string | null };

/** The payload of a `notice.tell` row: what is said to whom; the people are looked up when the job runs. */
export interface TellPayload {
  readonly proposalId: string;
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  readonly link: string;
  readonly audiences: readonly Audience[];
}

/** The page a kind of notice opens; every other opens the case. */
const pages: Readonly<Record<string, string>> = { review: '/review' };

/** Leaves a notice for after the commit. The link opens the case at the thing to do; `more` is said after the case's name. */
export function tell(
  ctx: CommandContext,
  kind: string,
  title: string,
  audiences: readonly Audience[],
  more?: string,
): void {
  const { kind: paper, number, title: subject } = ctx.snapshot.proposal;
  const payload: TellPayload = {
    proposalId: ctx.proposalId,
    kind,
    title,
    body: `第${number}号${wordsOfKind(ctx.profile, paper).document}《${subject}》${more ? `。${more}` : ''}`,
    link: `/proposals/${ctx.proposalId}${pages[kind] ?? ''}`,
    audiences,
  };
  ctx.outbox.push({ topic: 'notice.tell', payload: { ...payload } });
}
