import {
  Assignment,
  Opinion,
  OpinionAttachment,
  OpinionItem,
  OpinionVersion,
  OutsideLink,
} from './handling.entities';
import { ContactRecord } from './contact.entities';
import { ImportBatch, ImportEdit, ImportMapping, ImportRow, ProposedHandOverRow } from './import.entities';
import {
  Delivery,
  Draft,
  DraftSection,
  Letter,
  LetterFile,
  NumberCounter,
  NumberSeries,
  Passage,
  ReviewStep,
  SealUse,
} from './letter.entities';
import { HistoryEntry, Proposal, Proposer, Suggestion } from './proposal.entities';

export * from './contact.entities';
export * from './handling.entities';
export * from './import.entities';
export * from './letter.entities';
export * from './proposal.entities';

export const caseworkEntities = [
  Proposal,
  Proposer,
  Suggestion,
  HistoryEntry,
  Assignment,
  Opinion,
  OpinionVersion,
  OpinionItem,
  OpinionAttachment,
  OutsideLink,
  Draft,
  DraftSection,
  Passage,
  ReviewStep,
  NumberSeries,
  NumberCounter,
  Letter,
  LetterFile,
  Delivery,
  ContactRecord,
  SealUse,
  ImportBatch,
  ImportRow,
  ImportEdit,
  ImportMapping,
  ProposedHandOverRow,
] as const;
