export { listProposals } from './ledger/ledger.queries';
export { keepView, ledgerViews } from './ledger/views';
export { assertAuditor, auditLog } from './audit/audit-log.queries';
export { type CommandContext, type TrialPrint } from './case/context';
export * from './case/entities';
export { PersonalLinks } from './case/links';
export { loadSnapshot, loadSnapshots } from './case/snapshot.queries';
export * from './case-file';
export * from './case-material';
export { ruleChanges } from './clocks/clock-rules';
export { recomputeClocks } from './clocks/recompute-clocks';
export { chaseSeveral } from './chasing/chase-many';
export { supervision } from './chasing/supervision.queries';
export { dueCalendar } from './due-calendar.queries';
export * from './command-door';
export { forgetOldKeys, KEY_DAYS } from './command-once';
export { draftFindings, isOverruled, overrulable } from './drafting/check-draft';
export { signersOverrules } from './review/cleared';
export { keepPhrases, phraseLists, phrasesFor } from './review/phrases';
export { draftRedline } from './review/redline';
export { signOffSheet } from './review/sign-off-sheet';
export { reviewForReader } from './review/for-reader';
export { answerByLink, outsideQuestionPage } from './outside-question.usecases';
export { outsidePromisesPage, promisesFor, rateByLink } from './outside-promises.usecases';
export { type CommitmentLedger, commitmentsOfYear } from './commitments.queries';
export { archiveOf } from './closing/archive-files';
export { type ArchiveFault, packArchive, verifyArchive } from './closing/archive-package';
export { checkYear } from './year-archive/check-year';
export { importYear, type YearReport } from './year-archive/import-year';
export { type YearManifest, type YearServices, writeYear } from './year-archive/write-year';
export { leftOut, type YearTable, yearTables } from './year-archive/year-tables';
export {
  type PublishedCopy,
  type PublishedQuestion,
  publishedCopy,
  publishedFeed,
  publishedLetters,
  publishedPage,
  publishedSitemap,
  publishedYears,
} from './published.queries';
export { endSilence, endUnrated } from './end-silence';
export { giveRatingByLink, outsideRatingPage, ratingLink } from './outside-rating.usecases';
export { caseOfOwnOpinion, readPaper } from './opinions/read-paper';
export { letterBoard } from './issuing/letter-board.queries';
export { registers, type Registers } from './registers.queries';
export { unitAdviceFor } from './policies/experience.queries';
export { fillPublicWords } from './publication/public-words';
export { showEarlierLetter } from './earlier/earlier-letter.queries';
export {
  admitToLetterImports,
  listLetterImports,
  reportRow,
  showLetterImport,
  showLetterImportRows,
} from './earlier/letter-import.queries';
export { type FileOutcome } from './earlier/store-earlier';
export { tryLetters } from './earlier/try-letters';
export { readingRoom, sweepLetterImports, workLetterImport } from './earlier/work-letter-import';
export { listPolicies, previewPolicy, showPolicy } from './policies/policy.queries';
export { stageList, stageTable } from './statistics/stages.queries';
export { factList, statistics, type Statistics } from './statistics/statistics.queries';
export { listFiles } from './lists/list-files';
export { indexAllMarked, indexMarked, writeText } from './search/index-texts';
export { earlierReplies, similarProposals } from './search/earlier.queries';
export { MOST_FOUND, search, type SearchAnswer } from './search/search.queries';
export { type SearchText } from './search/texts.queries';
export { placeFiles, previewProfile } from './profile/profile.queries';
export { letterWordingOf, previewWording, wordingChangesOf } from './profile/wording.queries';
export { mergeableFor } from './merging/mergeable.queries';
export { mergeDesk } from './drafting/merge-desk';
export { composeDraft, lettersOf, sessionText } from './drafting/compose-draft';
export * from './forms';
export * from './imports/import.queries';
export * from './imports/check-list';
export { type ImportServices, listSurroundings } from './imports/read-import';
export { sweepImports, workImport } from './imports/work-import';
export * from './jobs';
export * from './reminder-desk';
export * from './outside-contacts.usecases';
export * from './outside.usecases';
export * from './outside-opinion.usecases';
export * from './readable-files';
export * from './worklist.queries';
export { isStarred, setStar } from './boxes/stars';
export { listTodo, type TodoItem } from './boxes/todo.queries';
export * from './unit-calendar.queries';
