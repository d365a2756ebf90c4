import { Client, launchBrowser, saveCast, startTestApp, type TestApp } from '@fuhan/testing';
import type { Browser, Page } from 'playwright-core';
import { HEADER, line, xlsx } from '../../libs/intake/testing/xlsx';
import { open, seriousFindings, sidewaysScroll, type Size, visit } from './visit';

const picture = (name: string): string | undefined =>
  process.env.FUHAN_TEST_PICTURES && `${process.env.FUHAN_TEST_PICTURES}/${name}.png`;

describe('a list that is handed in', () => {
  let browser: Browser;
  let app: TestApp;
  beforeAll(async () => {
    [browser, app] = await Promise.all([
      launchBrowser(),
      startTestApp({ worker: true, at: '2026-03-20T02:00:00Z', prepare: (house) => saveCast(house) }),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const looked = async (page: Page, complaints: string[], name: string): Promise<void> => {
    const path = picture(name);
    if (path) await page.screenshot({ path, fullPage: true });
    expect({ sideways: await sidewaysScroll(page), axe: await seriousFindings(page), complaints }).toEqual({
      ...{ sideways: 0, axe: [], complaints: [] },
    });
  };
  const list = (...numbers: [string, string]) => ({
    name: '交办清单.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(
      xlsx([{ rows: [HEADER, line(numbers[0]), line(numbers[1], { 5: '市财证局', 6: null })] }]),
    ),
  });

  it.each([
    ['desk', ['135001', '135002']],
    ['phone', ['135003', '135004']],
  ] as [Size, [string, string]][])(
    'should be mended, registered and taken back from the worklist on the %s',
    async (size, numbers) => {
      const { page, complaints, close } = await visit(browser, app.url, size, 'coordinator');
      await open(page, '/todo');
      await page.getByRole('link', { name: '导入交办清单' }).click();
      await page.getByLabel('清单文件').waitFor();
      await looked(page, complaints, `import-upload-${size}`);
      await page.getByLabel('清单文件').setInputFiles(list(...numbers));
      await page.getByText('1 行可以导入').waitFor();
      await looked(page, complaints, `import-checked-${size}`);
      await page.getByRole('button', { name: '市财政局' }).first().click();
      await page.getByRole('button', { name: '重新核对' }).click();
      await page.getByText('2 行可以导入').waitFor();
      await page.getByRole('button', { name: '确认导入 2 件' }).click();
      await page.getByText('已登记 2 件').waitFor();
      await looked(page, complaints, `import-done-${size}`);
      await page.getByRole('button', { name: '撤销导入' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '撤销导入' }).click();
      await page.getByText('这次导入已经撤销').waitFor();
      const { body } = await (
        await new Client(app.url).signIn('coordinator')
      ).get<{ total: number }>('/api/proposals');
      expect(body.total).toBe(0);
      await close();
    },
  );

  it('should be nobody else’s', async () => {
    const { page, close } = await visit(browser, app.url, 'desk', 'drafter');
    await open(page, '/todo');
    expect(await page.getByRole('link', { name: '导入交办清单' }).count()).toBe(0);
    await open(page, '/proposals/import');
    await page.getByText('您的职责不包括这一页').waitFor();
    await close();
  });
});
