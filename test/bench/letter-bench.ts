import { emptyLetter, type LetterBlock, letterKinds, type LetterModel } from '@fuhan/letter-engine';

/*
 * Letters of every shape the model knows, the same for the same seed. Plain data: nothing here looks at how a letter is laid out.
 */

/** Numbers in [0, 1), the same row for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const WHO = ['我局', '市自然资源局', '云陵港务中心', '各县（区）', '市“绿道办”', '社区居委会', '有关企业'];
const WHEN = ['今年以来', '2025年底前', '三月中旬', '“十五五”期间', '下一步', '自2024年9月1日起', '近3年'];
const DID = ['牵头编制', '联合印发', '逐项核对', '分批实施', '试点推行', '公开征求', '督促落实'];
const WHAT = [
  '《云陵市口袋公园建设三年行动方案》',
  '沿江步道照明改造工程',
  '学前教育学位供给清单（第2批）',
  '“一件事一次办”事项目录',
  '老旧小区加装电梯补助办法',
  'ISO 14001环境管理体系认证指引',
  '渔船避风锚地维护计划',
];
const HOW = [
  '，共涉及12个镇街、86个点位，投入资金1.93亿元',
  '；对群众反映集中的噪声、停车、积水等问题，实行台账管理、逐月销号',
  '，并邀请提案者到现场察看，当面听取意见',
  '，同比增长6.7%，其中线上办理占比达到92.35%',
  '：一是摸清底数，二是明确责任，三是限期办结',
  '，相关做法被《云陵日报》以《小切口，大民生》为题报道',
  '——这既是难点，也是重点……',
  '（详见附表），由市财政局统筹安排经费',
];
const RARE = ['委员李昇、王堃、陈玥', '渔民代表吴珅、郑彧', '社区志愿者㐂娘、䶮生、𠮷田村民小组'];
const PLACES = [
  '云陵市城市管理和综合执法局',
  '云陵市教育局',
  '云陵市工业和信息化局',
  '云陵市水务局',
  '中共云陵市委网络安全和信息化委员会办公室',
];
const TOPICS = [
  '加快补齐沿江夜间照明短板',
  '推进学前教育优质普惠发展',
  '进一步优化营商环境，支持专精特新企业做大做强',
  '保护利用老骑楼',
  '打通城区断头路、完善慢行系统，建设“15分钟生活圈”',
];
const POSITIONS = ['全部采纳。', '部分采纳。', '暂不采纳。', null];
const COUNTING = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

class Writer {
  private readonly next: () => number;

  constructor(seed: number) {
    this.next = numbersFrom(seed);
  }

  below = (n: number): number => Math.floor(this.next() * n);
  one = <T>(list: readonly T[]): T => list[this.below(list.length)]!;
  chance = (share: number): boolean => this.next() < share;

  sentence(): string {
    const rare = this.chance(0.03) ? `，并向${this.one(RARE)}作了说明` : '';
    const tail = this.chance(0.8) ? this.one(HOW) : '';
    return `${this.one(WHEN)}，${this.one(WHO)}${this.one(DID)}${this.one(WHAT)}${tail}${rare}。`;
  }

  paragraph(): LetterBlock {
    const text = Array.from({ length: 1 + this.below(5) }, () => this.sentence()).join('');
    if (!this.chance(0.1)) return { type: 'paragraph', text };
    const start = this.below(4);
    return { type: 'paragraph', text, bold: [[start, start + 4 + this.below(8)]] };
  }

  table(): LetterBlock {
    const columns = 2 + this.below(4);
    const rows = 1 + this.below(this.chance(0.15) ? 45 : 8);
    const cell = (): string =>
      this.one(['', '已完成', this.one(WHO), this.one(WHAT), String(this.below(9999)), '2026年6月']);
    return {
      type: 'table',
      header: Array.from(
        { length: columns },
        (_, i) => this.one(['序号', '事项', '责任单位', '完成时限', '备注']) + (i + 1),
      ),
      rows: Array.from({ length: rows }, () => Array.from({ length: columns }, cell)),
    };
  }

  heading(level: 2 | 3 | 4, n: number): LetterBlock {
    const marks = { 2: `（${COUNTING[n % 10]}）`, 3: `${n + 1}.`, 4: `（${n + 1}）` };
    const long = this.chance(0.15) ? '，统筹规划、建设、管理三大环节，让群众看得见、摸得着、用得上' : '';
    return { type: 'heading', level, text: `${marks[level]}关于${this.one(TOPICS)}${long}` };
  }

  blocks(length: number): LetterBlock[] {
    const blocks: LetterBlock[] = [];
    const counts = { 2: 0, 3: 0, 4: 0 };
    for (let i = 0; i < length; i++) {
      const kind = this.next();
      if (kind < 0.12) {
        blocks.push(this.heading(2, counts[2]++));
        counts[3] = counts[4] = 0;
      } else if (kind < 0.18) blocks.push(this.heading(3, counts[3]++));
      else if (kind < 0.21) blocks.push(this.heading(4, counts[4]++));
      else if (kind < 0.24) blocks.push(this.table());
      blocks.push(this.paragraph());
    }
    return blocks;
  }

  section(length: number, headed: boolean): LetterModel['sections'][number] {
    const suggestion = this.chance(0.7) ? this.one(TOPICS) : null;
    const heading = suggestion === null ? '总体情况' : `关于“${suggestion}”的建议`;
    return {
      heading: headed ? heading : null,
      level: 1,
      suggestion: headed ? suggestion : null,
      verdict: headed && suggestion !== null ? this.one(POSITIONS) : null,
      blocks: this.blocks(length),
    };
  }

  attachment(n: number): LetterModel['attachments'][number] {
    const title = `${this.one(['办理情况汇总表', '项目清单', '责任分工和进度安排（2026—2028年）'])}${n}`;
    if (this.chance(0.25)) return { title, blocks: [] };
    return {
      title,
      blocks: [...(this.chance(0.6) ? [this.table()] : []), this.paragraph(), ...this.blocks(this.below(4))],
    };
  }
}

const names = (write: Writer, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${write.one(['云陵市', '市', ''])}第${i + 1}联络处`);

function tail(write: Writer, issuer: string): Partial<LetterModel> {
  const signers = write.chance(0.15) ? 2 + write.below(2) : 1;
  return {
    closing: write.chance(0.9) ? '专此答复，诚挚感谢您对云陵市工作的关心和支持。' : null,
    signature: [issuer, ...PLACES.filter((place) => place !== issuer)].slice(0, signers),
    date: `2026-${String(1 + write.below(12)).padStart(2, '0')}-${String(1 + write.below(28)).padStart(2, '0')}`,
    annotation: write.chance(0.8) ? '联系人及电话：沈一鸣，0760-88801234' : null,
    publication: write.chance(0.7) ? write.one(['主动公开', '依申请公开', '不予公开']) : null,
    copyTo: write.chance(0.75) ? names(write, 1 + write.below(write.chance(0.2) ? 30 : 5)) : [],
    attachments: write.chance(0.25)
      ? Array.from({ length: 1 + write.below(3) }, (_, i) => write.attachment(i + 1))
      : [],
  };
}

/** One letter. `size` is how many blocks of text it has: about three a page. */
export function benchLetter(seed: number, size: number): LetterModel {
  const write = new Writer(seed);
  const issuer = write.one(PLACES);
  const topic = write.one(TOPICS);
  const number = String(10_000 + write.below(90_000)).padStart(6, '0');
  const sections = size === 0 ? 0 : 1 + write.below(Math.min(6, Math.ceil(size / 3)));
  const addressees = write.chance(0.2) ? 4 + write.below(20) : 1;
  return {
    ...emptyLetter(),
    kind: letterKinds[seed % letterKinds.length]!,
    issuer,
    documentNumber: write.chance(0.9) ? `云函〔2026〕${1 + write.below(400)}号` : null,
    class: write.chance(0.6) ? write.one(['A', 'B', 'C', 'D']) : null,
    title: write.chance(0.97)
      ? `${write.chance(0.7) ? issuer : ''}关于市政协十届三次会议第${number}号提案${write.chance(0.3) ? `“${topic}”` : ''}答复的函`
      : `关于${topic}的复函`,
    addressees: Array.from({ length: addressees }, (_, i) =>
      i === 0 ? '九三学社云陵市委员会' : `代表${COUNTING[i % 10]}某某委员`,
    ),
    proposal: { number, title: topic, session: '十届三次会议' },
    opening: [`您提出的《关于${topic}的提案》（第${number}号）收悉，现答复如下：`],
    sections: Array.from({ length: sections }, (_, i) =>
      write.section(Math.ceil(size / sections), i > 0 || write.chance(0.7)),
    ),
    print: {
      ...(write.chance(0.2) ? { classMark: false } : {}),
      ...(write.chance(0.1) ? { secrecy: write.one(['秘密', '机密★1年']) } : {}),
      ...(write.chance(0.1) ? { urgency: write.one(['特急', '加急']) } : {}),
      ...(write.chance(0.2) ? { honorific: '尊敬的' } : {}),
    },
    ...tail(write, issuer),
  };
}

/** Letters from a few lines to about forty pages, evenly over the lengths; more of the short ones, as in an office. */
export const benchLetters = (count: number, seed = 1): LetterModel[] =>
  Array.from({ length: count }, (_, i) => {
    const share = count === 1 ? 0 : i / (count - 1);
    return benchLetter(seed * 10_000 + i, Math.round(116 * share ** 2));
  });
