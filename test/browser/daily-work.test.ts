import { Client, launchBrowser, PASSWORD } from '@fuhan/testing';
import type { Browser, Page } from 'playwright-core';
import { open, seriousFindings, type Size, type Visit, visit } from './visit';
import { makeWorld, signedText, underReview, type World } from './world';

/** A program for the page: the picture of one character in the page's own font. */
const drawn = (character: string): string => `(() => {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  pen.font = '64px ' + getComputedStyle(document.body).fontFamily;
  pen.fillText('${character}', 10, 80);
  return canvas.toDataURL();
})()`;

describe('daily work in the browser', () => {
  let browser: Browser;
  let world: World;
  const visits: Visit[] = [];
  beforeAll(async () => {
    [browser, world] = await Promise.all([launchBrowser(), makeWorld()]);
  });
  afterEach(async () => {
    await Promise.all(visits.splice(0).map((each) => each.close()));
  });
  afterAll(async () => {
    await browser?.close();
    await world?.app.close();
  });

  const come = async (account?: string, size: Size = 'desk'): Promise<Page> => {
    const made = await visit(browser, world.app.url, size, account);
    visits.push(made);
    return made.page;
  };
  const signIn = async (page: Page, account: string): Promise<void> => {
    await page.getByLabel('账号').fill(account);
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
  };
  const casePath = (search = ''): string => `/proposals/${world.waiting}${search}`;

  it('should draw ink for Chinese, a different one for each character', async () => {
    const page = await come();
    await open(page, '/login');
    const ink = await Promise.all(['提', '案', ' '].map((each) => page.evaluate<string>(drawn(each))));
    expect(new Set(ink).size).toBe(3);
  });

  it('should lead to 待办 after signing in', async () => {
    const page = await come();
    await open(page, '/login');
    await signIn(page, 'drafter');
    await page.getByRole('heading', { name: '待办', level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/todo');
  });

  it('should lead to the page one wanted when one was not signed in', async () => {
    const page = await come();
    await open(page, casePath('?tab=clocks'));
    await signIn(page, 'drafter');
    await page.getByRole('heading', { name: /康复辅具/, level: 1 }).waitFor();
    expect(page.url()).toContain(casePath('?tab=clocks'));
  });

  it('should say what is wrong when the password is', async () => {
    const page = await come();
    await open(page, '/login');
    await page.getByLabel('账号').fill('drafter');
    await page.getByLabel('密码', { exact: true }).fill('not-the-password');
    await page.getByRole('button', { name: '登录' }).click();
    expect(await page.getByRole('alert').innerText()).toMatch(/账号|密码|口令/);
  });

  it('should show in 待办 what is waited for', async () => {
    const page = await come('drafter');
    await open(page, '/todo');
    const row = page.locator('.row').filter({ hasText: '135021' });
    expect(await row.innerText()).toContain('送核稿');
  });

  it('should find a case by its number with Ctrl K, and open it without the mouse', async () => {
    const page = await come('drafter');
    await open(page, '/todo');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('135022');
    await page.getByRole('option', { name: /园区公交接驳/ }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /园区公交接驳/, level: 1 }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '键盘' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('should say the light in words beside its shape', async () => {
    const page = await come('drafter');
    await open(page, '/todo');
    expect(await page.locator('.row .light').first().innerText()).toMatch(/剩 \d+ 个工作日/);
  });

  it('should open where the selected case is written when Enter is pressed', async () => {
    const page = await come('drafter');
    await open(page, '/todo');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /康复辅具/, level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`${casePath()}/draft`);
  });

  it('should move down the list when J is pressed', async () => {
    const page = await come('coordinator');
    await open(page, '/todo?box=all');
    const second = page.locator('.row[data-id]').nth(1);
    await page.keyboard.press('j');
    expect(await second.getAttribute('class')).toContain('row-selected');
  });

  it('should explain a deadline when its light is clicked', async () => {
    const page = await come('drafter');
    await open(page, casePath());
    await page.getByRole('button', { name: /答复提案者/ }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('第 1 日', { exact: true }).waitFor();
    expect(await drawer.locator('ol li').count()).toBeGreaterThan(1);
  });

  it('should show why a step cannot be taken, and not let it be sent', async () => {
    const page = await come('drafter');
    await open(page, casePath());
    expect(await page.getByRole('button', { name: '送核稿' }).isDisabled()).toBe(true);
  });

  it('should show the letter behind the personal link without a sign-in', async () => {
    const page = await come();
    await open(page, world.personalLink);
    expect(await page.frameLocator('iframe').locator('body').innerText()).toContain('园区公交接驳');
  });

  it('should show the receipt on the personal page once it was opened', async () => {
    const page = await come();
    await open(page, world.personalLink);
    await page.getByText(/^已送达/).waitFor();
    expect(await page.getByRole('status').innerText()).toContain('已送达');
  });

  it('should name the kind of help when a personal link is wrong', async () => {
    const page = await come();
    await open(page, '/f/not-a-token');
    expect(await page.locator('main').innerText()).toContain('这个链接打不开');
  });

  describe('a review', () => {
    const cases: string[] = [];
    beforeAll(async () => {
      for (const number of ['135031', '135032'])
        cases.push(await underReview(world, number, `关于第${number.slice(-1)}片区停车的建议`));
    });

    it('should open the next text when Ctrl Enter is pressed on this one, with the words written down', async () => {
      const page = await come('reviewer');
      await open(page, '/todo');
      await page.keyboard.press('Enter');
      await page.frameLocator('iframe').getByText('停车的建议').first().waitFor();
      await page.getByRole('textbox', { name: /^意见/ }).fill('已核，数据属实。');
      await page.keyboard.press('Control+Enter');
      await page.waitForURL(`**/proposals/${cases[1]}/review`);
      await open(page, `/proposals/${cases[0]}/review`);
      const box = page.locator('.paper tr').filter({ hasText: '已核，数据属实。' });
      expect(await box.locator('th').innerText()).toContain('核稿');
    });

    it('should be done with two touches on a phone, and say that nothing is left', async () => {
      const page = await come('reviewer', 'phone');
      await open(page, `/proposals/${cases[1]}/review`);
      await page.getByRole('group', { name: '签批' }).getByRole('button').first().click();
      await page.getByRole('dialog').locator('button[type="submit"]').click();
      await page.getByText('没有等您审的了').waitFor();
      expect(new URL(page.url()).pathname).toBe('/todo');
    });

    it('should be signed by hand on a phone: a stroke taken back, and all of it on the sign-off sheet', async () => {
      const page = await come('leader', 'phone');
      await open(page, `/proposals/${cases[0]}/review`);
      await page.getByRole('group', { name: '签批' }).getByRole('button').first().click();
      const form = page.getByRole('dialog');
      await form.getByRole('button', { name: '手写', exact: true }).click();
      const pad = form.getByRole('img', { name: '在这里手写' });
      await pad.scrollIntoViewIfNeeded();
      const { x, y, width, height } = (await pad.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      const at = (across: number, down: number) => [x + width * across, y + height * down] as const;
      for (const [from, to] of [
        [at(0.1, 0.3), at(0.4, 0.3)],
        [at(0.25, 0.1), at(0.25, 0.8)],
        [at(0.6, 0.6), at(0.9, 0.2)],
      ] as const) {
        await page.mouse.move(...from);
        await page.mouse.down();
        await page.mouse.move(...to, { steps: 6 });
        await page.mouse.up();
      }
      await form.getByText('已写 3 笔。').waitFor();
      await form.getByRole('button', { name: '撤销一笔' }).click();
      await form.getByText('已写 2 笔。').waitFor();
      const pictures = process.env.FUHAN_TEST_PICTURES;
      if (pictures) await page.screenshot({ path: `${pictures}/ink-pad-phone.png` });
      expect(await seriousFindings(page)).toEqual([]);
      await form.locator('button[type="submit"]').click();
      await page.waitForURL(`**/proposals/${cases[1]}/review`);
      await open(page, `/proposals/${cases[0]}/review`);
      const ink = page.getByRole('img', { name: /^手写签批：同意。/ });
      await ink.scrollIntoViewIfNeeded();
      if (pictures) await page.screenshot({ path: `${pictures}/ink-sheet-phone.png` });
      expect((await ink.locator('path').getAttribute('d'))?.match(/M/g)).toHaveLength(2);
    });

    it('should have one effect when 签发 is clicked twice, and when its number is taken twice', async () => {
      const id = cases[1] ?? '';
      const rows = (sql: string): Promise<{ n: number }[]> =>
        world.app.house.dataSource.query(sql, [id]) as Promise<{ n: number }[]>;
      const leader = await new Client(world.app.url).signIn('leader');
      const { body } = await leader.get<{ drafts: { steps: { id: string; state: string }[] }[] }>(
        `/api/proposals/${id}`,
      );
      const step = body.drafts[0]?.steps.find(({ state }) => state === 'open');
      await leader.done(`/api/review-steps/${step?.id}/approve`, { comment: '同意。' });
      const head = await come('head');
      await open(head, `/proposals/${id}/review`);
      await head.getByRole('region', { name: '签批' }).locator('button[type="submit"]').dblclick();
      await head.waitForURL((url) => !url.pathname.startsWith(`/proposals/${id}`));
      const signed = await rows(
        `SELECT count(*)::int AS n FROM history_entry WHERE proposal_id = $1 AND action = 'reviewStep.approve'
         UNION ALL SELECT count(*)::int FROM review_step s JOIN draft d ON d.id = s.draft_id WHERE d.proposal_id = $1 AND s.state = 'approved'
         UNION ALL SELECT count(*)::int FROM outbox WHERE payload ->> 'proposalId' = $1::text AND payload ->> 'kind' = 'signed'`,
      );
      expect(signed.map(({ n }) => n)).toEqual([3, 3, 1]);
      const clerk = await come('clerk');
      await open(clerk, '/letters?box=number');
      await clerk.getByRole('main').getByRole('checkbox').first().check();
      await clerk.getByRole('button', { name: /^取号并定稿/ }).dblclick();
      await clerk.getByRole('region', { name: '办理结果' }).getByText(/^办完/).waitFor();
      const numbered = await rows(
        `SELECT count(*)::int AS n FROM letter WHERE proposal_id = $1
         UNION ALL SELECT count(*)::int FROM history_entry WHERE proposal_id = $1 AND action = 'draft.issue'`,
      );
      expect(numbered.map(({ n }) => n)).toEqual([1, 1]);
    });

    it('should show every page as it prints', async () => {
      const page = await come('leader');
      await open(page, `/proposals/${cases[0]}/review?view=print`);
      await page.getByRole('img', { name: '答复函，第 1 页，共 1 页' }).waitFor();
      expect(await page.locator('.pdf-page').count()).toBe(1);
    });
  });

  it('should number all that are chosen on the board one after the other, and wait for them at the delivery where no seal is asked for', async () => {
    for (const number of ['135041', '135042']) await signedText(world, number, `关于第${number}条绿道的建议`);
    const page = await come('clerk');
    await open(page, '/letters?box=number');
    await page.getByLabel('全选 2 件').check();
    await page.getByRole('button', { name: '取号并定稿 2 件' }).click();
    const outcomes = page.getByRole('region', { name: '办理结果' });
    await outcomes.getByText('办完 2 件').waitFor();
    const numbers = (await outcomes.getByRole('listitem').allInnerTexts()).map((words) =>
      Number(/〔2026〕(\d+)号/.exec(words)?.[1]),
    );
    expect(numbers[1]).toBe((numbers[0] ?? 0) + 1);
    // With the one of the review above.
    await page.getByRole('link', { name: '待送达 3' }).waitFor();
  });

  describe('an opinion', () => {
    const opinionForm = async (page: Page): Promise<void> => {
      await open(page, casePath('?tab=text'));
      await page.getByRole('link', { name: /提交会办意见/ }).click();
      await page.getByRole('heading', { name: /提交会办意见/ }).waitFor();
    };
    const bodies = (page: Page) => page.getByRole('textbox', { name: /^意见/ });

    it('should mark what is still empty when it is sent too early: one word to one suggestion is enough', async () => {
      const page = await come(world.coHandler);
      await opinionForm(page);
      await page.getByRole('button', { name: '提交会办意见' }).click();
      await page.getByText('请至少填写一条意见').waitFor();
      expect(await page.locator('[aria-invalid="true"]').count()).toBeGreaterThan(0);
    });

    it('should put the server’s message at its field', async () => {
      const page = await come(world.coHandler);
      await opinionForm(page);
      await page.getByLabel('联系人').fill('周平');
      await page.getByLabel('联系电话').fill('没有电话');
      for (const body of await bodies(page).all()) await body.fill('我局没有意见。');
      await page.getByRole('button', { name: '提交会办意见' }).click();
      await page.getByText('电话只能有数字、短横和“转”').first().waitFor();
      expect(await page.getByLabel('联系电话').getAttribute('aria-invalid')).toBe('true');
    });

    it('should keep what was typed when the page is loaded again', async () => {
      const page = await come(world.coHandler);
      await opinionForm(page);
      await bodies(page).first().fill('补贴目录将于年内修订。');
      await page.reload();
      await bodies(page).first().waitFor();
      expect(await bodies(page).first().inputValue()).toBe('补贴目录将于年内修订。');
    });

    it('should be sent once when the button is clicked twice, and then stand in the case', async () => {
      const page = await come(world.coHandler);
      await opinionForm(page);
      await page.getByLabel('联系人').fill('周平');
      await page.getByLabel('联系电话').fill('0760-88880000');
      for (const body of await bodies(page).all()) await body.fill('补贴目录将于年内修订。');
      let sent = 0;
      page.on('request', (request) => (sent += request.url().endsWith('/submit') ? 1 : 0));
      await page.getByRole('button', { name: '提交会办意见' }).dblclick();
      await page.getByText('已办理：提交会办意见').waitFor();
      await page.getByRole('link', { name: /会办意见 1\/1/ }).click();
      await page.getByText('补贴目录将于年内修订。').first().waitFor();
      expect(sent).toBe(1);
    });
  });
});
