import type {
  Assignment,
  CaseFile,
  Clock,
  Demo,
  Draft,
  Letter,
  Me,
  NextAction,
  Notice,
  Opinion,
  OutsideLetter,
  OutsideOpinion,
  Person,
  ProposalsAnswer,
  TodoItem,
  Unit,
} from '../shared/api/types';

// Answers of the API as the tests need them; each takes what the test is about and fills in the rest.

export const button = (more: Partial<NextAction> = {}): NextAction => ({
  command: 'assignment.sign',
  label: '签收',
  targetId: 'a1',
  targetLabel: '',
  href: '/assignments/a1/sign',
  blockedBy: null,
  todo: false,
  schema: {},
  defaults: {},
  choices: {},
  ...more,
});

export const registering = button({
  command: 'proposal.register',
  label: '登记提案',
  targetId: null,
  href: '/proposals/register',
});

export const me = (more: Partial<Me> = {}): Me => ({
  id: 'u1',
  name: '李青',
  account: 'liqing',
  unitId: 'w1',
  unit: '南屿市工业和信息化局',
  office: null,
  duties: ['drafter'],
  place: '南屿市',
  unread: 0,
  actions: [],
  ...more,
});

export const person = (more: Partial<Person> = {}): Person => ({
  id: 'u2',
  name: '卢谦',
  account: 'luqian',
  unitId: 'w1',
  unit: '南屿市发展和改革局',
  office: null,
  duties: [],
  disabled: false,
  version: 1,
  actions: [],
  ...more,
});

export const unit = (more: Partial<Unit> = {}): Unit => ({
  id: 'w1',
  code: 'gxj',
  name: '南屿市工业和信息化局',
  shortName: '市工业和信息化局',
  aliases: [],
  offices: [],
  version: 1,
  actions: [],
  ...more,
});

export const notice = (more: Partial<Notice> = {}): Notice => ({
  id: 'n1',
  kind: 'reminder',
  title: '还有 5 天到期',
  body: '第 135021 号提案的答复还没有发出。',
  link: '/proposals/p1',
  items: [],
  createdAt: '2026-03-02T01:05:00Z',
  readAt: null,
  ...more,
});

export const todoItem = (more: Partial<TodoItem> = {}): TodoItem => ({
  proposalId: 'p1',
  number: '135021',
  title: '关于加装扶手的提案',
  session: '十三届五次',
  proposers: ['沈若谷'],
  keyProposal: false,
  role: '主办',
  stage: 'opinions',
  stageLabel: '会办中',
  light: { color: 'green', words: '剩 20 天' },
  dueOn: '2026-06-02',
  opinionsDone: 1,
  opinionsTotal: 3,
  waitingFor: null,
  blockedBy: null,
  lastStep: null,
  ...more,
});

export const ledger = (total: number, items: ProposalsAnswer['items'] = []): ProposalsAnswer => ({
  items,
  total,
});

export const outsideLetter = (more: Partial<OutsideLetter> = {}): OutsideLetter => ({
  recipient: '沈若谷',
  title: '关于第135021号提案答复的函',
  issuer: '南屿市工业和信息化局',
  documentNumber: '南工信函〔2026〕12号',
  date: '2026-05-08',
  html: '<html><head><style>p{color:red}</style></head><body><p>办理情况如下</p></body></html>',
  receivedAt: null,
  withdrawn: null,
  correctedBy: [],
  contacts: [],
  files: [{ format: 'pdf', href: '/f/abc/pdf' }],
  ...more,
});

export const outsideOpinion = (more: Partial<OutsideOpinion> = {}): OutsideOpinion => ({
  unit: '市水务局',
  asker: '市工业和信息化局',
  proposal: { number: '135021', title: '关于充电桩的提案' },
  question: '请提供底数。',
  returnReason: null,
  dueOn: '2026-04-09',
  expiresOn: '2026-04-30',
  suggestions: [{ ordinal: 1, title: '摸清底数', body: '先摸底。' }],
  form: {
    schema: { type: 'object', properties: { contactName: { type: 'string', title: '联系人' } } },
    defaults: {},
    choices: {},
  },
  ...more,
});

export const demo = (more: Partial<Demo> = {}): Demo => ({ accounts: [], letter: null, ...more });

export const account = (
  name: string,
  unit: string,
  duties: string[] = ['承办人'],
): Demo['accounts'][number] => ({ account: `${name}号`, password: 'demo-password', name, unit, duties });

