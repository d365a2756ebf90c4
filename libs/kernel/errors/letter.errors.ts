import { defineErrors } from './catalogue';

/** The letter engine: import, wording, layout. */
export const letterErrors = defineErrors({
  'letter.file-unreadable': { status: 422, message: '读不到文件“{file}”。请核对路径。' },
});
