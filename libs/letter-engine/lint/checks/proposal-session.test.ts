import { editedText, excerpts, slipsAfter, slipsInCase, slipsInText } from '../testing/letters';
import { yunling } from '../testing/place';
import { proposalSession } from './proposal-session';

const after = (from: string, to: string): string[] => excerpts(slipsAfter(proposalSession, [from, to]));
const everywhere = (digits: string): string => editedText().replaceAll('085041', digits);

describe('numbers that tell another session', () => {
  it('should find another meeting in the title', () => {
    expect(after('八届五次会议', '八届四次会议')).toEqual(['第085041号 … 八届四次会议']);
  });

  it('should find another term in the title', () => {
    expect(after('八届五次会议', '九届五次会议')).toEqual(['第085041号 … 九届五次会议']);
  });

  it.each(['084041', '095041', '135041'])('should find another number throughout: %s', (digits) => {
    expect(excerpts(slipsInText(proposalSession, everywhere(digits)))).toEqual([
      `第${digits}号 … 八届五次会议`,
    ]);
  });

  it('should read a session written at length', () => {
    expect(after('市政协八届五次会议', '云陵市第八届政协第四次会议')).toEqual([
      '第085041号 … 第八届政协第四次会议',
    ]);
  });

  it('should read the session in the opening where the title has none', () => {
    const text = editedText(
      ['市政协八届五次会议第', '第'],
      ['你们提出的', '你们在市政协八届四次会议上提出的'],
    );
    expect(excerpts(slipsInText(proposalSession, text))).toEqual(['第085041号 … 八届四次会议']);
  });

  it('should doubt the session where the register has the number', () => {
    expect(excerpts(slipsInCase(proposalSession, {}, ['八届五次会议', '八届四次会议']))).toEqual([
      '八届四次会议 … 第085041号',
    ]);
  });

  it('should say which session the number tells', () => {
    expect(slipsAfter(proposalSession, ['八届五次会议', '八届四次会议'])[0]?.fix).toContain('八届五次会议');
  });
});

describe('numbers with nothing to tell', () => {
  it.each(['市政协第八届第五次会议', '政协云陵市第八届委员会第五次会议', '市政协8届5次会议'])(
    'should let %s stand',
    (words) => {
      expect(after('市政协八届五次会议', words)).toEqual([]);
    },
  );

  it('should let the clean letter stand', () => {
    expect(slipsInText(proposalSession, editedText())).toEqual([]);
  });

  it('should pass over a number of another make', () => {
    expect(slipsInText(proposalSession, everywhere('41'))).toEqual([]);
  });

  it('should be silent where the place does not number so', () => {
    const text = editedText(['八届五次会议', '八届四次会议']);
    expect(slipsInText(proposalSession, text, { place: { ...yunling, proposalNumber: null } })).toEqual([]);
  });

  it('should not read a congress’s numbers by the committee’s rule', () => {
    expect(after('市政协八届五次会议', '市八届人大四次会议')).toEqual([]);
  });

  it('should not read another city’s numbers', () => {
    const text = editedText(['八届五次会议', '八届四次会议']).replaceAll('云陵市', '江宁市');
    expect(slipsInText(proposalSession, text)).toEqual([]);
  });
});
