import { excerpts, slipsAfter } from '../testing/letters';
import { unitTwoNames } from './unit-two-names';

const after = (from: string, to: string): string[] => excerpts(slipsAfter(unitTwoNames, [from, to]));

describe('one unit under two names', () => {
  it.each([
    ['市教育体育局清理', '市教体局清理', '市教体局 … 市教育体育局'],
    ['市人力资源社会保障局把', '市人社局把', '市人社局 … 市人力资源社会保障局'],
    ['市人力资源社会保障局把', '市人力资源和社会保障局把', '市人力资源和社会保障局 … 市人力资源社会保障局'],
    ['市文化广电旅游局将', '市文旅局将', '市文旅局 … 市文化广电旅游局'],
  ])('should find after “%s” → “%s”: %s', (from, to, wrong) => {
    expect(after(from, to)).toEqual([wrong]);
  });

  it('should find the full name with the city’s beside the short one', () => {
    expect(after('市人力资源社会保障局把', '云陵市人力资源和社会保障局把')).toEqual([
      '云陵市人力资源和社会保障局 … 市人力资源社会保障局',
    ]);
  });

  it('should offer the usual short name', () => {
    expect(slipsAfter(unitTwoNames, ['市教育体育局清理', '市教体局清理'])[0]?.replacement).toBe(
      '市教育体育局',
    );
  });

  it('should prefer the name that stands more often where the usual one is not used', () => {
    expect(after('市财政局安排', '市发改局、市住建局、市卫健局和市医疗保障局会同市医保局安排')).toEqual([
      '市医疗保障局 … 市医保局',
    ]);
  });

  it('should tell where both names stand', () => {
    const [slip] = slipsAfter(unitTwoNames, ['市教育体育局清理', '市教体局清理']);
    expect([slip?.place.path, slip?.alsoAt?.[0]?.path]).toEqual(['sections[1].blocks[0].text', 'opening[0]']);
  });

  it('should tell each further name of a unit by itself', () => {
    expect(after('市教育体育局清理', '市教体局、市教育局清理')).toHaveLength(2);
  });
});

describe('names that are no second ones', () => {
  it('should let the full name with the city’s stand beside the same words', () => {
    expect(after('市财政局安排', '云陵市财政局安排')).toEqual([]);
  });

  it('should let a short name stand that was brought in on purpose', () => {
    expect(after('市教育体育局清理', '市教育和体育局（以下简称市教育体育局）清理')).toEqual([]);
  });

  it('should let another name stand among the copies', () => {
    expect(
      after('市财政局、市教育体育局、市人力资源社会保障局。\n', '市财政局、市教体局、市人社局。\n'),
    ).toEqual([]);
  });

  it('should let another name stand inside a document’s title', () => {
    expect(after('市财政局安排', '依照《市教体局工作办法》安排')).toEqual([]);
  });

  it('should let another city’s unit of that name stand', () => {
    expect(after('市财政局安排', '江宁市教体局安排')).toEqual([]);
  });

  it('should let a place without 市…局 names go by two', () => {
    expect(after('市财政局安排', '滨江新区和滨江新区管委会安排')).toEqual([]);
  });
});
