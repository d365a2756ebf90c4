import { Client, launchBrowser, PASSWORD } from '@fuhan/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import { open, type Visit, visit } from './visit';
import { makeWorld, type World } from './world';

interface Draft {
  readonly sections: {
    readonly verdict: string | null;
    readonly passages: { kind: string; body: string; sources: { unit: string; text: string }[] }[];
  }[];
}

const SAID = '全市已建成体验中心12处。下一步再建8处。';

describe('the draft desk', () => {
  let browser: Browser;
  let world: World;
  let drafter: Client;
  const visits: Visit[] = [];
  beforeAll(async () => {
    [browser, world] = await Promise.all([launchBrowser(), makeWorld()]);
    drafter = await new Client(world.app.url).signIn('drafter');
    const co = await new Client(world.app.url).signIn(world.coHandler);
    const { suggestions } = (
      await co.get<{ suggestions: { id: string }[] }>(`/api/proposals/${world.waiting}`)
    ).body;
    await co.done(`/api/opinions/${world.opinionId}/submit`, {
      contactName: '联络员',
      contactPhone: '0760-12345678',
      items: [{ suggestionId: suggestions[0]?.id, position: 'adopted', body: SAID }],
    });
  });
  afterEach(async () => {
    await Promise.all(visits.splice(0).map((each) => each.close()));
  });
  afterAll(async () => {
    await browser?.close();
    await world?.app.close();
  });

  const desk = async (prepare?: (page: Page) => Promise<void>): Promise<Page> => {
    const made = await visit(browser, world.app.url, 'desk', 'drafter');
    visits.push(made);
    made.page.setDefaultTimeout(10_000);
    await prepare?.(made.page);
    await open(made.page, `/proposals/${world.waiting}/draft`);
    return made.page;
  };
  const card = (page: Page, i = 0): Locator => page.locator('.desk-section').nth(i);
  const textbox = (page: Page, i = 0): Locator => card(page, i).getByRole('textbox', { name: /的正文/ });
  const note = (page: Page, state: string, i = 0): Promise<void> =>
    card(page, i).locator(`.save-note[data-state="${state}"]`).waitFor();
  const draft = async (): Promise<Draft> =>
    (await drafter.get<{ drafts: Draft[] }>(`/api/proposals/${world.waiting}`)).body.drafts[0] as Draft;
  const passages = async (i = 0) => (await draft()).sections[i]?.passages ?? [];
  /** Writes a section anew. */
  const write = async (page: Page, text: string, i = 0): Promise<void> => {
    await textbox(page, i).click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
  };

  it('should save what is typed by itself, paragraph by paragraph', async () => {
    const page = await desk();
    await write(page, '第一段。');
    await page.keyboard.press('Enter');
    await page.keyboard.type('第二段𠮷。');
    await note(page, 'saved');
    expect((await passages()).map(({ body }) => body)).toEqual(['第一段。', '第二段𠮷。']);
  });

  it('should keep where words came from when they are put in, edited and split', async () => {
    const page = await desk();
    await write(page, ' ');
    await page.getByRole('button', { name: '插入到本条' }).click();
    await textbox(page).locator('.origin').click();
    await page.keyboard.press('Home');
    // The browser tells the editor of its cursor after each key.
    for (let i = 0; i < 13; i++) await page.keyboard.press('ArrowRight', { delay: 20 });
    await page.keyboard.press('Enter');
    await note(page, 'saved');
    const [unit] = (await passages()).flatMap(({ sources }) => sources.map((each) => each.unit));
    expect((await passages()).map(({ body, sources }) => [body, sources])).toEqual([
      ['全市已建成体验中心12处。', [expect.objectContaining({ unit, text: '全市已建成体验中心12处。' })]],
      ['下一步再建8处。', [expect.objectContaining({ unit, text: '下一步再建8处。' })]],
    ]);
  });

  it('should take out again, for a moment, what was put in by a slip', async () => {
    const page = await desk();
    await write(page, '自己写的一段。');
    await page.getByRole('button', { name: '插入到本条' }).click();
    await textbox(page).locator('.origin').waitFor();
    await page.getByRole('button', { name: '取出' }).click();
    await textbox(page).locator('.origin').waitFor({ state: 'detached' });
    await note(page, 'saved');
    expect((await passages()).map(({ body }) => body)).toEqual(['自己写的一段。']);
  });

  it('should keep what a text pasted from a word processor is made of, and lose its looks', async () => {
    const page = await desk();
    await write(page, ' ', 1);
    await page.evaluate(`(() => {
      const data = new DataTransfer();
      data.setData('text/html', '<p class=MsoNormal style="color:red"><b>（一）</b>做法<o:p></o:p></p>' +
        '<ol start=3><li>建台账</li></ol><table><tr><td><p>项目</p></td><td>数量</td></tr></table><del>删去</del>');
      document.querySelectorAll('.section-text')[1].dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    })()`);
    await note(page, 'saved', 1);
    expect((await passages(1)).map(({ kind, body }) => [kind, body])).toEqual([
      ['paragraph', '（一）做法'],
      ['paragraph', '3. 建台账'],
      ['table', '| 项目 | 数量 |'],
    ]);
    expect(await textbox(page, 1).locator('[style], b').count()).toBe(0);
  });

  it('should keep the verdict that is chosen', async () => {
    const page = await desk();
    await card(page)
      .getByRole('combobox', { name: /采纳意见/ })
      .selectOption('partly');
    await note(page, 'saved');
    expect((await draft()).sections[0]?.verdict).toBe('partly');
  });

  it('should lead from what a check finds to its place', async () => {
    const page = await desk();
    await write(page, '我局高度重视，**一是**推进建设。');
    await note(page, 'saved');
    await page.getByRole('link', { name: '检查' }).click();
    await page.getByRole('listitem').filter({ hasText: '**' }).getByRole('button').first().click();
    expect(await page.evaluate('getSelection().toString()')).toContain('**');
  });

  it('should lose nothing when the tab crashes', async () => {
    const page = await desk();
    await page.route('**/save-section', (route) => route.abort());
    await write(page, '崩溃之前写下的一句。');
    await note(page, 'offline');
    const again = await page.context().newPage();
    await page.goto('chrome://crash').catch(() => undefined);
    await open(again, `/proposals/${world.waiting}/draft`);
    await note(again, 'saved');
    expect((await passages())[0]?.body).toBe('崩溃之前写下的一句。');
  });

  it('should keep what is written through half a minute without a connection, say so, and save it by itself', async () => {
    const page = await desk(({ clock }) => clock.install());
    const before = await passages();
    await page.context().setOffline(true);
    await write(page, '断网时写的一句。');
    await note(page, 'offline');
    // The page's own half minute: each of its tries meets a network that is really cut.
    for (let seconds = 0; seconds < 30; seconds += 6) {
      const tried = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/save-section'));
      await page.clock.runFor(6_000);
      await tried;
      await note(page, 'offline');
    }
    await page.keyboard.type('又写一句。');
    await note(page, 'offline');
    expect(await card(page).locator('.save-note').innerText()).toBe(
      '没有连上服务器：文字已留在本机，恢复后自动保存',
    );
    expect(await page.evaluate('JSON.stringify(localStorage)')).toContain('断网时写的一句。又写一句。');
    expect(await passages()).toEqual(before);
    await page.context().setOffline(false);
    await note(page, 'saved');
    expect((await passages())[0]?.body).toBe('断网时写的一句。又写一句。');
    expect(await page.evaluate('JSON.stringify(localStorage)')).not.toContain('断网时');
  });

  it('should lose nothing when the session ends while one types', async () => {
    const made = await visit(browser, world.app.url, 'desk');
    visits.push(made);
    const { page } = made;
    const signIn = async (): Promise<void> => {
      await page.getByLabel('账号').fill('drafter');
      await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: '登录' }).click();
    };
    await open(page, `/proposals/${world.waiting}/draft`);
    await signIn();
    await textbox(page).waitFor();
    await page.context().clearCookies();
    await write(page, '登录过期时写的一句。');
    await page.getByLabel('账号').or(page.getByText('重新登录后继续')).first().waitFor();
    const again = page.getByText('重新登录后继续');
    if (await again.isVisible()) await again.click();
    await signIn();
    await note(page, 'saved');
    expect((await passages())[0]?.body).toBe('登录过期时写的一句。');
  });

  describe('with two people in one section', () => {
    it('should keep what each wrote in another passage', async () => {
      const [mine, theirs] = [await desk(), await desk()];
      await write(mine, '共同的一段。');
      await note(mine, 'saved');
      await textbox(theirs).getByText('共同的一段。').waitFor();
      await textbox(theirs).click();
      await theirs.keyboard.press('Control+End');
      await theirs.keyboard.press('Enter');
      await theirs.keyboard.type('同事加的一段。');
      await note(theirs, 'saved');
      await textbox(mine).getByText('同事加的一段。').waitFor();
      expect((await passages()).map(({ body }) => body)).toEqual(['共同的一段。', '同事加的一段。']);
    });

    it('should ask where both changed the same words, and overwrite nobody', async () => {
      const [mine, theirs] = [await desk(), await desk()];
      await write(mine, '原来的一段。');
      await note(mine, 'saved');
      await textbox(theirs).getByText('原来的一段。').waitFor();
      await mine.route('**/save-section', (route) => route.abort());
      await textbox(mine).click();
      await mine.keyboard.press('Control+End');
      await mine.keyboard.type('我补一句。');
      await note(mine, 'offline');
      await textbox(theirs).click();
      await theirs.keyboard.press('Control+End');
      await theirs.keyboard.type('他补一句。');
      await note(theirs, 'saved');
      await mine.unroute('**/save-section');
      await note(mine, 'clash');
      expect((await passages())[0]?.body).toBe('原来的一段。他补一句。');
      await mine.getByRole('button', { name: '两段都留下' }).click();
      await note(mine, 'saved');
      expect((await passages()).map(({ body }) => body)).toEqual([
        '原来的一段。我补一句。',
        '原来的一段。他补一句。',
      ]);
    });
  });
});
