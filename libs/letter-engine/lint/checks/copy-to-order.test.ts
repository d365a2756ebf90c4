import { editedText, excerpts, slipsAfter, slipsInText } from '../testing/letters';
import { copyToOrder } from './copy-to-order';

const COPIES = '抄送：市政协提案委、市政府办公室、市财政局、市教育体育局、市人力资源社会保障局。';
const OPENING = '经综合市财政局、市教育体育局、市人力资源社会保障局意见';
const after = (from: string, to: string): string[] => excerpts(slipsAfter(copyToOrder, [from, to]));
const copies = (to: string): string[] => after(COPIES, `抄送：市政协提案委、市政府办公室${to}。`);

describe('opening and copies that differ', () => {
  it('should find a co-handler without a copy', () => {
    expect(copies('、市财政局、市人力资源社会保障局')).toEqual(['市教育体育局']);
  });

  it('should find each co-handler without a copy', () => {
    expect(copies('、市财政局')).toEqual(['市教育体育局', '市人力资源社会保障局']);
  });

  it('should find a copy to a unit the opening does not name', () => {
    expect(copies('、市财政局、市教育体育局、市商务局、市人力资源社会保障局')).toEqual(['市商务局']);
  });

  it('should find another order', () => {
    expect(copies('、市教育体育局、市财政局、市人力资源社会保障局')).toEqual([
      '市教育体育局、市财政局、市人力资源社会保障局 … 市财政局、市教育体育局、市人力资源社会保障局',
    ]);
  });

  it('should find an opening that names nobody', () => {
    expect(after(OPENING, '经综合会办单位意见')).toEqual([
      '会办单位 … 市财政局、市教育体育局、市人力资源社会保障局',
    ]);
  });

  it('should find an opening that asked nobody', () => {
    expect(after(OPENING, '经研究')).toEqual(['市财政局、市教育体育局、市人力资源社会保障局']);
  });

  it('should point at the unit in the copies', () => {
    const [slip] = slipsAfter(copyToOrder, [COPIES, COPIES.replace('。', '、市商务局。')]);
    expect(slip?.place.path).toBe('copyTo[5]');
  });
});

describe('opening and copies that agree', () => {
  it('should find nothing in the clean letter', () => {
    expect(slipsInText(copyToOrder, editedText())).toEqual([]);
  });

  it('should take a unit’s other name for the same unit', () => {
    expect(copies('、市财政局、市教体局、市人社局')).toEqual([]);
  });

  it('should count the fixed recipients wherever they stand', () => {
    expect(
      after(COPIES, '抄送：市财政局、市教育体育局、市人力资源社会保障局、市政府办公室、市政协提案委。'),
    ).toEqual([]);
  });

  it('should pass over the number of copies', () => {
    expect(copies('（2份）、市财政局（1份）、市教育体育局（1份）、市人力资源社会保障局（1份）')).toEqual([]);
  });

  it('should let a copy go to the proposers’ side', () => {
    expect(copies('、市财政局、市教育体育局、市人力资源社会保障局、市政协文史委、市政府督查室')).toEqual([]);
  });

  it('should leave a miswritten name to the check of names', () => {
    expect(copies('、市财证局、市教育体育局、市人力资源社会保障局')).toEqual([]);
  });

  it('should leave missing copies altogether to the check of lines', () => {
    expect(after(`${COPIES}\n`, '')).toEqual([]);
  });
});
