import { chineseDate } from '@fuhan/kernel';
import { parseDateLine } from '../../import/dates';
import { squeeze } from '../../text/characters';
import type { LetterCheck, Slip } from '../check';
import { nowhere, wholeOf } from '../letter-words';
import { dateLine } from '../source-lines';

const RIGHT = /^\d{4}年[1-9]\d?月[1-9]\d?日$/;

function fault(written: string): string {
  if (/[〇零○一二三四五六七八九十廿卅]/.test(written)) return '用了汉字数字';
  if (/[０-９]/.test(written)) return '用了全角数字';
  if (/年0\d|月0\d/.test(written)) return '月、日前面多了0';
  if (!/^\d{4}\D/.test(written) && /年/.test(written)) return '年份没有写全';
  if (/^\d+$/.test(written)) return '丢了年、月、日三个字';
  if (!/年/.test(written)) return '没有写成“年、月、日”';
  return '没有写全';
}

/** The date as it stands in the stored text: Arabic digits, the year in full, no leading zeros, a day that exists. */
export const dateForm: LetterCheck = {
  id: 'date-form',
  name: '成文日期的写法',
  rule: '成文日期用阿拉伯数字写全年、月、日，年份标全称，月、日不编虚位（GB/T 9704—2012，7.3.5.4）',
  severity: 'yellow',
  atIssue: true,
  find({ pieces }, { source }): Slip[] {
    const line = source === null ? null : dateLine(source);
    if (line === null) return [];
    const written = squeeze(line);
    const day = parseDateLine(line);
    if (RIGHT.test(written) && day !== null) return [];
    const piece = pieces.find(({ kind }) => kind === 'date');
    const right = day === null ? null : chineseDate(day);
    return [
      {
        message: RIGHT.test(written) ? '成文日期不是存在的日子。' : `成文日期${fault(written)}。`,
        excerpt: line,
        place: piece ? wholeOf(piece).place : nowhere,
        fix: right === null ? '把成文日期写全，如2026年6月9日。' : `成文日期应写作“${right}”。`,
        ...(right === null ? {} : { replacement: right }),
      },
    ];
  },
};
