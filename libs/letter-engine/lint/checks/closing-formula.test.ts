import {
  CLEAN_TEXT,
  editedLetter,
  editedText,
  excerpts,
  slipsAfter,
  slipsInText,
  slipsOf,
} from '../testing/letters';
import { wrongAfter } from '../testing/saying';
import { closingFormula } from './closing-formula';

const THANKS = '衷心感谢你们对我市群众文化工作的关心和支持。';
const CLOSING = `专此答复，${THANKS}`;
const closed = (closing: string): string[] =>
  excerpts(slipsInText(closingFormula, CLEAN_TEXT.replace(CLOSING, closing)));

describe('closings', () => {
  it('should be found without a formula', () => {
    expect(closed(THANKS)).toEqual([THANKS]);
  });

  it.each([
    ['此致\n\n敬礼', '此致'],
    ['特此通知。', '特此通知'],
    ['特此报告。', '特此报告'],
    ['谨此回复。', '谨此回复'],
    ['特此函告。', '特此函告'],
    ['妥否，请批示。', '妥否，请批示'],
    ['顺祝工作顺利！', '顺祝工作顺利！'],
  ])('should be found with the formula of another paper: %s', (closing, wrong) => {
    expect(closed(closing)).toEqual([wrong]);
  });

  it('should be found with two formulas', () => {
    expect(closed(`${CLOSING}\n\n特此函复。`)).toEqual(['特此函复 … 专此答复']);
  });

  it('should be found with one formula twice', () => {
    expect(closed(`${CLOSING}\n\n专此答复。`)).toEqual(['专此答复']);
  });

  it('should be found with a formula in the text already', () => {
    expect(
      wrongAfter(closingFormula, ['淘汰评价不高的课程。', '淘汰评价不高的课程。\n\n特此函复。']),
    ).toHaveLength(1);
  });

  it('should say what to write', () => {
    expect(slipsAfter(closingFormula, [CLOSING, THANKS])[0]?.fix).toContain('专此答复');
  });
});

describe('closings that fit', () => {
  it.each([
    CLOSING,
    `专此答复。${THANKS}`,
    `特此函复。${THANKS}`,
    `特此答复，${THANKS}`,
    `${THANKS}\n\n专此答复。`,
    '此复。',
    `专此函复。${THANKS}`,
  ])('should not be found: %s', (closing) => {
    expect(closed(closing)).toEqual([]);
  });

  it('should not be found in 此复函 at a sentence’s beginning', () => {
    expect(closed(`${CLOSING}此复函已经主任审签。`)).toEqual([]);
  });

  it('should not be asked of another city’s letter', () => {
    const text = editedText([CLOSING, THANKS]).replaceAll('云陵市', '江宁市');
    expect(excerpts(slipsInText(closingFormula, text))).toEqual([]);
  });

  it('should not be asked of other kinds of letters', () => {
    const model = { ...editedLetter([CLOSING, '特此通知。']), kind: 'handOver' as const };
    expect(slipsOf(closingFormula, model)).toEqual([]);
  });

  it('should be left to another check where there is none at all', () => {
    expect(slipsOf(closingFormula, { ...editedLetter(), closing: null })).toEqual([]);
  });

  it('should not be found in a clean letter', () => {
    expect(slipsInText(closingFormula, CLEAN_TEXT)).toEqual([]);
  });
});
