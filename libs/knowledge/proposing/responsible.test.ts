import type { Responsibility } from './propose-units';
import { responsibleFinder } from './responsible';

const measure = (section: string, text: string, ...units: string[]): Responsibility => ({
  ...{ policy: '职责表', group: '一、重点', section, text, units },
});
const map = [
  measure('加大招商引资力度', '围绕产业链开展招商引资，引进龙头企业。', '市投促局', '市财政局'),
  measure('建设长者食堂', '利用闲置用房建设社区长者食堂。', '市民政局'),
  measure('培养技能人才', '开展职业培训，壮大技能人才队伍。', '市人力资源社会保障局'),
];
const find = responsibleFinder(map);

describe('who is responsible for a suggestion by the map', () => {
  it('should be the first named of the measure it is plainly about, with the measure', () => {
    expect(find('围绕产业链招商引资')).toEqual({
      suggestion: '围绕产业链招商引资',
      unit: '市投促局',
      reason: '职责表：加大招商引资力度（围绕产业链开展招商引资，引进龙头企业）→ 市投促局',
    });
  });

  it.each([
    ['only part of it is about the measure', '招商引资之外还要修桥补路、清淤疏浚、绿化荒山'],
    ['it shares too few words', '食堂'],
    ['nothing is about it', '疏浚河道'],
  ])('should be nobody where %s', (_why, suggestion) => {
    expect(find(suggestion)).toBeNull();
  });

  it('should be nobody where two units answer for much the same', () => {
    const both = responsibleFinder([
      ...map,
      measure('加大招商引资力度', '围绕产业链开展招商引资，办好展会。', '市商务局'),
    ]);
    expect(both('围绕产业链招商引资')).toBeNull();
  });

  it('should be nobody by a text that has a few words of everything', () => {
    const long = Array.from({ length: 120 }, (_, i) => `p${i}`).join('，');
    const broad = responsibleFinder([measure('重点工程', `围绕产业链招商引资。${long}`, '市发展改革局')]);
    expect(broad('围绕产业链招商引资')).toBeNull();
  });
});
