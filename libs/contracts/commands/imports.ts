import { z } from 'zod';
import { id, oneOf, optionalProse } from '../fields';
import { importFields, importModes, proposalKinds } from '../words';

const MOST_COLUMNS = Object.keys(importFields).length;
/** The line of a spreadsheet. */
const lineNumber = z.number().int().min(1).max(1_048_576).meta({ title: '行号' });

/** What lines are taken for that say nothing themselves. */
const otherwise = {
  kind: oneOf(proposalKinds, '类型').nullable().default(null),
  term: z.number().int().min(1).max(99).nullable().default(null).meta({ title: '届' }),
  meeting: z.number().int().min(1).max(20).nullable().default(null).meta({ title: '次' }),
};

const change = z.strictObject({
  columns: z
    .array(
      z.strictObject({
        field: oneOf(importFields, '含义'),
        column: z.number().int().min(0).max(199).nullable().meta({ title: '列' }),
      }),
    )
    .max(MOST_COLUMNS)
    .default([])
    .meta({ title: '各列的含义' }),
  ...otherwise,
  rows: z
    .array(
      z.strictObject({
        line: lineNumber,
        fields: z
          .array(
            z.strictObject({
              field: oneOf(importFields, '栏目'),
              text: optionalProse(200_000, '填写的内容'),
            }),
          )
          .min(1)
          .max(MOST_COLUMNS)
          .meta({ title: '改正的栏目' }),
      }),
    )
    .max(500)
    .default([])
    .meta({ title: '改正的行' }),
});

/** A handed-over list of proposals. */
export const importInputs = {
  'import.create': z.strictObject({ fileId: id('交办清单', { widget: 'file' }), ...otherwise }),
  'import.change': change,
  'import.confirm': z.strictObject({ mode: oneOf(importModes, '导入哪些行') }),
  'import.undo': z.strictObject({}),
} as const;
