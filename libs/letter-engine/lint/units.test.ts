import type { Piece } from './letter-words';
import { yunling } from './testing/place';
import { isOfPlace, likeness, plainName, sameUnit, unitIndex } from './unit-index';
import { unitMentions, withoutFormer, withoutTitles } from './units';
import { emptyLetter } from '../model/model';

const piece = (text: string): Piece => ({
  kind: 'paragraph',
  path: 'sections[0].blocks[0].text',
  label: '正文第1段',
  text,
  section: 0,
});
const named = (text: string): string[] => unitMentions([piece(text)], yunling).map(({ spot }) => spot.text);

describe('the names of a place’s units', () => {
  it.each([
    ['云陵市财政局', '市财政局'],
    ['中共云陵市委组织部', '市委组织部'],
    ['市财政局（2份）', '市财政局'],
    ['市 财政局', '市财政局'],
    ['江宁市财政局', '江宁市财政局'],
  ])('should be held without the city: %s', (name, plain) => {
    expect(plainName(name, yunling)).toBe(plain);
  });

  it.each(['市教育体育局', '市教体局', '云陵市教育和体育局', '市教育和体育局'])(
    'should all lead to one unit: %s',
    (name) => {
      expect(unitIndex(yunling).find(name)?.shortName).toBe('市教育体育局');
    },
  );

  it('should be built once a place', () => {
    expect(unitIndex(yunling)).toBe(unitIndex(yunling));
  });

  it('should be compared by unit, not by words', () => {
    expect(sameUnit('市教体局', '云陵市教育和体育局', yunling)).toBe(true);
  });

  it('should be compared by words where nobody knows them', () => {
    expect([sameUnit('某协会', '某协会', yunling), sameUnit('某协会', '某学会', yunling)]).toEqual([
      true,
      false,
    ]);
  });

  it('should give the unit most like a miswritten name', () => {
    expect(unitIndex(yunling).nearest('市交通运轮局')?.unit.shortName).toBe('市交通运输局');
  });

  it('should count what two names share in order', () => {
    expect([likeness('甲乙丙', '甲乙丙'), likeness('甲乙', '丙丁'), likeness('', '')]).toEqual([1, 0, 1]);
  });
});

describe('units in running text', () => {
  it('should be found one by one', () => {
    expect(named('由市财政局、市教体局会同市委组织部办理')).toEqual(['市财政局', '市教体局', '市委组织部']);
  });

  it('should be found by the longest name', () => {
    expect(named('市政协提案委员会转来')).toEqual(['市政协提案委员会']);
  });

  it('should be found with the city’s name where it is printed', () => {
    expect(named('云陵市市场监督管理局')).toEqual(['云陵市市场监督管理局']);
  });

  it.each(['联合市财政局', '是市财政局', '2025年市财政局', '我局与市财政局', '“市财政局'])(
    'should be found after other words: %s',
    (text) => {
      expect(named(text)).toEqual(['市财政局']);
    },
  );

  it.each(['江宁市财政局', '大同市财政局', '汉中市财政局', '全省各城市财政局'])(
    'should not be found in another city’s: %s',
    (text) => {
      expect(named(text)).toEqual([]);
    },
  );

  it('should not be found in a document’s title, nested or not', () => {
    expect(named('《市财政局关于转发〈办法〉的通知》和《关于印发《市教体局办法》的通知》')).toEqual([]);
  });

  it('should have no unit where the name is none', () => {
    expect(unitMentions([piece('市财证局')], yunling).map(({ unit }) => unit)).toEqual([null]);
  });

  it('should leave former units out where asked to', () => {
    const mentions = unitMentions([piece('原市经贸局、市工信局')], yunling);
    expect(withoutFormer(mentions).map(({ name }) => name)).toEqual(['市工信局']);
  });

  it('should keep every other character in its place when titles are blotted out', () => {
    const text = '依《市财政局办法》办理';
    expect([withoutTitles(text).length, withoutTitles(text).slice(-2)]).toEqual([text.length, '办理']);
  });
});

describe('the place a letter is from', () => {
  it.each([
    ['云陵市文化广电旅游局', true],
    ['江宁市财政局', false],
    ['石门县财政局', false],
    ['滨江新区管理委员会', true],
    [null, true],
  ])('should be told by its issuer: %s', (issuer, own) => {
    expect(isOfPlace({ ...emptyLetter(), issuer }, yunling)).toBe(own);
  });

  it('should be told by the signature where no issuer is printed', () => {
    expect(isOfPlace({ ...emptyLetter(), signature: ['江宁市财政局'] }, yunling)).toBe(false);
  });
});
