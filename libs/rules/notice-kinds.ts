/** The ways by which a notice leaves the house, beside the inbox where every notice lies. */
export const outsideChannels = { mail: '邮件', sms: '短信', webhook: '单位群机器人' } as const;
export type OutsideChannel = keyof typeof outsideChannels;

/** Those that lead to one person and that a person chooses; a unit's robots are the system administrator's choice. */
export const personalChannels = ['mail', 'sms'] as const satisfies readonly OutsideChannel[];
export type PersonalChannel = (typeof personalChannels)[number];

export interface NoticeRule {
  readonly label: string;
  /** A duty begins or is enforced with it: who has an address outside the house is told there too, and cannot switch all of it off. */
  readonly legal: boolean;
  /** What goes out for whoever has chosen nothing. */
  readonly usual: readonly PersonalChannel[];
}

const duty = (label: string): NoticeRule => ({ label, legal: true, usual: ['mail', 'sms'] });
const news = (label: string): NoticeRule => ({ label, legal: false, usual: ['mail'] });
const inside = (label: string): NoticeRule => ({ label, legal: false, usual: [] });

/** Every kind of notice by the word it is written with. */
export const noticeKinds = {
  handed_over: duty('新交办的提案'),
  duty_ended: duty('不再承办的提案'),
  merged: duty('并案办理的提案'),
  return_asked: duty('退办申请待答复'),
  return_decided: duty('退办申请的答复'),
  return_disputed: duty('退办的异议待裁定'),
  return_reopened: news('重新开放退办'),
  supervised: news('我督办的重点提案'),
  chase: news('催办'),
  chase_escalated: duty('逾期升级催办'),
  rating_asked: news('请转交测评链接'),
  publication_review: news('公开稿待审核'),
  publication_ended: news('公开稿的审核结果'),
  rated: news('提案者的测评'),
  redo_due: duty('不满意件待决定'),
  redo_ordered: duty('责令重办'),
  redo_decided: news('不满意件的处理结果'),
  extension_requested: news('延期申请待批复'),
  extension_granted: duty('同意延期'),
  extension_refused: duty('不同意延期'),
  clock_paused: news('时限暂停'),
  clock_resumed: news('时限恢复'),
  due_moved: duty('到期日改变'),
  calendar_missing: news('放假安排待导入'),
  divided: news('分给我承办的提案'),
  reminder: news('时限临近'),
  digest: news('每日汇总'),
  opinion_to_endorse: news('会办意见待我审核'),
  opinion_refused: news('会办意见被本单位退回'),
  section_asked: news('请本科室供稿'),
  section_gave: news('收到科室供稿'),
  opinion_submitted: news('收到会办意见'),
  opinion_returned: news('会办意见被退回'),
  opinion_accepted: inside('会办意见已被接受'),
  confirmation_asked: duty('请确认采用的内容'),
  confirmation_answered: news('会办单位、提案者对答复稿的答复'),
  review: news('有答复稿待我审签'),
  draft_returned: news('答复稿被退回修改'),
  review_returned: news('我同意过的答复稿被退回'),
  review_held: inside('我的审签先等一等'),
  draft_withdrawn: inside('送审的答复稿被撤回'),
  unsigned: news('签发被撤回'),
  signed: news('答复函待编号发文'),
  delivered: news('收到抄送的答复函'),
  withdrawn: news('答复函撤回'),
  correction: news('更正函起草'),
  promises_found: news('函中的承诺待我确认'),
  promise_owed: duty('由本单位兑现的承诺'),
  promise_carried: news('承诺结转'),
  promise_settled: news('承诺兑现或不能兑现'),
  second_answer: news('二次答复待转提案者'),
  promise_rated: news('提案者评价兑现情况'),
  delegated: news('同事委托我代办'),
  handed_on: news('承办人离岗，待重新分办'),
  other: inside('其他通知'),
} as const satisfies Record<string, NoticeRule>;
export type NoticeKind = keyof typeof noticeKinds;
export const noticeKindNames = Object.keys(noticeKinds) as NoticeKind[];

/** The kind a notice is chosen by; a word the table does not know counts as 其他通知. */
export const noticeKindOf = (word: string): NoticeKind =>
  noticeKindNames.find((name) => name === word) ?? 'other';

/**
 * What goes out to a person for one kind: the choice, else what is usual, as far as there is an address. A legal notice whose
 * choice reaches nobody goes to every address there is.
 */
export function channelsFor(
  kind: NoticeKind,
  choice: readonly PersonalChannel[] | null,
  reachable: readonly PersonalChannel[],
): PersonalChannel[] {
  const rule: NoticeRule = noticeKinds[kind];
  const wanted = reachable.filter((channel) => (choice ?? rule.usual).includes(channel));
  return wanted.length === 0 && rule.legal ? [...reachable] : wanted;
}
