import type { operations } from './schema';

type Answer<Name extends keyof operations> = operations[Name] extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

export type Me = Answer<'me'>;
export type TodoAnswer = Answer<'todo'>;
export type TodoItem = TodoAnswer['items'][number];
export type TodoBox = NonNullable<NonNullable<operations['todo']['parameters']['query']>['box']>;
export type ProposalsAnswer = Answer<'proposals'>;
export type LedgerViews = Answer<'ledgerViews'>;
export type KeptView = NonNullable<
  operations['keepLedgerView']['requestBody']
>['content']['application/json'];
export type CaseFile = Answer<'case'>;
export type CaseAction = CaseFile['nextActions'][number];
export type NextAction = Omit<CaseAction, 'group'>;
export type Clock = CaseFile['clocks'][number];
export type ClockExplanation = Answer<'clock'>;
export type CalendarsAnswer = Answer<'calendars'>;
export type ClockRules = Answer<'clockRules'>;
export type PlaceProfile = Answer<'placeProfile'>;
export type ProfilePreview = Answer<'profilePreview'>;
export type LetterWording = Answer<'letterWording'>;
export type WordingPreview = Answer<'wordingPreview'>;
export type WordingChange = Answer<'wordingChanges'>['changes'][number];
export type Assignment = CaseFile['assignments'][number];
export type ReturnRequest = CaseFile['returnRequests'][number];
export type Opinion = CaseFile['opinions'][number];
export type Draft = CaseFile['drafts'][number];
export type Finding = Answer<'draftFindings'>['findings'][number];
export type LetterBoard = Answer<'letterBoard'>;
export type DueCalendar = Answer<'dueCalendar'>;
export type DueClock = DueCalendar['due'][number];
export type Supervision = Answer<'supervision'>;
export type Duty = Supervision['duties'][number];
export type SignOffSheet = Answer<'signOffFacts'>;
export type Registers = Answer<'registers'>;
export type MergeDesk = Answer<'mergeDesk'>;
export type ItemFate = NonNullable<Opinion['versions'][number]['items'][number]['fate']>;
export type Section = Draft['sections'][number];
export type Passage = Section['passages'][number];
export type Letter = CaseFile['letters'][number];
export type Light = TodoItem['light'];
export type Unit = Answer<'units'>[number];
export type Person = Answer<'people'>[number];
export type Notice = Answer<'notices'>[number];
export type NoticeBox = NonNullable<NonNullable<operations['notices']['parameters']['query']>['box']>;
export type NoticeSettings = Answer<'noticeSettings'>;
export type AuditAnswer = Answer<'audit'>;
export type ChannelsAnswer = Answer<'channels'>;
export type Dispatch = ChannelsAnswer['dispatches'][number];
export type Webhook = ChannelsAnswer['webhooks'][number];
export type Statistics = Answer<'statistics'>;
export type LightColor = Light['color'];
export type FigureName = Statistics['figures'][number]['figure'];
export type EarlierReply = Answer<'earlierReplies'>[number];
type SearchAsked = NonNullable<operations['search']['parameters']['query']>;
export type SearchKind = NonNullable<SearchAsked['kind']>;
export type SearchStage = NonNullable<SearchAsked['stage']>;
export type SearchFind = Answer<'search'>['items'][number];
export type PolicyBrief = Answer<'policies'>['policies'][number];
export type PolicyReading = Answer<'policy'>['reading'];
export type PolicyPreview = Answer<'policyPreview'>;
export type ImportBrief = Answer<'imports'>[number];
export type ImportBatch = Answer<'importBatch'>;
export type ImportRowsAnswer = Answer<'importRows'>;
export type ImportRow = ImportRowsAnswer['rows'][number];
export type ImportScope = NonNullable<NonNullable<operations['importRows']['parameters']['query']>['only']>;
export type LetterImportBrief = Answer<'letterImports'>['runs'][number];
export type LetterImportRun = Answer<'letterImport'>;
export type LetterImportRow = Answer<'letterImportRows'>['rows'][number];
export type LetterScope = NonNullable<
  NonNullable<operations['letterImportRows']['parameters']['query']>['only']
>;
export type OutsideLetter = Answer<'outsideLetter'>;
export type CommitmentLedger = Answer<'commitments'>;
export type CommitmentsShown = NonNullable<
  NonNullable<operations['commitments']['parameters']['query']>['show']
>;
export type Commitment = CaseFile['commitments'][number];
export type OutsidePromises = Answer<'outsidePromises'>;
export type OutsideRating = Answer<'outsideRating'>;
export type RatingSaid = operations['outsideRatingGive']['requestBody']['content']['application/json'];
export type Publication = CaseFile['publications'][number];
export type Rating = CaseFile['ratings'][number];
export type Redo = CaseFile['redos'][number];
export type OutsideQuestion = Answer<'outsideQuestion'>;
export type Confirmation = CaseFile['confirmations'][number];
export type OutsideOpinion = Answer<'outsideOpinion'>;
export type Demo = NonNullable<Answer<'demo'>>;
