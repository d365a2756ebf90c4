import { editedText, excerpts, slipsAfter, slipsInText } from '../testing/letters';
import { yunling } from '../testing/place';
import { unitUnknown } from './unit-unknown';

const after = (from: string, to: string): string[] => excerpts(slipsAfter(unitUnknown, [from, to]));

describe('units that do not exist', () => {
  it.each([
    ['市财政局安排', '市财证局安排', '市财证局'],
    ['市财政局安排', '市财政委安排', '市财政委'],
    ['市人力资源社会保障局把', '市人力资源保障局把', '市人力资源保障局'],
    ['市财政局安排', '市工业信局安排', '市工业信局'],
    ['会同市教育体育局', '会同市教育文化局', '市教育文化局'],
    ['市财政局安排', '市产业发展局安排', '市产业发展局'],
    ['市财政局安排', '市委组职部安排', '市委组职部'],
  ])('should find after “%s” → “%s”: %s', (from, to, wrong) => {
    expect(after(from, to)).toEqual([wrong]);
  });

  it('should find a slip in the full name of the red head', () => {
    expect(after('云陵市文化广电旅游局\n\n云文旅函', '云陵市文化广电旅局\n\n云文旅函')).toEqual([
      '云陵市文化广电旅局',
    ]);
  });

  it('should find a slip among the copies', () => {
    expect(after('市政府办公室、市财政局、', '市政府办公室、市财改局、')).toEqual(['市财改局']);
  });

  it('should tell a name only once', () => {
    expect(after('市财政局安排', '市财证局和市财证局安排')).toEqual(['市财证局']);
  });

  it('should name the nearest unit', () => {
    expect(slipsAfter(unitUnknown, ['市财政局安排', '市财证局安排'])[0]?.replacement).toBe('市财政局');
  });

  it('should offer the name the letter itself uses', () => {
    const slips = slipsAfter(unitUnknown, ['市财政局安排', '市卫健康局和市卫健局安排']);
    expect(slips[0]?.replacement).toBe('市卫健局');
  });

  it('should offer the full name where the full name is wrong', () => {
    expect(slipsAfter(unitUnknown, ['市财政局安排', '云陵市财证局安排'])[0]?.replacement).toBe(
      '云陵市财政局',
    );
  });

  it('should offer nothing for a name like no other', () => {
    expect(slipsAfter(unitUnknown, ['市财政局安排', '市鸿运局安排'])[0]?.replacement).toBeUndefined();
  });
});

describe('words that are no slip of a unit’s name', () => {
  it.each([
    '云陵市财政局',
    '市发改局',
    '市国资委',
    '滨江新区管委会',
    '省财政厅',
    '国家税务总局',
    '市税务局',
    '市气象局',
    '江宁市文旅委',
    '广州市规划和自然资源局',
    '原市经信局',
    '市有关部门',
    '市各部门',
    '市级财政部门',
    '市委、市政府办',
    '市政协委员',
    '市场监管部门',
    '市直单位和市属企业总部',
    '市民政策宣讲办',
    '《云陵市经贸局关于夜校的通知》',
    '市人民医院',
    '市图书馆',
    '市县两级教育局',
    '市河长办',
    '全市城管部',
    '市财政拨付给文化局',
    '云陵市第八届委员会',
  ])('should let “%s” stand', (words) => {
    expect(after('市财政局安排', `${words}安排`)).toEqual([]);
  });

  it('should be silent where the place lists no units', () => {
    const text = editedText(['市财政局安排', '市财证局安排']);
    expect(slipsInText(unitUnknown, text, { place: { ...yunling, units: [] } })).toEqual([]);
  });

  it('should not judge another city’s letter by this city’s list', () => {
    const text = editedText(['市财政局安排', '市财证局安排']).replaceAll('云陵市', '江宁市');
    expect(slipsInText(unitUnknown, text)).toEqual([]);
  });
});
