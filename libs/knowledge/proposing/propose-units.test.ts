import { readPolicy } from '../policies/read-policy';
import { proposeUnits, type Responsibility, responsibilityMap } from './propose-units';
import { wordsOf } from './words';

const duty = (section: string, text: string, ...units: string[]): Responsibility => ({
  ...{ policy: '职责表', group: null, section, text, units },
});
const map = [
  duty('老年助餐', '利用闲置用房建设社区长者食堂。', '市民政局', '市财政局'),
  duty('食品安全', '每月检查食堂的食品安全。', '市市场监管局'),
  duty('河道治理', '清理河道淤泥，恢复岸边湿地。', '市水务局', '市生态环境局'),
];
const units = [
  { name: '某市水务局', shortName: '市水务局', aliases: ['水利部门'] },
  { name: '某市民政局', shortName: '市民政局', aliases: [] },
];
const names = (found: readonly { unit: string }[]): string[] => found.map(({ unit }) => unit);

describe('words of a text', () => {
  it('should find a word the dictionary does not know, however it is cut', () => {
    expect(wordsOf('加大招商引资力度')).toEqual(['招商', '商引', '引资']);
  });
  it('should leave out what every official text says', () => {
    expect(wordsOf('关于进一步加强我市工作的建议，共3项')).toEqual([]);
  });
});

describe('handlers that are proposed', () => {
  it('should be those responsible for the likest measure, the first named before the others, with where that stands', () => {
    const [found = []] = proposeUnits(['多办长者食堂，方便老人'], { map, past: [], units });
    expect(names(found)).toEqual(['市民政局', '市财政局', '市市场监管局']);
    expect(found[0]?.reasons).toEqual(['职责表：老年助餐（利用闲置用房建设社区长者食堂）→ 市民政局']);
  });

  it('should be who handled a like proposal before', () => {
    const past = [
      {
        year: 2023,
        number: '120077',
        title: '整治黑臭河涌的提案',
        leads: ['市水务局'],
        coHandlers: ['市城管局'],
      },
    ];
    const [found = []] = proposeUnits(['尽快整治黑臭河涌'], { map: [], past, units });
    expect(found.map(({ reasons }) => reasons)).toEqual([
      ['2023 年第 120077 号类似提案由市水务局主办'],
      ['2023 年第 120077 号类似提案由市城管局会办'],
    ]);
  });

  it('should be who the suggestion names, under the name of the place', () => {
    const [found = []] = proposeUnits(['请水利部门公布水质'], { map: [], past: [], units });
    expect(found.map(({ unit, reasons }) => [unit, reasons])).toEqual([
      ['市水务局', ['建议里写到“水利部门”']],
    ]);
  });

  it('should be nobody where nothing is known, for as many suggestions as were asked', () => {
    expect(proposeUnits(['修桥', '！？', ''], { map, past: [], units })).toEqual([[], [], []]);
  });

  it('should not be read out of measures that name nobody', () => {
    const policy = readPolicy(
      ['《助餐若干措施》起草说明', '（一）补贴', '本部分共提出一条内容：一是补建设。'],
      [],
    );
    expect(responsibilityMap([policy])).toEqual([]);
  });
});
