import {
  letterOf,
  oddLetter,
  paragraph,
  paragraphs,
  table,
} from '../../../test/fixtures/letters/odd-letters';
import type { LetterModel } from '../model/model';
import { squeeze } from '../text/characters';
import { renderHtml } from './html';
import { renderText } from './text';

const bodyOf = (model: LetterModel): string => renderHtml(model).split('<body>')[1]!;
const words = (model: LetterModel): string => squeeze(bodyOf(model).replace(/<[^>]+>/g, ''));

describe('the preview of a letter out of the ordinary', () => {
  it.each([
    ['several signatures', oddLetter({ signature: ['甲局', '乙局', '丙局', '丁局'] })],
    ['attachments', oddLetter({ attachments: [{ title: '名单', blocks: paragraphs(2) }] })],
    ['a table', letterOf([table(['甲', '乙'], [['一', '二']])])],
    ['a table without a head', letterOf([table([], [['一', '二']])])],
    [
      'the class beside the number',
      oddLetter({ print: { classSpot: 'number-line', secrecy: '秘密', urgency: '特急' } }),
    ],
    ['the class above the title', oddLetter({ print: { classSpot: 'above-title' } })],
    [
      'sixty addressees',
      oddLetter({ addressees: Array.from({ length: 60 }, (_, i) => `云陵市第${i}街道办`) }),
    ],
  ])('should have the words of the text: %s', (_, model) => {
    expect(words(model)).toBe(squeeze(renderText(model)));
  });

  it('should have the units of a row side by side', () => {
    const rows = bodyOf(oddLetter({ signature: ['甲局', '乙局', '丙局', '丁局'] })).match(
      /<p class="letter__signatures">.*?<\/p>/g,
    );
    expect(rows?.map((row) => row.match(/<span>/g)?.length)).toEqual([2, 2]);
  });

  it('should have one signature as a line of its own', () => {
    expect(bodyOf(oddLetter())).toContain('<p class="letter__signature">云陵市交通运输局</p>');
  });

  it('should have no head for a table in whose head nothing is written', () => {
    expect(bodyOf(letterOf([table(['', ' '], [['一', '二']])]))).not.toContain('<thead>');
  });

  it('should show nothing for a table with nothing in it', () => {
    expect(bodyOf(letterOf([table([], [])]))).not.toContain('<table');
  });

  it('should have columns as wide as on paper', () => {
    const widths = [
      ...bodyOf(letterOf([table(['序号', '说明'], [['1', '很长的说明'.repeat(12)]])])).matchAll(
        /<col style="width:([\d.]+)%">/g,
      ),
    ];
    expect(widths.map(([, width]) => Number(width)).reduce((a, b) => a + b)).toBeCloseTo(100, 0);
  });

  it('should fill short rows, so that the lines of the table close', () => {
    expect(bodyOf(letterOf([table(['甲', '乙', '丙'], [['一']])])).match(/<td/g)).toHaveLength(3);
  });

  it('should break a line where a line feed was typed', () => {
    expect(bodyOf(letterOf([paragraph('甲\n乙')]))).toContain('甲<br>乙');
  });

  it('should say where the class stands', () => {
    expect(bodyOf(oddLetter({ print: { classSpot: 'number-line' } }))).toContain(
      'letter__class--number-line',
    );
  });

  it('should have attachments titled by a heading', () => {
    const model = oddLetter({ attachments: [{ title: '名单', blocks: paragraphs(1) }] });
    expect(bodyOf(model)).toContain('<h2 class="letter__title">名单</h2>');
  });
});
