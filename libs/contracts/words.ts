import type { HandOverMode, ProfileFileName, ReturnDecision, ReturnWish } from '@fuhan/rules';

/** The enumerations of the domain with the words the screen shows for them. */
export const proposerKinds = { member: '委员', organisation: '党派团体', sector: '界别' } as const;
export const positions = {
  adopted: '采纳',
  partly: '部分采纳',
  not_now: '暂不采纳',
  not_ours: '不属职责',
  noted: '留作参考',
} as const;
/** The boxes of the worklist, in their order. */
export const todoBoxes = {
  todo: '待办',
  countersign: '待我会签',
  circulated: '传阅',
  done: '已办',
  mine: '我起草的',
  starred: '关注',
  all: '全部',
} as const;
export type TodoBox = keyof typeof todoBoxes;
/** What a place makes of a day of its own; the last takes its own word back. */
export const localDayStates = { off: '放假', worked: '上班', notified: '按国务院安排' } as const;
export const publications = { active: '主动公开', on_request: '依申请公开', none: '不予公开' } as const;
/** How an opinion came. */
export const opinionWays = { system: '系统提交', link: '链接提交', paper: '纸质代录' } as const;
export const passageKinds = {
  paragraph: '正文',
  heading2: '（一）级标题',
  heading3: '1. 级标题',
  heading4: '（1）级标题',
  table: '表格',
} as const;
export const assignmentRoles = {
  lead: '主办',
  co: '会办',
  sole: '单办',
  separate: '分办',
  reference: '参阅',
} as const;
export const contactWays = {
  visit: '面谈',
  meeting: '座谈',
  phone: '电话',
  on_site: '走访',
  letter: '书面',
} as const;
/** How a promise came into the list. */
export const promiseOrigins = { letter: '函中摘出', opinion: '会办意见所附', hand: '补登' } as const;
export const progressKinds = { report: '进展', kept: '兑现', carried: '结转', assigned: '改派' } as const;
/** 测评: of the handling, of its result, of a promise kept. */
export const marks = { satisfied: '满意', fair: '基本满意', dissatisfied: '不满意' } as const;
export const ratingVias = { link: '专属链接', paper: '书面代录' } as const;
/** What follows when the last round did not satisfy either. */
export const rungWays = { talk: '当面协商', statement: '专门说明' } as const;
/** What becomes of what an opinion says to a suggestion. */
export const itemFates = {
  missing: '未收到',
  silent: '未提意见',
  received: '待处理',
  adopted: '已采用',
  rejected: '不采用',
} as const;
export type ItemFate = keyof typeof itemFates;
export const deliveryMeans = {
  hand: '当面',
  registered: '挂号信',
  courier: '快递',
  confidential: '机要',
  system: '公文系统',
} as const;
export const handOverModes = {
  sole: '单办',
  joint: '主办加会办',
  separate: '分办',
  reference: '参阅',
} as const satisfies Record<HandOverMode, string>;
/** How a unit may join later. */
export const addedRoles = { co: '会办', separate: '分办', reference: '参阅' } as const;
/** What a unit wishes that asks to return a proposal; with 签收 it may only wish for one more co-handler. */
export const returnWishes = {
  other_unit: '应由其他单位承办',
  co_handle: '由其他单位承办，本单位改为会办',
  nobody: '提不出应由哪个单位承办',
} as const;
export const allReturnWishes = {
  ...returnWishes,
  one_more: '签收，请求增加会办单位',
} as const satisfies Record<ReturnWish, string>;
export const returnDecisions = {
  keep: '维持原交办',
  move: '改交其他单位',
  add: '增加承办单位',
} as const satisfies Record<ReturnDecision, string>;
/** 加签: when somebody more is to look, seen from the step of who asks. */
export const signerPlaces = { before: '在我之前', after: '在我之后' } as const;
export const lightColors = {
  overdue: '逾期',
  red: '紧急',
  yellow: '临近',
  green: '正常',
  grey: '无时限',
} as const;

/** Why a person's duties are with a colleague for a while. */
export const delegationReasons = { vacation: '休假', trip: '出差', other: '其他' } as const;
export const delegationStates = { ahead: '未开始', running: '生效中', ended: '已结束' } as const;

export type DelegationReason = keyof typeof delegationReasons;
export const importModes = { all: '全部行都没有问题才导入', good: '只导入没有问题的行' } as const;
/** What a column of a handed-over list may tell. */
export const importFields = {
  number: '提案号',
  session: '届次',
  kind: '类型',
  title: '案由',
  proposers: '提案者',
  joint: '附议人',
  contact: '联系电话',
  leadUnit: '主办单位',
  coUnits: '会办单位',
  referenceUnits: '参阅单位',
  handedOverOn: '交办日期',
  registeredOn: '登记日期',
  keyProposal: '是否重点',
  consent: '是否同意公开',
  fullText: '内容',
  suggestions: '建议',
} as const;

export type PromiseOrigin = keyof typeof promiseOrigins;
export type ProgressKind = keyof typeof progressKinds;

/** The files of a place's profile. */
export const placeFileNames = {
  'place.yaml': '地方基本情况',
  'clocks.yaml': '时限',
  'hand-over.yaml': '交办与退办',
  'classes.yaml': '办理结果分类',
  'routes.yaml': '审批流程',
  'numbers.yaml': '发文字号',
  'wording.yaml': '答复函的措辞',
  'units.yaml': '单位名录',
  'checks.yaml': '发函前的检查',
} as const satisfies Record<ProfileFileName, string>;

export type Position = keyof typeof positions;
export type DeliveryMeans = keyof typeof deliveryMeans;
export type Mark = keyof typeof marks;
export type RatingVia = keyof typeof ratingVias;
export type RungWay = keyof typeof rungWays;
export type ContactWay = keyof typeof contactWays;
export type PublicationMark = keyof typeof publications;
export type OpinionWay = keyof typeof opinionWays;
export type PassageKind = keyof typeof passageKinds;
export type ProposerKind = keyof typeof proposerKinds;
export { type ProposalKind, type ProposerRole, proposalKinds, proposerRoles } from '@fuhan/rules';
