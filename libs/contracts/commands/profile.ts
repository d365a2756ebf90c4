import { z } from 'zod';
import { fileText, line, oneOf, prose } from '../fields';
import { placeFileNames } from '../words';
import { version } from './common';

/** The place's files that change; those that are not named stay as they are. */
export const publishProfile = z.strictObject({
  /** The version they were written upon. */
  version,
  files: z
    .array(z.strictObject({ name: oneOf(placeFileNames, '文件'), text: fileText(300_000, '内容') }))
    .min(1, '至少要改一个文件')
    .max(Object.keys(placeFileNames).length)
    .meta({ title: '改动的文件' }),
});

const wordingEdit = z.strictObject({
  /** Where the passage stands: closings/variants/thanks. */
  piece: line(200, '哪一段'),
  /** null: the usual words again. */
  template: prose(4_000, '用语').nullable(),
});

/** Passages of the letters that are to read otherwise, and the version they were written upon. */
export const wordingEdits = z.strictObject({
  version,
  edits: z.array(wordingEdit).max(300).meta({ title: '改动的用语' }),
});

const publishWording = wordingEdits.extend({
  edits: wordingEdits.shape.edits.min(1, '至少要改一段'),
  reason: line(200, '为什么改'),
});

export const profileInputs = {
  'profile.publish': publishProfile,
  'wording.publish': publishWording,
} as const;
