import type { DateString } from '@fuhan/kernel';
import { replyBegun } from './guards/merging.guards';
import { bodyOf } from './proposal-kinds';
import { type CaseSnapshot, isLive } from './snapshot';

/** 并案: how several proposals that are handled once are answered. */
export const mergings = ['common_letter', 'own_letters'] as const;
export type Merging = (typeof mergings)[number];

/** The days on which the replies are due; null where none is running. */
export interface MergeDues {
  readonly lead: DateString | null;
  readonly other: DateString | null;
}

const handedOver = ({ assignments }: CaseSnapshot): boolean => assignments.some(isLive);

/** A proposal that is due earlier, or is the only one in hand, carries the others: merging gives nobody more time. */
function wrongLeader(lead: CaseSnapshot, other: CaseSnapshot, due: MergeDues): boolean {
  if (!handedOver(other)) return false;
  return !handedOver(lead) || (due.other !== null && (due.lead === null || due.other < due.lead));
}

/** Why `other` cannot be merged into `lead`, in words; null where it can. */
export function mergeFault(lead: CaseSnapshot, other: CaseSnapshot, due: MergeDues): string | null {
  const [a, b] = [lead.proposal, other.proposal];
  const which = `第${b.number}号提案`;
  if (a.id === b.id) return '一件提案不能并入它自己。';
  if (bodyOf(a.kind) !== bodyOf(b.kind))
    return `${which}与本件不是一类（政协提案、人大代表建议），不能并案。`;
  if (a.term !== b.term || a.meeting !== b.meeting) return `${which}与本件不是同一次会议的，不能并案。`;
  if (b.withdrawnOn !== null) return `${which}已经撤案。`;
  if (b.mergedInto !== null) return `${which}已并入第${b.mergedInto.number}号办理。`;
  if (b.merges.length > 0) return `${which}并有其他提案，请以它为主办理，或先解除那边的并案。`;
  if (replyBegun(other)) return `${which}的答复稿已经送审或发文，不能并案。`;
  if (wrongLeader(lead, other, due))
    return `${which}已经交办，答复期限更早。请打开第${b.number}号，把本件并入它办理。`;
  return null;
}
