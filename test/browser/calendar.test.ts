import { importYears } from '@fuhan/clocks';
import { PlaceProfileVersion } from '@fuhan/platform';
import { parseProfile } from '@fuhan/rules';
import { launchBrowser } from '@fuhan/testing';
import type { Browser, Page } from 'playwright-core';
import { startWorld, type World } from '../integration/casework-world';
import { notice2027 } from '../integration/notice-2027';
import { open, seriousFindings, sidewaysScroll, type Size, visit } from './visit';

const file = (content: string) => ({
  name: '2027.json',
  mimeType: 'application/json',
  buffer: Buffer.from(content),
});

describe('the calendar and the clocks', () => {
  let browser: Browser;
  let world: World;
  let caseId: string;

  /** A case whose clocks run into 2027, one of them paused; a newer version of the rules; a day of the place's own. */
  beforeAll(async () => {
    [browser, world] = await Promise.all([launchBrowser(), startWorld()]);
    const { house, clock } = world.app;
    const em = house.dataSource.manager;
    ({ id: caseId } = await world.opened('136701'));
    const [{ id: reply }] = await em.query(
      `SELECT id FROM deadline WHERE proposal_id = $1 AND clock = 'reply'`,
      [caseId],
    );
    const coordinator = await world.cast.as('coordinator');
    const pause = { category: 'proposer', reason: '约定当面沟通', from: '2026-03-10', until: '2026-03-19' };
    await coordinator.done(`/api/clocks/${reply}/pause`, pause);
    const { files } = await em.findOneByOrFail(PlaceProfileVersion, { place: 'zhongshan', version: 1 });
    const clocks = (files['clocks.yaml'] ?? '').replace('rule: 15工作日', 'rule: 20工作日');
    const own = { ...files, 'clocks.yaml': clocks };
    const version = { place: 'zhongshan', version: 2, digest: parseProfile(own, 2).digest, files: own };
    await em.insert(PlaceProfileVersion, { ...version, createdAt: clock.now() });
    const day = { date: '2026-11-12', status: 'off', why: '市民日放假' };
    await (await world.cast.as('system')).done('/api/calendar-days', day);
    clock.moveTo(new Date('2026-11-02T01:30:00Z'));
  });
  afterAll(async () => {
    await browser?.close();
    await world?.app.close();
  });

  const looked = async (page: Page, complaints: string[], name: string): Promise<void> => {
    const pictures = process.env.FUHAN_TEST_PICTURES;
    if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` });
    expect({ sideways: await sidewaysScroll(page), axe: await seriousFindings(page), complaints }).toEqual({
      ...{ sideways: 0, axe: [], complaints: [] },
    });
  };

  describe.each(['desk', 'phone'] as Size[])('on the %s', (size) => {
    it('should show years, local days, the warning and the preview, and be open to everyone', async () => {
      const { page, complaints, close } = await visit(browser, world.app.url, size, 'system');
      await open(page, '/admin/calendar');
      await page.getByText('2027年的放假安排还没有导入').waitFor();
      await page.getByText('市民日放假').waitFor();
      await page.getByText('15个工作日 → 20个工作日').first().waitFor();
      await looked(page, complaints, `calendar-${size}`);
      await close();
    });

    it('should draw a letter in the words being typed, and show what somebody saved meanwhile', async () => {
      const { page, complaints, close } = await visit(browser, world.app.url, size, 'system');
      await open(page, '/admin/wording');
      await page.getByRole('button', { name: '结尾：plain' }).click();
      const words = page.getByRole('textbox', { name: '结尾：plain的写法' });
      await words.fill('特此答复，{{prnoun}}');
      await page.getByText('没有名为“prnoun”的字段').waitFor();
      await words.fill(`特此答复（${size}）。`);
      await page.frameLocator('iframe').getByText(`特此答复（${size}）。`).waitFor();
      await looked(page, complaints, `wording-${size}`);

      const system = await world.cast.as('system');
      const { version } = (await system.get<{ version: number }>('/api/letter-wording')).body;
      const edits = [{ piece: 'letters/chase/closing', template: `请速办理（${size}）。` }];
      await system.done('/api/letter-wording', { version, edits, reason: '催办更明白' });
      await page.getByRole('textbox', { name: '为什么改' }).fill('统一结尾');
      await page.getByRole('button', { name: '保存信函用语' }).click();
      await page.getByText(`别人已保存了第 ${version + 1} 版`).waitFor();
      await page.locator('.wording-meanwhile ins', { hasText: size }).waitFor();
      complaints.length = 0; // the refusal, as the browser tells it
      await looked(page, complaints, `wording-meanwhile-${size}`);
      await page.getByRole('button', { name: '保存信函用语' }).click();
      await page.getByText(`第 ${version + 2} 版（现行）`).waitFor();
      await page.getByRole('button', { name: '与现行比较：第 1 版' }).click();
      await page.locator('del', { hasText: '特此' }).waitFor();
      await looked(page, complaints, `wording-versions-${size}`);
      await close();
    });

    it('should explain a clock day by day from the case', async () => {
      const { page, complaints, close } = await visit(browser, world.app.url, size, 'office');
      await open(page, `/proposals/${caseId}?tab=clocks`);
      await page.getByRole('button', { name: /^逐日说明：答复提案者/ }).click();
      const drawer = page.locator('.ant-drawer');
      await drawer.getByText('约定当面沟通').first().waitFor();
      await drawer.getByText('第 1 日', { exact: true }).waitFor();
      await looked(page, complaints, `clock-${size}`);
      await close();
    });
  });

  it('should explain a clock from its light at the head of the case', async () => {
    const { page, close } = await visit(browser, world.app.url, 'desk', 'office');
    await open(page, `/proposals/${caseId}`);
    await page.locator('.summary .clock-light').filter({ hasText: '答复提案者' }).click();
    await page.locator('.ant-drawer').getByText('中山市提案办理默认时限').waitFor();
    await close();
  });

  it('should say what is wrong with a file, and then import a good one after a look at it', async () => {
    const { page, complaints, close } = await visit(browser, world.app.url, 'phone', 'system');
    await open(page, '/admin/calendar');
    const input = page.getByLabel('放假安排文件（JSON，一年一个）');
    await input.setInputFiles(file('放假'));
    await page.getByText('这个文件不是 JSON').waitFor();
    const short = { ...notice2027, workdays: notice2027.workdays.slice(1) };
    await input.setInputFiles(file(JSON.stringify(short)));
    const drawer = page.locator('.ant-drawer');
    await drawer.getByRole('button', { name: '导入放假安排' }).click();
    await drawer.getByText('有日子漏写或多写').waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    complaints.length = 0;
    await input.setInputFiles(file(JSON.stringify(notice2027)));
    await drawer.getByLabel('通知文号').waitFor();
    await looked(page, complaints, 'calendar-import-phone');
    await drawer.getByRole('button', { name: '导入放假安排' }).click();
    await page.getByText('2027年的放假安排还没有导入').waitFor({ state: 'detached' });
    await page.getByText(notice2027.source).waitFor();
    await close();
  });

  it('should show who may not import the days alone', async () => {
    await importYears(world.app.house.dataSource.manager, [notice2027], {
      at: world.app.clock.now(),
      by: null,
    });
    const { page, close } = await visit(browser, world.app.url, 'desk', 'coordinator');
    await open(page, '/admin/calendar');
    await page.getByText(notice2027.source).waitFor();
    expect(await page.getByText('从文件导入').count()).toBe(0);
    await close();
  });
});
