import { defineErrors } from './catalogue';

/** Place profile, calendar, deadlines. */
export const rulesErrors = defineErrors({
  'profile.invalid': { status: 422, message: '{file} 第 {line} 行：{detail}' },
  'profile.unreadable': { status: 422, message: '读不到地方配置目录“{directory}”。请核对路径和权限。' },
  'profile.unknown-route': {
    status: 422,
    message: '{place}的配置里没有名为“{key}”的审批流程。请选择已有的流程。',
  },
  'wording.faulty': {
    status: 422,
    message: '{file} 的“{label}”（{piece}）第 {line} 行有误：{detail}。请改好后再保存，现行的用语没有变。',
  },
  'wording.unknown-piece': {
    status: 422,
    message: '信函用语里没有“{piece}”这一段。请刷新页面，从列表里选一段再改。',
  },
  'profile.unknown-wording': {
    status: 422,
    message: '{place}的措辞里没有名为“{name}”的{piece}写法。请选择已有的写法，或为这封函另写。',
  },
  'calendar.invalid': {
    status: 422,
    message: '放假安排有误（{where}）：{detail}。请对照国务院办公厅的通知改正后再导入。',
  },
  'calendar.file-unreadable': { status: 422, message: '读不到放假安排文件“{file}”。请核对路径和权限。' },
  'date.impossible': {
    status: 422,
    message: '“{text}”不是一个存在的日期。请写成 2026-09-18 的样子，并核对当月天数。',
  },
  'rule.unknown': {
    status: 422,
    message: '看不懂时限“{text}”。请写成“5工作日”“15日”“3个月”或“2026-10-31”。',
  },
  'rule.amount': { status: 422, message: '时限“{text}”的数目应是大于 0 的整数。请改正。' },
  'rule.too-long': { status: 422, message: '时限“{text}”超过上限（{limit}）。请核对数目和单位。' },
  'rule.date-passed': {
    status: 422,
    message: '固定到期日 {date} 不在起算日 {from} 之后。请改用更晚的日期。',
  },
  'pause.backwards': { status: 422, message: '暂停的结束日 {until} 早于开始日 {from}。请核对两个日期。' },
  'pause.overlap': { status: 422, message: '两段暂停重叠了：{first} 与 {second}。请合并或改期。' },
  'pause.unexplained': { status: 422, message: '从 {from} 起的暂停没有写明类别和理由。请补上。' },
  'pause.category': { status: 422, message: '本地没有“{category}”这一类暂停。请从列出的类别里选。' },
  'pause.in-past': {
    status: 422,
    message: '暂停只能从今天（{today}）或以后开始，{from} 已经过去。请改日期。',
  },
  'pause.after-due': {
    status: 422,
    message: '暂停从 {from} 开始，而到期日是 {due}，到期之后不能再暂停。请核对日期。',
  },
  'pause.too-long': { status: 422, message: '一次暂停不能超过 {limit} 天。请缩短，或到时再续。' },
  'pause.none': { status: 409, message: '这个时限现在没有暂停，不需要恢复。请刷新看最新情况。' },
  'extension.unexplained': { status: 422, message: '延期没有写明理由。请补上理由再提出。' },
  'extension.too-late': {
    status: 422,
    message:
      '延期应在到期日 {due} 之前提出，这一次是 {requestedOn}，已不能延期。请按原时限办理，或请交办机构另行处理。',
  },
  'extension.not-longer': {
    status: 422,
    message: '延期后的到期日 {extended} 没有晚于原到期日 {due}。请写一个更长的总时限。',
  },
  'extension.over-cap': {
    status: 422,
    message: '延期后的到期日 {extended} 超过上限 {cap}（自起算日共{limit}）。请缩短。',
  },
});
