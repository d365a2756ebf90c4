/** The states of each aggregate, with what a screen calls them. */
export const states = {
  assignment: {
    handed_over: '待签收',
    signed: '已签收',
    divided: '承办中',
    finished: '已办结',
    returned: '已退办',
    removed: '已撤出',
    recalled: '交办已撤回',
    withdrawn: '已撤案',
  },
  return_request: {
    asked: '待答复',
    decided: '已答复',
    disputed: '待裁定',
    settled: '已裁定',
    lapsed: '已终止',
  },
  opinion: {
    awaited: '待提交',
    in_approval: '本单位审核中',
    revising: '本单位修改中',
    submitted: '已提交',
    returned: '已退回',
    accepted: '已采用',
    cancelled: '不再需要',
  },
  draft: {
    writing: '拟稿中',
    correcting: '更正中',
    in_review: '审核中',
    signed: '已签发',
    issued: '已发文',
    dropped: '已停办',
  },
  review_step: {
    waiting: '未到',
    open: '办理中',
    approved: '已同意',
    sent_back: '已退回',
    cancelled: '已取消',
  },
  letter: { issued: '待送达', delivered: '已送达', withdrawn: '已撤回' },
  contact_record: { recorded: '已记录', confirmed: '提案者已确认', denied: '提案者否认', struck: '已更正' },
  delivery: { sent: '已发出', received: '已签收' },
  outside_link: { live: '有效', revoked: '已停用', replaced: '已换新' },
  contribution: { asked: '待供稿', given: '已供稿', withdrawn: '已撤回' },
  confirmation: {
    asked: '待答复',
    confirmed: '已确认',
    objected: '有修改意见',
    silent: '逾期未答复，视为同意',
    unanswered: '逾期未答复',
    kept: '已说明维持原文',
    replaced: '已另行征求',
    withdrawn: '已撤回',
  },
  commitment: {
    proposed: '待确认',
    confirmed: '办理中',
    kept: '已兑现，待二次答复',
    unkept: '不能兑现，待二次答复',
    answered: '已二次答复',
    struck: '不作承诺登记',
    dropped: '函已撤回',
  },
  rating: { asked: '待测评', given: '已测评', lapsed: '逾期未测评', withdrawn: '已停止测评' },
  redo: {
    due: '待决定',
    ordered: '重新办理中',
    answered: '已重新答复',
    declined: '不再重新办理',
    settled: '已协商或说明',
    cancelled: '不再需要',
  },
  publication: {
    prepared: '待审核',
    published: '已公开',
    refused: '已退回重做',
    barred: '不予公开',
    withdrawn: '已撤下',
  },
  deadline: { running: '计时中', met: '已办结', cancelled: '已取消' },
  extension: {
    requested: '待批复',
    granted: '已同意，待告知提案者',
    told: '已告知提案者',
    refused: '未同意',
    withdrawn: '已撤回',
  },
} as const;

export type AggregateName = keyof typeof states;
export type StateOf<A extends AggregateName> = keyof (typeof states)[A] & string;

export type AssignmentState = StateOf<'assignment'>;
export type ReturnRequestState = StateOf<'return_request'>;
export type OpinionState = StateOf<'opinion'>;
export type DraftState = StateOf<'draft'>;
export type StepState = StateOf<'review_step'>;
export type LetterState = StateOf<'letter'>;
export type ContactState = StateOf<'contact_record'>;
export type DeliveryState = StateOf<'delivery'>;
export type OutsideLinkState = StateOf<'outside_link'>;
export type ContributionState = StateOf<'contribution'>;
export type ConfirmationState = StateOf<'confirmation'>;
export type CommitmentState = StateOf<'commitment'>;
export type RatingState = StateOf<'rating'>;
export type RedoState = StateOf<'redo'>;
export type PublicationState = StateOf<'publication'>;
export type DeadlineState = StateOf<'deadline'>;
export type ExtensionState = StateOf<'extension'>;

/** What a screen calls a state. */
export const stateLabel = (aggregate: AggregateName, state: string): string =>
  (states[aggregate] as Record<string, string>)[state] ?? state;
