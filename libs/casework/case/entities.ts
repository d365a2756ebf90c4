import { Commitment, CommitmentLink, CommitmentProgress, CommitmentRating } from './commitment.entities';
import { Confirmation } from './confirmation.entities';
import { Extension } from './extension.entities';
import {
  Assignment,
  Contribution,
  Opinion,
  OpinionAttachment,
  OpinionItem,
  OpinionProposal,
  OpinionVersion,
  OutsideLink,
} from './handling.entities';
import { ContactRecord } from './contact.entities';
import { ImportBatch, ImportEdit, ImportMapping, ImportRow, ProposedHandOverRow } from './import.entities';
import {
  Delivery,
  Draft,
  DraftSection,
  ItemRejection,
  Letter,
  LetterFile,
  NumberCounter,
  NumberSeries,
  Passage,
  PassageSource,
  SealUse,
} from './letter.entities';
import { EarlierLetter, EarlierLetterUnit, LetterImport, LetterImportRow } from './earlier.entities';
import { PolicyDocument } from './policy.entities';
import { SearchDocument, SearchMark } from './search.entities';
import { Publication } from './publication.entities';
import { Rating, Redo } from './rating.entities';
import { ReturnRequest, ReturnStatement, TargetDate } from './returns.entities';
import { DraftSnapshot, PhraseList, ReviewRound, ReviewStep, SignOffInk } from './review.entities';
import { HistoryEntry, Proposal, Proposer, Suggestion } from './proposal.entities';

export * from './commitment.entities';
export * from './confirmation.entities';
export * from './contact.entities';
export * from './earlier.entities';
export * from './extension.entities';
export * from './handling.entities';
export * from './import.entities';
export * from './letter.entities';
export * from './proposal.entities';
export * from './policy.entities';
export * from './publication.entities';
export * from './rating.entities';
export * from './search.entities';
export * from './returns.entities';
export * from './review.entities';

export const caseworkEntities = [
  Proposal,
  Proposer,
  Suggestion,
  HistoryEntry,
  Assignment,
  TargetDate,
  ReturnRequest,
  ReturnStatement,
  Opinion,
  OpinionVersion,
  OpinionItem,
  OpinionProposal,
  Contribution,
  OpinionAttachment,
  OutsideLink,
  Extension,
  Draft,
  DraftSection,
  Passage,
  PassageSource,
  ItemRejection,
  ReviewStep,
  ReviewRound,
  DraftSnapshot,
  SignOffInk,
  PhraseList,
  NumberSeries,
  NumberCounter,
  Letter,
  LetterFile,
  Delivery,
  Commitment,
  CommitmentProgress,
  CommitmentLink,
  CommitmentRating,
  Confirmation,
  ContactRecord,
  SealUse,
  Rating,
  Redo,
  PolicyDocument,
  LetterImport,
  LetterImportRow,
  EarlierLetter,
  EarlierLetterUnit,
  SearchDocument,
  SearchMark,
  Publication,
  ImportBatch,
  ImportRow,
  ImportEdit,
  ImportMapping,
  ProposedHandOverRow,
] as const;
