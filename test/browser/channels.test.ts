import { NoticeDispatch, planDispatches } from '@fuhan/channels';
import { bindNoticeOutlet, insertNotices } from '@fuhan/clocks';
import { Person } from '@fuhan/identity';
import { newId } from '@fuhan/kernel';
import { prepareQueue } from '@fuhan/platform';
import { Client, launchBrowser, saveCast, startTestApp, type TestApp } from '@fuhan/testing';
import type { Browser, Page } from 'playwright-core';
import { open, seriousFindings, sidewaysScroll, type Size, visit } from './visit';

const WITHIN_MS = 2_000;
const picture = (name: string): string | undefined =>
  process.env.FUHAN_TEST_PICTURES && `${process.env.FUHAN_TEST_PICTURES}/${name}.png`;

describe('being told', () => {
  let browser: Browser;
  let app: TestApp;
  let drafterId: string;
  let coordinator: Client;
  let caseId: string;

  const em = () => app.house.dataSource.manager;
  const tell = (title: string) =>
    insertNotices(em(), [
      {
        personId: drafterId,
        source: newId(),
        kind: 'handed_over',
        title,
        body: '第135021号提案',
        link: '/todo',
        createdAt: app.clock.now(),
      },
    ]);

  beforeAll(async () => {
    [browser, app] = await Promise.all([
      launchBrowser(),
      startTestApp({ at: '2026-03-02T01:30:00Z', prepare: saveCast }),
    ]);
    await prepareQueue(app.house.queueBackend);
    bindNoticeOutlet(app.house.dataSource, planDispatches(new Set(['mail'])));
    await em().update(Person, { account: 'drafter' }, { mail: 'drafter@example.gov.cn' });
    drafterId = (await em().findOneByOrFail(Person, { account: 'drafter' })).id;
    coordinator = await new Client(app.url).signIn('coordinator');
    ({ id: caseId } = await coordinator.done('/api/proposals', {
      ...{ kind: 'plenary', number: '135021', term: 13, meeting: 5, title: '关于补齐康复辅具产业短板的建议' },
      proposers: [{ kind: 'member', name: '沈若谷' }],
      fullText: '提案全文。',
      suggestions: [{ title: '完善补贴目录', body: '修订目录。' }],
    }));
    await tell('有新交办的提案，请签收');
    await em().update(
      NoticeDispatch,
      { channel: 'mail' },
      { state: 'dead', attempt: 6, error: '550 no such mailbox' },
    );
    const { unitId } = await em().findOneByOrFail(Person, { id: drafterId });
    const system = await new Client(app.url).signIn('system');
    await system.done(`/api/units/${unitId}/add-webhook`, {
      ...{
        name: '提案工作群',
        format: 'wecom',
        url: 'https://robot.example/send?key=1',
        kinds: ['handed_over', 'chase'],
      },
    });
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const looked = async (page: Page, complaints: string[], name: string): Promise<void> => {
    const path = picture(name);
    if (path) await page.screenshot({ path });
    expect({ sideways: await sidewaysScroll(page), axe: await seriousFindings(page), complaints }).toEqual({
      ...{ sideways: 0, axe: [], complaints: [] },
    });
  };

  describe.each(['desk', 'phone'] as Size[])('on the %s', (size) => {
    it.each([
      ['notices', 'drafter', '/notices'],
      ['no-unread-notices', 'clerk', '/notices?box=unread'],
      ['notice-settings', 'drafter', '/notice-settings'],
      ['channels', 'system', '/admin/channels'],
    ])('should fit, keep the policy and be open to everyone: %s', async (name, account, path) => {
      const { page, complaints, close } = await visit(browser, app.url, size, account);
      await open(page, path);
      await looked(page, complaints, `${name}-${size}`);
      await close();
    });
  });

  it('should show a new notice at the bell and in the list at once', async () => {
    const { page, close } = await visit(browser, app.url, 'desk', 'drafter');
    await open(page, '/notices');
    await tell('刚刚发生的事');
    await page.getByText('刚刚发生的事').waitFor({ timeout: WITHIN_MS * 3 });
    expect(await page.locator('.bell').getAttribute('aria-label')).toMatch(/未读/);
    await close();
  });

  it('should have nothing unread after 全部标为已读', async () => {
    const { page, close } = await visit(browser, app.url, 'phone', 'drafter');
    await open(page, '/notices?box=unread');
    await page.getByRole('button', { name: '全部标为已读' }).click();
    await page.getByText('没有未读的通知。').waitFor();
    await page.locator('.bell[aria-label="通知"]').waitFor();
    await close();
  });

  it('should offer the news of a case that somebody else has changed where one may be at work, and show them on demand', async () => {
    const { page, complaints, close } = await visit(browser, app.url, 'desk', 'supervisor');
    await open(page, `/proposals/${caseId}/assign`);
    const { body: units } = await coordinator.get<{ id: string; code: string }[]>('/api/units');
    await coordinator.done(`/api/proposals/${caseId}/hand-over`, {
      leadUnitId: units.find(({ code }) => code === 'gongxin')?.id,
      coHandlers: [],
    });
    const news = page.getByRole('button', { name: '这件提案刚有新进展，点此刷新' });
    await news.waitFor({ timeout: WITHIN_MS * 3 });
    await looked(page, complaints, 'case-news');
    await news.click();
    await news.waitFor({ state: 'detached' });
    await close();
  });

  it('should show a colleague’s step on the case page of another browser by itself', async () => {
    const [reader, other] = [
      await visit(browser, app.url, 'desk', 'supervisor'),
      await visit(browser, app.url, 'desk', 'office'),
    ];
    await Promise.all([reader, other].map(({ page }) => open(page, `/proposals/${caseId}?tab=history`)));
    let loads = 0;
    reader.page.on('framenavigated', () => loads++);
    await other.page.getByRole('button', { name: '签收', exact: true }).first().click();
    const sign = other.page.getByRole('dialog').getByRole('button', { name: '签收', exact: true });
    await sign.or(other.page.getByText('已办理：签收')).first().waitFor();
    if (await sign.isVisible()) await sign.click();
    await reader.page.getByText(/^刚有新进展：.*签收/).waitFor({ timeout: WITHIN_MS * 3 });
    await reader.page
      .getByRole('tabpanel')
      .or(reader.page.locator('.case-parts'))
      .getByText(/签收。/)
      .first()
      .waitFor();
    expect(loads).toBe(0);
    await Promise.all([reader, other].map(({ close }) => close()));
  });

  it('should keep an address, and give a calendar a secret one', async () => {
    const { page, close } = await visit(browser, app.url, 'desk', 'drafter');
    await open(page, '/notice-settings');
    await page.getByRole('button', { name: '生成订阅地址' }).click();
    expect(await page.getByLabel('日历订阅地址').inputValue()).toMatch(/\/ical\/[\w-]{43}\.ics$/);
    await page.getByLabel('邮箱').fill('new@example.gov.cn');
    await page.getByRole('button', { name: /^保\s?存$/ }).click();
    await page.getByText('已保存').waitFor();
    await page.reload();
    expect(await page.getByLabel('邮箱').inputValue()).toBe('new@example.gov.cn');
    await close();
  });

  it('should let the system administrator send again what did not arrive', async () => {
    const { page, close } = await visit(browser, app.url, 'desk', 'system');
    await open(page, '/admin/channels');
    await page
      .getByRole('button', { name: /^重新发送/ })
      .first()
      .click();
    await page
      .locator('.ant-drawer')
      .getByRole('button', { name: /重新发送/ })
      .click();
    await page.getByText('等待发送', { exact: true }).waitFor();
    await close();
  });

  it('should show the queue’s board under the page’s strict policy', async () => {
    const { page, complaints, close } = await visit(browser, app.url, 'desk', 'system');
    await page.goto('/api/queues/');
    await page.getByText('dispatches').first().waitFor();
    const path = picture('board');
    if (path) await page.screenshot({ path });
    expect(complaints).toEqual([]);
    await close();
  });
});
