import type { Duty } from '@fuhan/rules';
import type { CaseMaterial } from '../case-material';

/** Rows as the database would give them, with what a form reads of them. */
export const rows = <K extends keyof CaseMaterial>(list: readonly object[]): CaseMaterial[K] =>
  list as unknown as CaseMaterial[K];
const byId = <T extends { id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((each) => [each.id, each]));

export const directory = {
  units: byId([
    { id: 'lead', name: '测试市工业局', shortName: '市工业局', active: true },
    { id: 'co', name: '测试市商务局', shortName: '市商务局', active: true },
    { id: 'co-2', name: '测试市水务局', shortName: '市水务局', active: true },
    { id: 'closed', name: '测试市旧局', shortName: '市旧局', active: false },
  ]),
  offices: byId([
    { id: 'office-1', unitId: 'lead', name: '产业科' },
    { id: 'office-2', unitId: 'lead', name: '综合科' },
    { id: 'office-co', unitId: 'co', name: '商贸科' },
  ]),
  people: byId([
    { id: 'seated', unitId: 'lead', officeId: 'office-1', name: '林一', disabledAt: null },
    { id: 'unseated', unitId: 'lead', officeId: null, name: '林二', disabledAt: null },
    { id: 'reviewer', unitId: 'lead', officeId: null, name: '林三', disabledAt: null },
    { id: 'gone', unitId: 'lead', officeId: null, name: '林四', disabledAt: new Date(0) },
    { id: 'elsewhere', unitId: 'co', officeId: 'office-co', name: '林五', disabledAt: null },
  ]),
} as unknown as CaseMaterial['directory'];

/** Who holds which duty among the people of the story. */
export const dutiesOf = new Map<string, readonly Duty[]>([
  ['seated', ['drafter']],
  ['unseated', ['reviewer', 'drafter']],
  ['reviewer', ['reviewer']],
  ['gone', ['drafter']],
  ['elsewhere', ['drafter']],
]);

const sent = { state: 'sent', sentAt: new Date('2026-06-06T02:00:00Z'), receivedAt: null };
const given = {
  ...{ submittedAt: new Date('2026-03-20T02:00:00Z'), submittedBy: 'elsewhere', via: 'system' },
  ...{ signerName: null, signerDuty: null, publication: 'active', late: false },
};

const standing = { endedAt: null, endReason: null, signedAt: null, signedBy: null };

/** The frame of the draft of the story. */
export const draftRow = {
  ...{
    id: 'draft',
    assignmentId: 'a-lead',
    state: 'writing',
    version: 4,
    outcomeClass: null,
    printClass: true,
  },
  ...{
    publication: 'on_request',
    contacts: [{ name: '林一', phone: '88880001' }],
    prose: ['一段。', '二段。'],
  },
  wording: { closing: '特此函复。' },
};

