import { z } from 'zod';
import { fileText, oneOf } from '../fields';
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

export const profileInputs = { 'profile.publish': publishProfile } as const;
