import { pdfWords, readGlyphIds, readPdf } from '../../../test/fixtures/letters/read-pdf';
import { createPdfRenderer, type PdfRenderer } from '../render/pdf';
import { inkOf } from './ink';
import { squeeze } from '../text/characters';
import { GETA, printableSheet, type SheetStep, type SignOffSheet } from './sign-off-sheet';

const step = (more: Partial<SheetStep> = {}): SheetStep => ({
  ...{ name: '核稿', note: '', words: '数据已与会办意见核对一致。', by: '谭明谦', at: '2026年5月13日 10:10' },
  ...more,
});
const sheet = (more: Partial<SignOffSheet> = {}): SignOffSheet => ({
  unit: '中山市工业和信息化局',
  documentNumber: '中工信函〔2026〕87号',
  secrecy: '',
  urgency: '',
  title: '中山市工业和信息化局关于市政协十三届五次会议第135101号提案答复的函',
  sendTo: '民盟中山市委会',
  copyTo: '市政协提案委、市政府办公室、市住房城乡建设局、市商务局',
  drafter: '陆知远',
  office: '医药与装备产业科',
  outcomeClass: 'A类',
  publication: '主动公开',
  route: '因涉及资金（“财政资金”），走“涉及资金和项目”流程。',
  steps: [step(), step({ name: '签发', words: '同意印发。', by: '区振寰', at: '2026年5月28日 15:50' })],
  overrules: [],
  confirmations: [],
  ...more,
});
const long =
  '请承办科室再核对一遍产业链图谱中的缺口环节数，并把市投促局提供的签约项目数、意向投资额与统计口径说明清楚；涉及资金安排的表述要与预算一致。';
const ordinary = sheet();
const crowded = sheet({
  secrecy: '秘密',
  urgency: '加急',
  steps: [
    ...Array.from({ length: 11 }, (_, i) =>
      step({
        name: i < 2 ? '财务科会签' : `第${i + 1}审`,
        note: i < 2 ? '并行' : i === 4 ? '委托（谭明谦）' : '',
        words: long.repeat(1 + (i % 3)),
        by: i === 3 ? '𠮷野㐂' : '谭明谦',
      }),
    ),
    step({ name: '签发', words: '同意印发。\n请抓紧送达。', by: '区振寰' }),
  ],
  overrules: [
    {
      name: '文号年份与落款',
      words: '“2024年9月16日”：原件如此，照印。',
      by: '区振寰',
      at: '2026年5月28日 15:40',
    },
  ],
  confirmations: [{ name: '市商务局', words: '确认。', by: '欧阳栩', at: '2026年5月20日 09:00' }],
});

let renderer: PdfRenderer;
beforeAll(() => {
  renderer = createPdfRenderer();
});
afterAll(() => renderer.close());

interface Printed {
  readonly words: string;
  readonly pages: number;
  readonly pdf: Uint8Array;
}
const known = new Map<SignOffSheet, Promise<Printed>>();

async function print(given: SignOffSheet): Promise<Printed> {
  const { pdf, pages } = await renderer.renderSheet(given);
  return { words: pdfWords(await readPdf(pdf)), pages, pdf };
}

/** What stands on the pages, in reading order, without blanks; each sheet is printed and read once. */
function printed(given: SignOffSheet): Promise<Printed> {
  const found = known.get(given) ?? print(given);
  known.set(given, found);
  return found;
}

