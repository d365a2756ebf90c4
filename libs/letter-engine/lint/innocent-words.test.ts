import { emptyLetter } from '../model/model';
import { typos } from './checks/typos';
import { lintContext, unknownPlace } from './context';
import type { Piece } from './letter-words';

const paragraph = (text: string): Piece => ({
  kind: 'paragraph',
  path: 'sections[0].blocks[0].text',
  label: '正文第1段',
  text,
  section: 0,
});

const wrong = (text: string): string[] =>
  typos
    .find({ model: emptyLetter(), pieces: [paragraph(text)] }, lintContext(unknownPlace), {})
    .map(({ excerpt }) => excerpt);

describe('common slips of writing', () => {
  it.each([
    '市水务局按排放量核定水费，按排水口逐个登记。',
    '各单位必须求真务实，从群众急难愁盼处入手。',
    '经营场所须配备灭火器，派出所须每月检查。',
    '该办法既便民又利企，既便于操作，也便于监督。',
    '奖补资金既使用在明处，也让居民看得懂。',
    '多做为民好事，少做表面文章。',
    '材料须反复盖章的，一律取消；修复盖板三百块。',
    '我们走访社区，了解绝大多数居民的想法。',
    '这一意见代表绝大多数业主的愿望。',
    '防止破坏境内湿地，损坏境内文物的依法追责。',
    '项目尚没施工许可的，不得开工。',
    '由持证人单独持有，不得转借。',
    '形势严峻工期紧，各标段倒排计划。',
    '路灯按装饰灯、功能灯两类配置，按装机容量补贴。',
    '应急须知张贴在每层楼道，紧急须报的随时报告。',
    '征收宜林荒地二百亩，用于造林。',
    '文凭添加防伪标识，便于核验。',
    '轮渡假日航线增加班次。',
    '究竟争取哪一类资金，请各镇街早作打算。',
    '道路交通迅速恢复，审批精简迅速。',
    '他们有过经历害怕的时候，大陆继续增加订单，子女相继继承。',
    '手续不全导致付款延迟，企业亏损款项已经核实。',
    '由街道牵头、社区协同，共同操持老年人助餐。',
  ])('should not be seen where two words meet: %s', (text) => {
    expect(wrong(text)).toEqual([]);
  });

  it.each([
    ['坚决杜绝弄虚做假。', '弄虚做假'],
    ['我们决不不负重望。', '不负重望'],
    ['广大市民踊越报名。', '踊越'],
    ['打通交通瓶劲。', '瓶劲'],
    ['依法取谛无证摊点。', '取谛'],
    ['工期有所廷误。', '廷误'],
    ['办学成绩菲然。', '菲然'],
    ['手续已经就续。', '就续'],
    ['不少设备由于年久失修而防碍通行。', '防碍'],
    ['新建渡假村两处。', '渡假'],
    ['展馆正在修茸。', '修茸'],
    ['青年创业者倍受亲睐。', '亲睐'],
    ['做到言简意骇。', '言简意骇'],
    ['居民生活发生了天翻地复的变化。', '天翻地复'],
    ['有关说法并无旁证博引。', '旁证博引'],
  ])('should be seen: %s', (text, slip) => {
    expect(wrong(text)).toEqual([slip]);
  });
});
