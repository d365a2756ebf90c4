import { noticeKindNames, personalChannels } from '@fuhan/rules';
import { z } from 'zod';
import * as answers from './answers';
import { chaseMany } from './commands/chasing';
import { outsideOpinionBody } from './commands';
import { line, mailAddress, optionalProse } from './fields';

export interface QuerySpec {
  readonly method: 'get' | 'post' | 'delete';
  /** Below `/api`, with `{name}` places. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  /** True where no sign-in is needed. */
  readonly open?: boolean;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** JSON unless a media type is named. */
  readonly answer: z.ZodType | { readonly media: string };
  readonly status?: number;
}

const pageQuery = z.object({
  q: z.string().max(200).optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const signInBody = z.strictObject({
  account: line(40, '账号'),
  password: z.string().min(1, '请填写密码').max(200).meta({ title: '密码', widget: 'password' }),
});

export const noticesQuery = z.object({ box: z.enum(['unread', 'all']).default('all') });
export const readAllBody = z.strictObject({
  upTo: z
    .string()
    .regex(/^\d{1,18}$/, '不是有效的通知编号')
    .meta({ title: '读到哪一条' }),
});
export const noticeSettingsBody = z.strictObject({
  mail: mailAddress('邮箱').nullable().default(null),
  choices: z
    .array(
      z.strictObject({
        kind: z.enum(noticeKindNames),
        channels: z.array(z.enum(personalChannels)).max(personalChannels.length),
      }),
    )
    .max(noticeKindNames.length)
    .refine(
      (choices) => new Set(choices.map(({ kind }) => kind)).size === choices.length,
      '有一种通知写了两次',
    )
    .default([])
    .meta({ title: '通知方式' }),
});

export const todoQuery = z.object({ box: z.enum(['todo', 'mine', 'all']).default('todo') });

/** What a proposer says to the record of a talk. */
export const contactAnswerBody = z.strictObject({
  confirmed: z.boolean().meta({ title: '确有这次沟通' }),
  remark: optionalProse(2000, '说明').transform((words) => words || null),
});

/** Everything that is read, and the few writes that are no command of the rules: signing in and out, uploading, reading a notice. */
export const queries = {
  signIn: {
    method: 'post',
    path: '/session',
    summary: '登录',
    tag: '登录',
    open: true,
    body: signInBody,
    answer: answers.personAnswer.pick({ id: true, name: true }),
  },
  signOut: {
    method: 'delete',
    path: '/session',
    summary: '退出登录',
    tag: '登录',
    open: true,
    answer: z.null(),
    status: 204,
  },
  me: { method: 'get', path: '/me', summary: '我是谁，能开始办什么', tag: '登录', answer: answers.meAnswer },
  todo: {
    method: 'get',
    path: '/todo',
    summary: '待办',
    tag: '待办',
    query: todoQuery,
    answer: answers.todoAnswer,
  },
  notices: {
    method: 'get',
    path: '/notices',
    summary: '我的通知',
    tag: '待办',
    query: noticesQuery,
    answer: z.array(answers.noticeAnswer),
  },
  readNotice: {
    method: 'post',
    path: '/notices/{notice}/read',
    summary: '通知标为已读',
    tag: '待办',
    answer: z.null(),
    status: 204,
  },
  readAllNotices: {
    method: 'post',
    path: '/notices/read-all',
    summary: '通知全部标为已读',
    tag: '待办',
    body: readAllBody,
    answer: z.null(),
    status: 204,
  },
  events: {
    method: 'get',
    path: '/events',
    summary: '实时消息：未读数、哪件提案有新进展（text/event-stream）',
    tag: '待办',
    answer: { media: 'text/event-stream' },
  },
  noticeSettings: {
    method: 'get',
    path: '/notice-settings',
    summary: '我的通知设置',
    tag: '通知设置',
    answer: answers.noticeSettingsAnswer,
  },
  saveNoticeSettings: {
    method: 'post',
    path: '/notice-settings',
    summary: '保存通知设置',
    tag: '通知设置',
    body: noticeSettingsBody,
    answer: z.null(),
    status: 204,
  },
  renewCalendar: {
    method: 'post',
    path: '/calendar-feed',
    summary: '生成（更换）日历订阅地址',
    tag: '通知设置',
    answer: answers.calendarAnswer,
    status: 201,
  },
  revokeCalendar: {
    method: 'delete',
    path: '/calendar-feed',
    summary: '停用日历订阅地址',
    tag: '通知设置',
    answer: z.null(),
    status: 204,
  },
  channels: {
    method: 'get',
    path: '/channels',
    summary: '外发通道：状态、没有送到的通知、群机器人',
    tag: '外发通道',
    answer: answers.channelsAnswer,
  },
  chases: {
    method: 'post',
    path: '/chases',
    summary: '批量催办：同一段话，逐家给出结果',
    tag: '承办',
    body: chaseMany,
    answer: answers.chasesAnswer,
  },
  delegations: {
    method: 'get',
    path: '/delegations',
    summary: '委托代办：我委托的、委托我的',
    tag: '委托代办',
    answer: answers.delegationsAnswer,
  },
  proposals: {
    method: 'get',
    path: '/proposals',
    summary: '提案台账',
    tag: '提案',
    query: pageQuery,
    answer: answers.proposalsAnswer,
  },
  case: {
    method: 'get',
    path: '/proposals/{id}',
    summary: '一件提案的全部案卷',
    tag: '提案',
    answer: answers.caseFile,
  },
  clock: {
    method: 'get',
    path: '/clocks/{id}',
    summary: '一个时限怎么算出来：起算、规则和出处、逐日、暂停、延期',
    tag: '时限',
    answer: answers.clockExplanation,
  },
  calendars: {
    method: 'get',
    path: '/calendars',
    summary: '放假安排：各年的通知、本地的放假和上班',
    tag: '时限',
    answer: answers.calendarsAnswer,
  },
  clockRules: {
    method: 'get',
    path: '/clock-rules',
    summary: '预览：进行中的时限改用最新规定后的到期日',
    tag: '时限',
    answer: answers.clockRulesAnswer,
  },
  draftFindings: {
    method: 'get',
    path: '/drafts/{id}/findings',
    summary: '答复稿的检查结果',
    tag: '答复稿',
    answer: answers.findingsAnswer,
  },
  draftPreview: {
    method: 'get',
    path: '/drafts/{id}/preview.html',
    summary: '答复稿预览（网页）',
    tag: '答复稿',
    answer: { media: 'text/html' },
  },
  draftPreviewPdf: {
    method: 'get',
    path: '/drafts/{id}/preview.pdf',
    summary: '答复稿预览（版式）',
    tag: '答复稿',
    answer: { media: 'application/pdf' },
  },
  letterFile: {
    method: 'get',
    path: '/letters/{id}/files/{format}',
    summary: '答复函文件',
    tag: '答复函',
    answer: { media: 'application/octet-stream' },
  },
  units: {
    method: 'get',
    path: '/units',
    summary: '单位名录',
    tag: '单位与人员',
    answer: z.array(answers.unitAnswer),
  },
  people: {
    method: 'get',
    path: '/people',
    summary: '人员',
    tag: '单位与人员',
    answer: z.array(answers.personAnswer.extend({ actions: z.array(answers.nextActionAnswer) })),
  },
  upload: {
    method: 'post',
    path: '/files',
    summary: '上传文件',
    tag: '文件',
    body: z.unknown(),
    answer: answers.fileAnswer,
    status: 201,
  },
  file: {
    method: 'get',
    path: '/files/{id}',
    summary: '下载文件',
    tag: '文件',
    answer: { media: 'application/octet-stream' },
  },
  outsideLetter: {
    method: 'get',
    path: '/f/{token}',
    summary: '提案者的专属链接：答复函',
    tag: '提案者',
    open: true,
    answer: answers.outsideLetter,
  },
  outsideFile: {
    method: 'get',
    path: '/f/{token}/{format}',
    summary: '提案者的专属链接：文件',
    tag: '提案者',
    open: true,
    answer: { media: 'application/octet-stream' },
  },
  outsideContact: {
    method: 'post',
    path: '/f/{token}/contacts/{id}',
    summary: '提案者的专属链接：确认或否认沟通记录',
    tag: '提案者',
    open: true,
    body: contactAnswerBody,
    answer: z.null(),
    status: 204,
  },
  outsideReceive: {
    method: 'post',
    path: '/f/{token}/receive',
    summary: '提案者的专属链接：已收到',
    tag: '提案者',
    open: true,
    answer: z.null(),
    status: 204,
  },
  outsideOpinion: {
    method: 'get',
    path: '/o/{token}',
    summary: '会办单位的专用链接：问题与建议',
    tag: '会办意见',
    open: true,
    answer: answers.outsideOpinion,
  },
  outsideOpinionSubmit: {
    method: 'post',
    path: '/o/{token}',
    summary: '会办单位的专用链接：提交意见',
    tag: '会办意见',
    open: true,
    body: outsideOpinionBody,
    answer: z.object({ version: z.number().int() }),
  },
  demo: {
    method: 'get',
    path: '/demo',
    summary: '演示账号',
    tag: '系统',
    open: true,
    answer: answers.demoAnswer.nullable(),
  },
  health: {
    method: 'get',
    path: '/health',
    summary: '系统状态',
    tag: '系统',
    open: true,
    answer: z.object({
      database: z.boolean(),
      queue: z.string(),
      roles: z.array(z.string()),
      /** What somebody has to see to, in words: a year without its holidays. */
      warnings: z.array(z.string()),
    }),
  },
} as const satisfies Record<string, QuerySpec>;

export type QueryName = keyof typeof queries;
