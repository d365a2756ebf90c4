// Made by `npm run openapi` from libs/contracts. Do not edit.

export const duties = {
  coordinator: '交办人员',
  proposal_office: '提案办',
  drafter: '承办人',
  reviewer: '核稿人',
  leader: '分管领导',
  head: '主要负责人',
  clerk: '文书',
  supervisor: '督办人员',
  system_admin: '系统管理员',
  security_admin: '安全管理员',
  audit_admin: '审计管理员',
} as const;

export const positions = {
  adopted: '采纳',
  partly: '部分采纳',
  not_now: '暂不采纳',
  not_ours: '不属职责',
  noted: '留作参考',
} as const;

export const publications = {
  active: '主动公开',
  on_request: '依申请公开',
  none: '不予公开',
} as const;

export const marks = {
  satisfied: '满意',
  fair: '基本满意',
  dissatisfied: '不满意',
} as const;

export const passageKinds = {
  paragraph: '正文',
  heading2: '（一）级标题',
  heading3: '1. 级标题',
  heading4: '（1）级标题',
  table: '表格',
} as const;

export const proposalKinds = {
  plenary: '大会提案',
  regular: '平时提案',
  npc_suggestion: '人大代表建议',
  npc_bill: '人大议案',
} as const;

export const assignmentRoles = {
  lead: '主办',
  co: '会办',
  sole: '单办',
  separate: '分办',
  reference: '参阅',
} as const;

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

export const importModes = {
  all: '全部行都没有问题才导入',
  good: '只导入没有问题的行',
} as const;

export const searchKinds = {
  proposal: '提案',
  opinion: '会办意见',
  draft: '答复稿',
  letter: '答复函',
  earlier: '往年答复函',
  policy: '政策文件',
} as const;

export const stages = {
  registered: '待交办',
  handed_over: '待签收',
  signed: '待分办',
  opinions: '会办中',
  drafting: '拟稿中',
  review: '审核中',
  signed_off: '待编号',
  issued: '待送达',
  delivered: '已送达',
  noted: '已参阅',
  closed: '已结案',
  withdrawn: '已撤案',
  merged: '并案办理',
} as const;

export const todoBoxes = {
  todo: '待办',
  countersign: '待我会签',
  circulated: '传阅',
  done: '已办',
  mine: '我起草的',
  starred: '关注',
  all: '全部',
} as const;

export const figures = {
  repliesDue: '应答复',
  repliesGiven: '已答复',
  repliesOnTime: '按时答复',
  repliesOverdue: '答复逾期',
  contacted: '已沟通',
  opinionsDue: '应会办',
  opinionsGiven: '已会办',
  opinionsOnTime: '按时会办',
  opinionsOverdue: '会办逾期',
  ratingsAsked: '已请测评',
  ratingsGiven: '已测评',
  handlingSatisfied: '办理满意',
  resultSatisfied: '结果满意',
  returns: '申请退办',
  redos: '重新办理',
  promises: '承诺',
  promisesKept: '已兑现',
  promisesOverdue: '承诺逾期',
} as const;
