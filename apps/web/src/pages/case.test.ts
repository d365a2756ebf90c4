import { caseTabs } from '../app/search';
import { Problem } from '../shared/api/problem';
import type { CaseFile } from '../shared/api/types';
import { caseFile, draft, letter, me, opinion, opinionVersion } from '../testing/data';
import { type Page, visit } from '../testing/page';

const open = (file: unknown, search = ''): Promise<Page> =>
  visit(`/proposals/p1${search}`, [
    [['me'], me()],
    [['case', 'p1'], file],
  ]);
const openTab = async (file: CaseFile, search = ''): Promise<string | undefined> =>
  /<nav class="tabs".*?aria-current="page"[^>]*>([^<]+)/s.exec((await open(file, search)).html)?.[1];
const given = opinion({ versions: [opinionVersion()] });

describe('a case opens', () => {
  it('should show the text while nothing has happened', async () => {
    expect(await openTab(caseFile({ stage: 'handover' }))).toBe('原文与建议');
  });
  it('should show the text while opinions are awaited and none has come', async () => {
    expect(await openTab(caseFile({ stage: 'opinions', opinions: [opinion()] }))).toBe('原文与建议');
  });
  it('should show the opinions once one has come', async () => {
    expect(await openTab(caseFile({ stage: 'opinions', opinions: [given] }))).toMatch('会办意见');
  });
  it('should show the opinions before the empty draft that waits for them', async () => {
    const file = caseFile({ stage: 'opinions', opinions: [given], drafts: [draft()] });
    expect(await openTab(file)).toMatch('会办意见');
  });
  it('should show the draft while it is written', async () => {
    const file = caseFile({ stage: 'drafting', opinions: [given], drafts: [draft()] });
    expect(await openTab(file)).toBe('答复稿');
  });
  it('should show the letter once there is one', async () => {
    expect(await openTab(caseFile({ stage: 'issued', drafts: [draft()], letters: [letter()] }))).toBe(
      '答复函',
    );
  });
  it('should show the part that the address names before any other', async () => {
    expect(await openTab(caseFile({ letters: [letter()] }), '?tab=history')).toBe('经过');
  });
  it('should choose by itself when the address names a part there is not', async () => {
    expect(await openTab(caseFile(), '?tab=gossip')).toBe('原文与建议');
  });
});

describe('the parts of a case', () => {
  it('should count the opinions that have come', async () => {
    expect((await open(caseFile({ opinions: [given, opinion({ id: 'o2' })] }))).text).toContain(
      '会办意见 1/2',
    );
  });
  it('should not count opinions where none is asked for', async () => {
    expect((await open(caseFile())).text).not.toMatch(/会办意见 \d/);
  });
  it('should keep the open form when another part is looked at', async () => {
    const { html } = await open(caseFile(), '?do=assignment.sign~a1');
    expect(html).toMatch(/href="\/proposals\/p1\?do=assignment.sign%7Ea1&amp;tab=units"/);
  });
  it('should be all there', async () => {
    expect((await open(caseFile())).html.match(/class="tab( active)?"/g)).toHaveLength(caseTabs.length);
  });
});

describe('a case that cannot be shown', () => {
  it('should be a page that is not there when one may not know of it', async () => {
    expect((await open(new Problem(404, 'notFound', '没有这件提案'))).text).toContain('没有这一页');
  });
  it('should offer to try again when the server is at fault', async () => {
    expect((await open(new Problem(500, 'internal', '服务器出错。'))).text).toContain('再试一次');
  });
});