describe('the sign-off sheet (发文稿纸)', () => {
  it('should be one page for an ordinary letter', async () => {
    expect((await printed(ordinary)).pages).toBe(1);
  });

  it('should say all there is to say about the letter, each in its box', async () => {
    const { words } = await printed(crowded);
    const { unit, title, documentNumber, sendTo, copyTo, drafter, office, route } = crowded;
    const facts = [unit, title, documentNumber, '密级秘密', '紧急程度加急', sendTo, copyTo, office, route];
    expect(
      [...facts, `拟稿人${drafter}`, '发文稿纸'].filter((each) => !words.includes(squeeze(each))),
    ).toEqual([]);
  });

  it('should bear the words, the name and the time of every signer', async () => {
    const { words } = await printed(crowded);
    const boxes = crowded.steps.map((each) => squeeze(`${each.words}${each.by}${each.at}`));
    const whole = squeeze(words).replace(/第\d+页，共\d+页(审核与签发)?/g, '');
    expect(boxes.filter((each) => !whole.includes(each))).toEqual([]);
  });

  it('should be drawn where a hand wrote, with the words small for who cannot see it, the name and the time', async () => {
    const path = 'M100 100L300 40L500 260M620 80L640 240L641 241';
    const byHand = sheet({ steps: [step({ words: '同意。', ink: inkOf(path) })] });
    const [{ words, pages, pdf }, plain] = await Promise.all([
      printed(byHand),
      printed(sheet({ steps: [step({ words: '同意。' })] })),
    ]);
    expect([words.includes('（手写）同意。谭明谦'), pages]).toEqual([true, 1]);
    expect(pdf.length).not.toBe(plain.pdf.length);
  });

  it('should be continued on further pages under the same head', async () => {
    const { words, pages } = await printed(crowded);
    expect(pages).toBeGreaterThan(1);
    expect(words.match(/审核与签发/g)).toHaveLength(pages);
  });

  it('should show what was let stand, with its reason, and what co-handlers confirmed', async () => {
    const { words } = await printed(crowded);
    expect(words).toMatch(/准予保留的检查发现文号年份与落款.*原件如此，照印。/);
    expect(words).toMatch(/会办单位确认市商务局确认。欧阳栩/);
  });

  it('should not speak of what there is none of', async () => {
    expect((await printed(ordinary)).words).not.toMatch(/准予保留|会办单位确认/);
  });

  it('should print rare characters of names by a real glyph', async () => {
    const { words, pdf } = await printed(crowded);
    expect(words).toContain('𠮷野㐂');
    expect(
      readGlyphIds(pdf)
        .flat()
        .filter((id) => id === 0),
    ).toEqual([]);
  });

  it('should print 〓 for what no face has, and all the rest', async () => {
    const { words } = await printed(sheet({ steps: [step({ words: '同意👍，请印发。' })] }));
    expect(words).toContain(`同意${GETA}，请印发。`);
  });

  it('should print what was typed, and never read it as its own language', async () => {
    const typed = [
      '#read("/etc/passwd")',
      '$x$ *bold* _it_',
      '@label <ends> // no',
      '\\u{41}',
      '#{ panic() }',
    ];
    const { words } = await printed(
      sheet({ title: typed[0] ?? '', steps: typed.map((each) => step({ words: each })) }),
    );
    expect(typed.filter((each) => !words.includes(squeeze(each)))).toEqual([]);
  });

  it('should break a word that is wider than its box', async () => {
    const { words, pages } = await printed(
      sheet({ steps: [step({ words: 'https://fuhan.example/'.repeat(20) })] }),
    );
    expect([words.includes('https://fuhan.example/'.repeat(20)), pages]).toEqual([true, 1]);
  });

  it('should be the same bytes for the same sheet', async () => {
    const second = await renderer.renderSheet(sheet());
    expect(Buffer.compare((await printed(ordinary)).pdf, second.pdf)).toBe(0);
  });
});

describe('what cannot be printed', () => {
  const lacking = (text: string): string[] => [...text].filter((c) => c === '👍');

  it('should be replaced wherever it stands', () => {
    const odd = sheet({ title: '题👍', steps: [step({ by: '👍' })] });
    const { title, steps } = printableSheet(odd, lacking);
    expect([title, steps[0]?.by]).toEqual([`题${GETA}`, GETA]);
  });

  it('should leave everything else as it was', () => {
    expect(printableSheet(crowded, lacking)).toEqual(crowded);
  });
});
