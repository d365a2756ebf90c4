import { editedText, excerpts, slipsAfter, slipsInCase, slipsInText } from '../testing/letters';
import { proposalNumberAgree } from './proposal-number-agree';

const after = (from: string, to: string): string[] => excerpts(slipsAfter(proposalNumberAgree, [from, to]));

describe('title and opening that name another proposal', () => {
  it.each([
    ['（提案第085041号）', '（提案第085014号）', '第085014号 … 第085041号'],
    ['（提案第085041号）', '（第085042号提案）', '第085042号 … 第085041号'],
    ['（提案第085041号）', '（第85号）', '第85号 … 第085041号'],
    ['第085041号提案答复', '第085141号提案答复', '第085041号 … 第085141号'],
  ])('should find after “%s” → “%s”: %s', (from, to, wrong) => {
    expect(after(from, to)).toEqual([wrong]);
  });

  it('should doubt the title’s number where it tells another session', () => {
    expect(after('第085041号提案答复', '第084041号提案答复')).toEqual(['第084041号 … 第085041号']);
  });

  it('should find another session in the opening', () => {
    expect(after('你们提出的', '你们在市政协八届四次会议上提出的')).toEqual(['八届四次会议 … 八届五次会议']);
  });
});

describe('a letter held against its case', () => {
  it('should find a wrong number in the title', () => {
    const [slip] = slipsInCase(proposalNumberAgree, {}, ['第085041号提案答复', '第085014号提案答复']);
    expect([slip?.excerpt, slip?.replacement]).toEqual(['第085014号 … 第085041号', '第085041号']);
  });

  it('should find a number that is wrong everywhere', () => {
    const slips = slipsInCase(proposalNumberAgree, {
      proposal: { number: '085077', title: '关于办好社区夜校，丰富青年晚间生活的建议', kind: 'cppcc' },
    });
    expect(excerpts(slips)).toEqual(['第085041号']);
  });

  it('should find a title that is not the proposal’s', () => {
    const slips = slipsInCase(proposalNumberAgree, {}, ['《关于办好社区夜校，', '《关于开办社区夜校，']);
    expect([slips[0]?.excerpt, slips[0]?.replacement]).toEqual([
      '关于开办社区夜校，丰富青年晚间生活的建议',
      '关于办好社区夜校，丰富青年晚间生活的建议',
    ]);
  });

  it('should find nothing in the clean letter', () => {
    expect(slipsInCase(proposalNumberAgree, {})).toEqual([]);
  });

  it('should pass over 提案 or 建议 at the title’s end', () => {
    expect(slipsInCase(proposalNumberAgree, {}, ['晚间生活的建议》', '晚间生活的提案》'])).toEqual([]);
  });
});

describe('numbers that agree', () => {
  it.each([
    ['（提案第085041号）', '（第085041号提案）'],
    ['（提案第085041号）', '（提案第85041号）'],
    ['（提案第085041号）', ''],
    ['第085041号提案答复', '提案答复'],
    ['（提案第085041号）', '（提案第085041、085042号）'],
    ['你们提出的', '你们在市政协八届五次会议上提出的'],
    ['你们提出的', '根据市政府第12号令，你们提出的'],
    ['收悉，', '收悉，依照云政办〔2021〕69号文，'],
  ])('should let “%s” → “%s” stand', (from, to) => {
    expect(after(from, to)).toEqual([]);
  });

  it('should let the clean letter stand', () => {
    expect(slipsInText(proposalNumberAgree, editedText())).toEqual([]);
  });
});

describe('a letter that answers several proposals', () => {
  const others = { others: ['085042'] };
  const both = ['第085041号提案答复', '第085041、085042号提案答复'] as const;
  const opening = ['（提案第085041号）', '（提案第085041号）、《关于夜校的提案》（提案第085042号）'] as const;

  it('should be clean when title and opening name each of them', () => {
    expect(slipsInCase(proposalNumberAgree, others, both, opening)).toEqual([]);
  });

  it('should find that the title or the opening leaves one out', () => {
    const slips = slipsInCase(proposalNumberAgree, others, both);
    expect(slips.map(({ message }) => message)).toEqual(['开头没有写第085042号提案，这份函也答复它。']);
  });

  it('should find a number that is none of them', () => {
    const slips = slipsInCase(proposalNumberAgree, others, both, [
      opening[0],
      opening[1].replace('085042', '085043'),
    ]);
    expect(slips.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('提案号应为085041、085042'),
    );
  });
});