export const clock = (more: Partial<Clock> = {}): Clock => ({
  id: 'c1',
  clock: 'reply',
  label: '答复提案者',
  unit: '市工业和信息化局',
  startedOn: '2026-03-02',
  dueOn: '2026-06-02',
  metOn: null,
  state: 'running',
  window: false,
  provisional: false,
  light: { color: 'green', words: '剩 60 个工作日' },
  steps: ['从交办次日起算', '三个月'],
  ...more,
});

export const assignment = (more: Partial<Assignment> = {}): Assignment => ({
  id: 'a1',
  unitId: 'w1',
  unit: '市工业和信息化局',
  role: 'lead',
  roleLabel: '主办',
  question: null,
  state: 'handed_over',
  stateLabel: '待签收',
  office: null,
  drafter: null,
  signedAt: null,
  signedBy: null,
  targets: [],
  endedAt: null,
  endReason: null,
  ...more,
});

export const opinion = (more: Partial<Opinion> = {}): Opinion => ({
  id: 'o1',
  assignmentId: 'a2',
  unitId: 'w2',
  unit: '市发展和改革局',
  state: 'awaited',
  stateLabel: '待提交',
  returnReason: null,
  links: [],
  versions: [],
  ...more,
});

export const opinionVersion = (more: Partial<Opinion['versions'][number]> = {}) => ({
  version: 1,
  submittedAt: '2026-03-03T01:00:00Z',
  submittedBy: '周平',
  contactName: '周平',
  contactPhone: '0760-88880000',
  via: 'system' as const,
  viaLabel: '系统提交',
  signerName: null,
  signerDuty: null,
  publication: 'active' as const,
  publicationLabel: '主动公开',
  late: false,
  attachments: [],
  items: [],
  ...more,
});

export const draft = (more: Partial<Draft> = {}): Draft => ({
  id: 'd1',
  assignmentId: 'a1',
  unitId: 'w1',
  unit: '市工业和信息化局',
  state: 'writing',
  stateLabel: '拟稿中',
  kind: 'reply',
  correction: null,
  version: 1,
  outcomeClass: null,
  printClass: false,
  publication: 'active',
  contacts: [],
  prose: [],
  returnReason: null,
  sections: [],
  steps: [],
  ...more,
});

export const reviewStep = (more: Partial<Draft['steps'][number]> = {}): Draft['steps'][number] => ({
  id: 'r1',
  round: 1,
  name: '核稿',
  state: 'waiting',
  stateLabel: '未到',
  comment: null,
  decidedBy: null,
  decidedAt: null,
  overrules: [],
  ...more,
});

export const letter = (more: Partial<Letter> = {}): Letter => ({
  id: 'l1',
  draftId: 'd1',
  unitId: 'w1',
  unit: '市工业和信息化局',
  state: 'issued',
  stateLabel: '待送达',
  documentNumber: '南工信函〔2026〕12号',
  date: '2026-05-08',
  outcomeClass: 'A',
  pages: 4,
  digest: '0',
  issuedAt: '2026-05-08T02:30:00Z',
  issuedBy: '何敏',
  withdrawal: null,
  replaces: null,
  corrects: null,
  seals: [],
  files: [],
  deliveries: [],
  ...more,
});

export const delivery = (more: Partial<Letter['deliveries'][number]> = {}): Letter['deliveries'][number] => ({
  id: 'y1',
  recipient: '沈若谷',
  recipientKind: 'proposer',
  state: 'sent',
  stateLabel: '已发出',
  sentAt: '2026-05-09T00:00:00Z',
  receivedAt: null,
  receivedBy: null,
  means: null,
  tracking: null,
  receipt: null,
  link: null,
  ...more,
});

export const caseFile = (more: Partial<CaseFile> = {}): CaseFile => ({
  proposal: {
    id: 'p1',
    kind: 'plenary',
    kindLabel: '大会提案',
    number: '135021',
    session: '十三届五次',
    title: '关于加装扶手的提案',
    fullText: '第一段。',
    keyProposal: false,
    version: 1,
    supervisor: null,
    withdrawn: null,
    consentToPublish: true,
    registeredAt: '2026-03-01T01:05:00Z',
    registeredBy: '甲',
    original: null,
  },
  stage: 'opinions',
  stageLabel: '会办中',
  proposers: [{ id: 'q1', kind: 'member', kindLabel: '委员', name: '沈若谷' }],
  suggestions: [{ id: 'g1', ordinal: 1, title: '加装扶手', body: '先装一楼。' }],
  assignments: [],
  returnRequests: [],
  opinions: [],
  drafts: [],
  letters: [],
  contacts: [],
  clocks: [],
  extensions: [],
  history: [],
  nextActions: [],
  ...more,
});