const story: CaseMaterial = {
  proposal: {
    ...{ id: 'proposal', kind: 'plenary', number: '137001', term: 13, meeting: 5, title: '关于充电桩的提案' },
    ...{ fullText: '全文。', keyProposal: false, consentToPublish: true, originalFileId: null },
    ...{ supervisorId: null, supervisorName: null, withdrawnOn: null, withdrawalReason: null },
    ...{ mergedIntoId: null, mergedAt: null, mergedBy: null, mergeReason: null },
    ...{ registeredAt: new Date('2026-03-02T01:00:00Z'), registeredBy: 'gone' },
  } as CaseMaterial['proposal'],
  proposers: [],
  merged: [],
  mergedInto: null,
  origins: [],
  proposedHandOver: null,
  suggestions: rows<'suggestions'>([
    { id: 's-1', ordinal: 1, title: '摸清底数' },
    { id: 's-2', ordinal: 2, title: '共享充电桩' },
  ]),
  targets: [],
  requests: [],
  statements: [],
  assignments: rows<'assignments'>([
    {
      id: 'a-lead',
      unitId: 'lead',
      role: 'lead',
      state: 'divided',
      officeId: 'office-1',
      drafterId: 'seated',
      ...standing,
    },
    { id: 'a-co', unitId: 'co', role: 'co', state: 'finished', ...standing },
    { id: 'a-co-2', unitId: 'co-2', role: 'co', state: 'handed_over', ...standing },
  ]),
  opinions: rows<'opinions'>([
    { id: 'opinion', assignmentId: 'a-co', state: 'submitted', returnReason: null },
    { id: 'opinion-2', assignmentId: 'a-co-2', state: 'awaited', returnReason: null },
  ]),
  versions: rows<'versions'>([
    {
      id: 'v-1',
      opinionId: 'opinion',
      version: 1,
      contactName: '旧联络员',
      contactPhone: '88880000',
      ...given,
    },
    {
      id: 'v-2',
      opinionId: 'opinion',
      version: 2,
      contactName: '新联络员',
      contactPhone: '88880009',
      ...given,
    },
  ]),
  items: rows<'items'>([
    {
      id: 'i-1',
      opinionVersionId: 'v-1',
      suggestionId: 's-1',
      position: 'noted',
      body: '旧话。',
      facts: [],
      commitments: [],
    },
    {
      ...{ id: 'i-2', opinionVersionId: 'v-2', suggestionId: 's-2', position: 'partly', body: '新话。' },
      facts: [{ name: '充电桩', value: '120 个', scope: '全市', asOf: null, source: null }],
      commitments: [{ text: '年底前建成', dueOn: '2026-12-31', owner: null }],
    },
  ]),
  attachments: rows<'attachments'>([
    { opinionVersionId: 'v-2', ordinal: 1, fileId: 'file-9', scan: false, fileName: '台账.pdf' },
  ]),
  drafts: rows<'drafts'>([draftRow]),
  sections: rows<'sections'>([
    {
      id: 'sec-1',
      draftId: 'draft',
      ordinal: 1,
      suggestionId: 's-1',
      heading: null,
      verdict: 'adopted',
      version: 3,
    },
    {
      id: 'sec-2',
      draftId: 'draft',
      ordinal: 2,
      suggestionId: null,
      heading: '其他',
      verdict: null,
      version: 1,
    },
    {
      id: 'sec-x',
      draftId: 'draft-x',
      ordinal: 1,
      suggestionId: null,
      heading: '别家的',
      verdict: null,
      version: 1,
    },
  ]),
  passages: rows<'passages'>([
    { id: 'p-1', sectionId: 'sec-1', kind: 'heading2', body: '（一）摸底' },
    { id: 'p-2', sectionId: 'sec-1', kind: 'paragraph', body: '已摸底。' },
    { id: 'p-x', sectionId: 'sec-x', kind: 'paragraph', body: '别家的话。' },
  ]),
  sources: rows<'sources'>([]),
  rejections: rows<'rejections'>([]),
  confirmations: rows<'confirmations'>([]),
  publications: rows<'publications'>([]),
  ratings: rows<'ratings'>([]),
  redos: rows<'redos'>([]),
  proposals: rows<'proposals'>([]),
  commitments: rows<'commitments'>([
    {
      ...{
        id: 'promise',
        assignmentId: 'a-lead',
        letterId: 'letter',
        suggestionId: 's-2',
        state: 'confirmed',
      },
      ...{ origin: 'letter', text: '建成十处', quote: '下一步，建成十处。', dueWords: '年底前' },
      ...{
        dueOn: '2026-12-31',
        madeOn: '2026-06-05',
        ownerUnitId: 'co',
        ownerId: 'elsewhere',
        ownerName: null,
      },
      ...{ confirmedAt: new Date('2026-06-08T02:00:00Z'), confirmedBy: 'seated', outcome: null },
      ...{ settledOn: null, settledWords: null, answer: null, answeredAt: null, answeredBy: null },
    },
  ]),
  progress: rows<'progress'>([]),
  promiseLinks: rows<'promiseLinks'>([]),
  promiseRatings: rows<'promiseRatings'>([]),
  contributions: rows<'contributions'>([]),
  steps: rows<'steps'>([
    {
      id: 'step',
      draftId: 'draft',
      name: '核稿',
      round: 1,
      state: 'open',
      comment: null,
      decidedAt: null,
      overrules: [],
      ...{ stage: 1, ordinal: 1, lane: 'check', stepKey: 'check', duty: 'reviewer', unitId: 'lead' },
      ...{ officeId: null, personId: null, delegatedBy: null, addedBy: null, keptFrom: null, readAt: null },
      ...{ readBy: null, decidedBy: null, openedAt: null, seenDigest: null, backTo: null, backDirect: false },
      ...{ touched: [], direct: false },
    },
  ]),
  rounds: rows<'rounds'>([
    {
      ...{ draftId: 'draft', round: 1, routeName: '一般答复', reason: '没有特别情形，走“一般答复”流程。' },
      ...{ begunAt: new Date('2026-05-12T02:00:00Z'), personId: 'seated', begunBy: 'drafter' },
    },
  ]),
  letters: rows<'letters'>([
    {
      id: 'letter',
      draftId: 'draft',
      documentNumber: '测工函〔2026〕3号',
      model: { issuer: '测试市工业和信息化局' },
      withdrawal: null,
      state: 'issued',
      issuedAt: new Date('2026-06-05T02:00:00Z'),
      issuedBy: 'reviewer',
      answersId: 'proposal',
      alsoAnswers: [],
    },
  ]),
  files: rows<'files'>([{ letterId: 'letter', format: 'pdf', state: 'ready' }]),
  deliveries: rows<'deliveries'>([
    { id: 'delivery', letterId: 'letter', recipientName: '市水务局', recipientKind: 'unit', ...sent },
    { id: 'delivery-p', letterId: 'letter', recipientName: '何委员', recipientKind: 'proposer', ...sent },
  ]),
  links: rows<'links'>([
    {
      ...{ id: 'link', assignmentId: 'a-co-2', purpose: 'opinion', state: 'live', reason: '没有接入。' },
      ...{ expiresOn: '2026-07-01', madeAt: new Date('2026-06-01T02:00:00Z'), madeBy: 'seated' },
    },
  ]),
  seals: [],
  contacts: rows<'contacts'>([
    {
      id: 'contact',
      assignmentId: 'a-lead',
      heldOn: '2026-03-12',
      proposerIds: [],
      way: 'visit',
      said: '谈了。',
      outcome: '',
      people: '林一',
      state: 'recorded',
      fileId: null,
      place: null,
      recordedBy: 'seated',
      recordedAt: new Date('2026-03-12T02:00:00Z'),
      answer: null,
      answeredBy: null,
    },
  ]),
  deadlines: rows<'deadlines'>([
    {
      ...{ id: 'clock', clock: 'reply', unitId: 'lead', dueOn: '2026-06-10', state: 'running', metOn: null },
      ...{ basis: { name: '答复提案者' }, isWindow: false },
      pauses: [{ category: '等候提案者', reason: '约谈', from: '2026-06-01', until: '2026-06-30' }],
    },
  ]),
  extensions: rows<'extensions'>([
    {
      ...{
        id: 'extension',
        deadlineId: 'clock',
        state: 'requested',
        dueBefore: '2026-06-10',
        decision: null,
      },
      ...{ dueWanted: '2026-09-10', requestedOn: '2026-06-02', reason: '要等规划批复。', toldOn: null },
      rule: { unit: 'month', amount: 6, roll: true },
    },
  ]),
  history: [],
  directory,
};

/** A case that has gone all the way to a letter, as far as forms and pages read of it. */
export const whole = (more: Partial<CaseMaterial> = {}): CaseMaterial => ({ ...story, ...more });
