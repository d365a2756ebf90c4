import { letterKey, plainNumber, readEarlier, type ReadFile, unitFinder } from './read-earlier';
import { earlierText, type EarlierWords } from './testing/earlier-letters';

const known = unitFinder({
  city: '中山市',
  units: [
    { name: '中山市工业和信息化局', shortName: '市工业和信息化局', aliases: ['市工信局'] },
    { name: '中山市财政局', shortName: '市财政局', aliases: [] },
  ],
});
const read = (text: string, path = '甲.txt'): Promise<ReadFile> =>
  readEarlier({ path, read: () => Buffer.from(text) }, known);
async function readingOf(words: EarlierWords, path?: string) {
  const found = await read(earlierText(words), path);
  if ('fault' in found) throw found.fault;
  return found.reading;
}
const codeOf = async (text: string, path?: string): Promise<string> => {
  const found = await read(text, path);
  return 'fault' in found ? found.fault.code : 'read';
};

describe('a letter of an earlier year', () => {
  it('should be recognised by number, issuer, class, date, proposal, co-handlers', async () => {
    expect(await readingOf({})).toMatchObject({
      ...{ documentNumber: '中工信函〔2023〕31号', issuer: '中山市工业和信息化局', unit: '市工业和信息化局' },
      ...{ outcomeClass: 'A', date: '2023-06-08', day: '2023-06-08', proposalNumber: '131077' },
      ...{ coHandlers: ['市财政局'], open: false, missing: [], notes: [] },
    });
  });

  it.each([
    ['主动公开', true],
    ['依申请公开', false],
    ['不予公开', false],
    ['公开', true],
  ])('should be open to everybody only where it says so: %s', async (publication, open) => {
    expect((await readingOf({ publication })).open).toBe(open);
  });

  it('should have another city’s bureau for nobody of the house, and say so', async () => {
    const { unit, notes } = await readingOf({ issuer: '文山市财政局' });
    expect([unit, notes]).toEqual([null, [expect.stringContaining('单位名录里没有发文单位“文山市财政局”')]]);
  });

  it('should tell co-handlers that nobody knows', async () => {
    const { notes, coHandlers } = await readingOf({ co: '市财政局、市海绵局' });
    expect(coHandlers).toEqual(['市财政局', '市海绵局']);
    expect(notes.join()).toContain('“市海绵局”');
  });

  describe('without its date', () => {
    it('should be filed under the year of its number', async () => {
      const { day, date, missing, notes } = await readingOf({ date: '' });
      expect([day, date, missing]).toEqual(['2023-01-01', null, ['date']]);
      expect(notes.join()).toContain('归在 2023 年');
    });
    it('should be filed under the year of its folder', async () => {
      expect((await readingOf({ date: '', number: '' }, '答复/2021年/甲.txt')).day).toBe('2021-01-01');
    });
    it('should be filed under the day its page came out', async () => {
      const found = await read(
        `发布时间：2022-07-04     来源：某局\n\n${earlierText({ date: '', number: '' })}`,
      );
      expect('reading' in found && found.reading.day).toBe('2022-07-04');
    });
    it('should be refused where nothing tells the year', async () => {
      expect(await codeOf(earlierText({ date: '', number: '' }))).toBe('letters.no-year');
    });
  });

  it.each([
    ['a note', '明天下午三点开会，请带上材料，谢谢大家配合。'],
    ['a policy', '工作任务分解表\n主要措施\n责任部门\n一、重点任务\n1．办好食堂'],
  ])('should not be %s', async (_what, text) => {
    expect(await codeOf(text)).toBe('letters.no-reply');
  });

  it('should be the same one however its number was printed', () => {
    for (const number of ['中工信函[2023]31号', '中工信函 〔2023〕 第031号', '中工信函【2023】31号'])
      expect(plainNumber(number)).toBe('中工信函〔2023〕31号');
  });

  it('should be known by number and issuer, and by none without a number', async () => {
    expect(letterKey(await readingOf({}))).toBe('中工信函〔2023〕31号 市工业和信息化局');
    expect(letterKey(await readingOf({ number: '' }))).toBeNull();
  });
});
