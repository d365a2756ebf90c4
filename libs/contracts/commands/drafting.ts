import type { WordingName } from '@fuhan/letter-engine';
import { z } from 'zod';
import { chosen, flag, id, line, oneOf, optionalProse, phone, prose } from '../fields';
import { passageKinds, positions, publications } from '../words';
import { nothing, version } from './common';

const saveSection = z.strictObject({
  sectionId: chosen('部分', 'sections'),
  version,
  heading: line(200, '标题（自己加的部分）').nullable().default(null),
  verdict: oneOf(positions, '采纳意见').nullable().default(null),
  passages: z
    .array(
      z.strictObject({
        /** Null: a new one that the server names. An id the section does not know: a new one the editor has named. */
        id: id('段落', { widget: 'hidden' }).nullable().default(null),
        kind: oneOf(passageKinds, '样式').default('paragraph'),
        body: prose(200_000, '文字', { description: '表格一行写一行，各格用 | 隔开，第一行是表头' }),
        /** What its words rest on now; null: what they rested on before. */
        sources: z
          .array(z.strictObject({ opinionItemId: id('会办意见'), text: prose(200_000, '采用的文字') }))
          .max(50)
          .nullable()
          .default(null)
          .meta({ title: '来源', widget: 'hidden' }),
      }),
    )
    .max(500)
    .meta({ title: '段落' }),
});

/** The pieces of wording that one letter may word differently: templates over the same fields. */
export const wordingPieces = {
  title: '标题',
  addressee: '主送',
  opening: '开头',
  pronoun: '对提案者的称呼',
  heading: '建议标题',
  'verdict-adopted': '“采纳”的印法',
  'verdict-partly': '“部分采纳”的印法',
  'verdict-not_now': '“暂不采纳”的印法',
  'verdict-not_ours': '“不属职责”的印法',
  'verdict-noted': '“留作参考”的印法',
  closing: '结尾',
  signature: '署名',
  annotation: '附注（联系人）',
  'publication-active': '“主动公开”的印法',
  'publication-on_request': '“依申请公开”的印法',
  'publication-none': '“不予公开”的印法',
  copyTo: '抄送',
} as const satisfies Record<WordingName, string>;
export type WordingPiece = keyof typeof wordingPieces;

const saveFrame = z.strictObject({
  version,
  outcomeClass: line(2, '办理结果（类别）', { choices: 'classes' }),
  printClass: flag('印出类别'),
  publication: oneOf(publications, '公开方式'),
  contacts: z
    .array(z.strictObject({ name: line(40, '联系人'), phone: phone() }))
    .min(1, '至少一位联系人')
    .max(10)
    .meta({ title: '联系人' }),
  prose: optionalProse(20_000, '总体回应', { description: '写在开头之后、逐条答复之前；每行一段，可不写' }),
  wording: z
    .array(
      z.strictObject({
        piece: oneOf(wordingPieces, '哪一处'),
        template: line(2000, '本函用语', { widget: 'template' }),
      }),
    )
    .max(Object.keys(wordingPieces).length)
    .default([])
    .meta({ title: '本函特别用语', description: '不填就用本地通用的用语' }),
});

export const draftInputs = {
  'draft.adopt': z.strictObject({
    sectionId: chosen('采用到哪一部分', 'sections'),
    opinionItemId: chosen('哪一条意见', 'opinionItems'),
    paragraphs: z
      .array(z.number().int().min(0).max(999))
      .max(500)
      .nullable()
      .default(null)
      .meta({ title: '第几段', description: '从 0 数起；不填就采用全部', widget: 'hidden' }),
  }),
  'draft.unadopt': nothing,
  'draft.rejectItem': z.strictObject({
    opinionItemId: chosen('哪一条意见', 'opinionItems'),
    reason: prose(2000, '不采用的理由（会办单位看得到）'),
  }),
  'draft.reconsiderItem': z.strictObject({ opinionItemId: chosen('哪一条意见', 'rejectedItems') }),
  'draft.movePassage': z.strictObject({
    passageId: chosen('哪一段', 'passages'),
    sectionId: chosen('移到哪一部分', 'sections'),
    position: z.number().int().min(1).max(500).meta({ title: '放在第几段' }),
  }),
  'draft.splitPassage': z.strictObject({
    passageId: chosen('哪一段', 'passages'),
    at: z.number().int().min(1).max(200_000).meta({ title: '在第几个字之后分开' }),
  }),
  'draft.joinPassages': z.strictObject({ passageId: chosen('哪一段与后一段合并', 'passages') }),
  'draft.saveSection': saveSection,
  'draft.addSection': z.strictObject({
    heading: line(200, '标题'),
    position: z.number().int().min(1).max(100).meta({ title: '放在第几部分' }),
  }),
  'draft.removeSection': z.strictObject({ sectionId: chosen('部分', 'freeSections') }),
  'draft.saveFrame': saveFrame,
  'draft.submit': nothing,
  'draft.withdraw': nothing,
} as const;
