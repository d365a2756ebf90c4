import {
  type FigureName,
  figureNames,
  noticeKindNames,
  personalChannels,
  searchKinds,
  type Stage,
  stages,
} from '@fuhan/rules';
import { z } from 'zod';
import { type TodoBox, todoBoxes } from './words';
import { wordingEdits } from './commands/profile';
import { date, line, mailAddress, optionalProse, prose } from './fields';

export const pageQuery = z.object({
  q: z.string().max(200).optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Of merged proposals with a letter each: whose letter is looked at; the case's own where none is named. */
export const previewQuery = z.object({ answers: z.uuid('不是有效的编号').optional() });
/** What the public looks for. */
export const publishedQuery = pageQuery.extend({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  unit: z.string().max(100).optional(),
});

/** The same of a page for people: what cannot be read of an address is left out rather than refused. */
export const publicPageQuery = z.object({
  q: z.string().trim().max(200).min(1).optional().catch(undefined),
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  unit: z.string().trim().max(100).min(1).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
});

/** Which month of the calendar; this one where none is named. */
export const monthQuery = z.object({
  month: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/, '月份请写成 2026-03 的样子')
    .optional(),
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

/** A round by its number, or a step by its id. */
export const redlineQuery = z.object({
  since: z.string().regex(/^(\d{1,6}|[0-9a-f-]{36})$/i, '应是轮次或环节的编号'),
});

export const importRowsQuery = z.object({
  only: z.enum(['all', 'problems', 'errors']).default('all'),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const letterImportRowsQuery = z.object({
  only: z.enum(['all', 'failed', 'doubled', 'noted']).default('all'),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** The lists that came in, or the lines of one of them. */
export const importsFileQuery = importRowsQuery
  .pick({ only: true })
  .extend({ list: z.uuid('不是有效的编号').optional() });
/** The runs, or the report of one of them. */
export const letterImportsFileQuery = letterImportRowsQuery
  .pick({ only: true })
  .extend({ run: z.uuid('不是有效的编号').optional() });

/** What a file is called, and for which opinion it is read. */
export const paperQuery = z.object({ name: z.string().max(200).default('文件') });
export const opinionTextQuery = paperQuery.extend({ opinion: z.uuid('不是有效的编号') });

/** The section that is being written. */
export const earlierQuery = z.object({ section: z.uuid('不是有效的编号') });
export const similarQuery = z.object({ title: z.string().min(1).max(200) });

/** 统计: a year or a session, counted on a day (today, where none is asked for). */
export const statisticsQuery = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  term: z.coerce.number().int().min(1).max(99).optional(),
  meeting: z.coerce.number().int().min(1).max(20).optional(),
  asOf: z.iso.date('不是有效的日期').optional(),
});
/** The list behind one figure. */
export const factListQuery = statisticsQuery.extend({
  figure: z.enum(figureNames as [FigureName, ...FigureName[]]),
  unit: z.uuid('不是有效的编号').optional(),
  outcomeClass: z.string().max(20).optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
/** The cases behind one number of 阶段 × 亮灯. */
export const stageListQuery = statisticsQuery.extend({
  stage: z.enum(Object.keys(stages) as [Stage, ...Stage[]]),
  light: z.enum(['overdue', 'red', 'yellow', 'green', 'grey']).optional(),
});
export const factFileQuery = factListQuery.omit({ offset: true, limit: true });

/** 台账: by words, class of the reply, supervising leader; stage and lights (several, with commas) of what is open. */
export const ledgerAsked = z.object({
  q: z.string().max(200).optional(),
  outcomeClass: z.string().max(10).optional(),
  leader: z.uuid('不是有效的编号').optional(),
  stage: z.enum(Object.keys(stages) as [Stage, ...Stage[]]).optional(),
  light: z
    .string()
    .max(60)
    .transform((lights) => lights.split(','))
    .pipe(z.array(z.enum(['overdue', 'red', 'yellow', 'green', 'grey'])))
    .optional(),
});
export const proposalsQuery = pageQuery.extend(ledgerAsked.shape);
/** A view of one's own: what is asked, under a name; `asked` null: no longer. */
export const ledgerViewBody = z.strictObject({
  name: line(30, '视图名称'),
  asked: z
    .partialRecord(z.enum(['q', 'outcomeClass', 'leader', 'stage', 'light']), z.string().max(200))
    .nullable(),
});

/** What the ledger shows, or the cases that were chosen. */
export const ledgerFileQuery = ledgerAsked.extend({
  ids: z
    .string()
    .max(8_000, '一次最多导出 200 件')
    .transform((ids) => ids.split(','))
    .pipe(z.array(z.uuid('不是有效的编号')).max(200, '一次最多导出 200 件'))
    .optional(),
});

/** 全文检索: words, and which of the finds. */
export const searchQuery = z.object({
  q: z.string().min(1, '请填写要找的词').max(200, '要找的词不能超过 200 字，请只写几个关键词'),
  kind: z.enum(Object.keys(searchKinds) as [keyof typeof searchKinds]).optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  unit: z.uuid('不是有效的编号').optional(),
  outcomeClass: z.string().max(20).optional(),
  proposer: z.string().max(60).optional(),
  stage: z.enum(Object.keys(stages) as [Stage, ...Stage[]]).optional(),
  offset: z.coerce.number().int().min(0).max(1_000).default(0),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

export const searchFileQuery = searchQuery.omit({ offset: true, limit: true });

/** Units or people whose name has these words. */
export const houseFileQuery = z.object({ q: z.string().max(200).optional() });

/** All policies, or what one of them says. */
export const policiesFileQuery = z.object({ doc: z.uuid('不是有效的编号').optional() });

/** A stored file that is looked at before it is imported. */
export const policyPreviewBody = z.strictObject({ fileId: z.uuid('不是有效的编号') });

/** A year of the books; without one, this year. */
export const registersQuery = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() });
/** One of the books, or all of them. */
export const registerFileQuery = registersQuery.extend({
  book: z.enum(['numbers', 'seals', 'receipts']).optional(),
});

/** 承诺台账: a year (this one, where none is asked for), a unit that has to keep them, and which of them. */
export const commitmentsQuery = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  unit: z.uuid('不是有效的编号').optional(),
  show: z.enum(['all', 'open', 'overdue', 'kept', 'unkept', 'answered']).default('all'),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** 审计日志: a person or account, a proposal's number, an action or an id; from one day to another. */
export const auditQuery = pageQuery.extend({
  from: date('起始日期').optional(),
  to: date('截止日期').optional(),
});
export const auditFileQuery = auditQuery.omit({ offset: true, limit: true });

export const commitmentsFileQuery = commitmentsQuery.omit({ offset: true, limit: true });

export const todoQuery = z.object({
  box: z.enum(Object.keys(todoBoxes) as [TodoBox, ...TodoBox[]]).default('todo'),
});
export const starBody = z.strictObject({ on: z.boolean().meta({ title: '关注' }) });

/** What a proposer says to the record of a talk. */
export const contactAnswerBody = z.strictObject({
  confirmed: z.boolean().meta({ title: '确有这次沟通' }),
  remark: optionalProse(2000, '说明').transform((words) => words || null),
});

/** 常用语: a whole list as it is to be, with the version its keeper saw (0: there was none). */
export const phrasesBody = z.strictObject({
  shelf: z.enum(['mine', 'unit']),
  version: z.number().int().min(0),
  texts: z.array(prose(500, '常用语')).max(100),
});

const versionAsked = z.coerce.number().int().min(0).max(1_000_000);
/** Two versions of the place's profile; 0: as shipped. */
export const wordingChangesQuery = z.strictObject({ from: versionAsked, to: versionAsked });

/** Words that are not saved, and the passage and paper to see them in. */
export const wordingPreviewBody = wordingEdits.extend({
  piece: line(200, '哪一段'),
  paper: z.enum(['plenary', 'npc_suggestion']).default('plenary'),
});
