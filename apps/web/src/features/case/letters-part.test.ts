import { createElement } from 'react';
import type { Letter } from '../../shared/api/types';
import { caseFile, delivery, letter } from '../../testing/data';
import { markup, words } from '../../testing/render';
import { LettersPart } from './letters-part';

beforeAll(() => Object.assign(globalThis, { location: { origin: 'https://fuhan.example' } }));
afterAll(() => Reflect.deleteProperty(globalThis, 'location'));

const html = (more: Partial<Letter> = {}): string =>
  markup(createElement(LettersPart, { file: caseFile({ letters: [letter(more)] }) }));
const read = (more: Partial<Letter> = {}): string => words(html(more));

describe('the letters of a case', () => {
  it('should say who numbers them, while there is none', () => {
    expect(words(markup(createElement(LettersPart, { file: caseFile() })))).toContain(
      '还没有发文。签发之后由文书编号。',
    );
  });
  it('should be headed by number and state', () => {
    expect(read()).toMatch(/^南工信函〔2026〕12号待送达/);
  });
  it('should show the day as the letter prints it', () => {
    expect(read({ date: '2026-05-08' })).toContain('成文日期2026年5月8日');
  });
  it('should show the class of the outcome', () => {
    expect(read({ outcomeClass: 'B' })).toContain('办理结果B 类');
  });
  it('should say who issued them, when in Shanghai', () => {
    expect(read()).toContain('编号发文何敏，2026-05-08 10:30');
  });
  it('should all be shown where units answer separately', () => {
    const letters = [letter(), letter({ id: 'l2', documentNumber: '南民函〔2026〕3号' })];
    expect(words(markup(createElement(LettersPart, { file: caseFile({ letters }) })))).toContain(
      '南民函〔2026〕3号',
    );
  });
});

describe('the files of a letter', () => {
  it('should be opened below the API', () => {
    const files = [{ format: 'pdf', state: 'ready', href: '/letters/l1/files/pdf' }] as const;
    expect(html({ files: [...files] })).toContain('href="/api/letters/l1/files/pdf"');
  });
  it('should not be offered before they are made', () => {
    const files = [{ format: 'pdf', state: 'pending', href: '/letters/l1/files/pdf' }] as const;
    expect(html({ files: [...files] })).not.toContain('/files/pdf');
  });
  it('should say that they are being made', () => {
    expect(read({ files: [{ format: 'docx', state: 'pending', href: '' }] })).toContain(
      'Word（DOCX）：正在生成…',
    );
  });
  it('should say that it will be tried again when they could not be made', () => {
    expect(read({ files: [{ format: 'txt', state: 'failed', href: '' }] })).toContain(
      '纯文本：没有生成成功，系统会再试',
    );
  });
});

describe('the deliveries of a letter', () => {
  it('should say that nobody has it yet', () => {
    expect(read()).toContain('还没有送达。');
  });
  it('should say when it was sent to whom', () => {
    expect(read({ deliveries: [delivery()] })).toContain('沈若谷已发出2026-05-09 08:00 送出');
  });
  it('should not call it received before it is', () => {
    expect(read({ deliveries: [delivery()] })).not.toContain('签收');
  });
  it('should say when it was received', () => {
    const received = delivery({ receivedAt: '2026-05-10T01:00:00Z' });
    expect(read({ deliveries: [received] })).toContain('送出，2026-05-10 09:00 签收');
  });
  it('should show the personal link as it can be sent', () => {
    expect(read({ deliveries: [delivery({ link: '/f/abc' })] })).toContain('https://fuhan.example/f/abc');
  });
  it('should say whose link it copies to those who do not see it', () => {
    expect(read({ deliveries: [delivery({ link: '/f/abc' })] })).toContain('复制链接：给沈若谷');
  });
  it('should offer no link to copy where there is none', () => {
    expect(read({ deliveries: [delivery({ link: null })] })).not.toContain('复制链接');
  });
});
