import { FuhanError } from '@fuhan/kernel';
import { importLetter } from '../import/import-letter';
import { twinText } from '../../../test/fixtures/letters/letters';
import { headingMark, printedHeading, storedHeading } from './heading-marks';
import { emptyLetter, letterModelSchema } from './model';
import { parseLetterJson } from './parse-model';

describe('heading marks', () => {
  it.each([
    ['一、概况', 1, '一、'],
    ['十二、其他', 1, '十二、'],
    ['（三）保障', 2, '（三）'],
    ['(三)保障', 2, '(三)'],
    ['1.做法', 3, '1.'],
    ['（2）步骤', 4, '（2）'],
  ])('should see the mark of %s', (text, level, mark) => {
    expect(headingMark(text)).toEqual({ level, mark });
  });

  it.each(['一是推进', '2024年', '1.93亿元', '关于“一、二”的建议'])('should see no mark in %s', (text) => {
    expect(headingMark(text)).toBeNull();
  });

  it('should leave an expected mark out of the stored heading', () => {
    expect(storedHeading('二、保障', 2)).toBe('保障');
  });

  it('should keep a mark that is out of order', () => {
    expect(storedHeading('三、保障', 2)).toBe('三、保障');
  });

  it.each([
    ['二、保障', 2],
    ['三、保障', 2],
    ['一.过程', 1],
    ['一、二、三年计划', 1],
  ])('should print %s again as it stood', (printed, n) => {
    expect(printedHeading(storedHeading(printed, n), n)).toBe(printed);
  });
});

describe('the letter as JSON', () => {
  const text = JSON.stringify(importLetter(twinText('002')));
  const refusal = (json: string): FuhanError => {
    try {
      parseLetterJson(json, 'a.json');
    } catch (error) {
      if (error instanceof FuhanError) return error;
    }
    throw new Error('nothing was refused');
  };

  it('should be read back as it was written', () => {
    expect(parseLetterJson(text)).toEqual(importLetter(twinText('002')));
  });

  it('should have exactly the documented fields', () => {
    expect(Object.keys(emptyLetter())).toEqual(
      'kind issuer documentNumber class title addressees proposal coHandlers opening sections closing signature date contacts annotation publication copyTo attachments signedBy unparsed'.split(
        ' ',
      ),
    );
  });

  it('should accept a letter with nothing in it', () => {
    expect(letterModelSchema.parse(emptyLetter())).toEqual(emptyLetter());
  });

  it('should be refused when it is cut off', () => {
    expect(refusal(text.slice(0, 100)).code).toBe('letter.json-broken');
  });

  it('should name the field that does not fit, in Chinese', () => {
    const { code, params, message } = refusal(JSON.stringify({ ...emptyLetter(), copyTo: '市政协' }));
    expect({ code, field: params['field'] }).toEqual({ code: 'letter.json-invalid', field: 'copyTo' });
    expect(message).toMatch(/[\u4e00-\u9fff]，期望|应为|无效/);
  });

  it('should be refused with a day that does not exist', () => {
    expect(refusal(JSON.stringify({ ...emptyLetter(), date: '2026-02-30' })).params['field']).toBe('date');
  });

  it('should be refused with a control character inside', () => {
    expect(refusal(JSON.stringify({ ...emptyLetter(), title: '甲\u0008' })).code).toBe(
      'letter.control-character',
    );
  });
});
