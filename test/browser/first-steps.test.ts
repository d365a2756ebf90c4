import { launchBrowser, PASSWORD, saveCast, startTestApp, type TestApp } from '@fuhan/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import { open, type Size, type Visit, visit } from './visit';

const title = '关于扩大适老化改造的建议';

/** Opens the list behind a label and takes the entry with these words. */
async function choose(page: Page, control: Locator, words: string): Promise<void> {
  await control.fill(words);
  await page.locator('.ant-select-item-option:visible').filter({ hasText: words }).first().waitFor();
  await control.press('Enter');
}

const submit = (page: Page): Locator => page.locator('form button[type="submit"]');

/** Sends the form that stands open and waits until the page says that it was done. */
async function send(page: Page, label: string): Promise<void> {
  await submit(page).click();
  await page.getByText(`已办理：${label}`).first().waitFor();
}

// One story in the order in which it happens: each step is somebody's, and begins where the last one ended.
describe('the beginning of the path by clicking', () => {
  let browser: Browser;
  let app: TestApp;
  let current: Visit | undefined;

  beforeAll(async () => {
    [browser, app] = await Promise.all([
      launchBrowser(),
      startTestApp({
        at: '2026-03-02T01:30:00Z',
        prepare: saveCast,
      }),
    ]);
  });
  afterEach(async () => {
    await current?.close();
    current = undefined;
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const come = async (account?: string, size: Size = 'desk'): Promise<Page> => {
    await current?.close();
    current = await visit(browser, app.url, size, account);
    current.page.setDefaultTimeout(6_000);
    return current.page;
  };
  /** A person opens 待办 and there the case. */
  const openCase = async (account: string, size: Size = 'desk'): Promise<Page> => {
    const page = await come(account, size);
    await open(page, '/todo');
    await page.locator('.row-title').filter({ hasText: title }).click();
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    return page;
  };
  it('should register a proposal when the coordinator signs in with the keyboard alone', async () => {
    const page = await come();
    await open(page, '/login');
    await page.getByLabel('账号').focus();
    await page.keyboard.type('coordinator');
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    const begin = page.getByRole('link', { name: '登记提案' });
    await begin.focus();
    await page.keyboard.press('Enter');
    await choose(page, page.getByRole('combobox', { name: /^类型/ }), '大会提案');
    await page.getByLabel('提案号').fill('135101');
    await page.getByRole('spinbutton', { name: /^届/ }).fill('13');
    await page.getByRole('spinbutton', { name: /^次/ }).fill('5');
    await page.getByRole('textbox', { name: /^案由/ }).fill(title);
    await choose(page, page.getByRole('combobox', { name: /^提案者类别/ }), '委员');
    await page.getByRole('textbox', { name: /^姓名或名称/ }).fill('沈若谷');
    await page.getByRole('textbox', { name: /^提案全文/ }).fill('老旧小区的台阶，老人上不去。');
    await page.getByRole('textbox', { name: /^建议标题/ }).fill('加装扶手');
    await submit(page).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    expect(await page.locator('.summary').innerText()).toContain('第 135101 号');
  });

  it('should keep the file that was uploaded beside the form', async () => {
    const page = await come('coordinator');
    await open(page, '/proposals/new');
    const file = { name: '原件.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.getByText('已上传：原件.pdf').waitFor();
    expect(await page.getByRole('button', { name: '去掉' }).count()).toBe(1);
  });

  it('should say why when the file is of no kind that can be kept', async () => {
    const page = await come('coordinator');
    await open(page, '/proposals/new');
    const file = {
      name: 'x.exe',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('MZ\u0000\u0001'),
    };
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.locator('.file .field-error').waitFor();
    expect(await page.getByText('已上传').count()).toBe(0);
  });

  it('should let the coordinator cut a suggestion in two where the cursor is, before the hand-over', async () => {
    const page = await openCase('coordinator');
    await page.getByRole('button', { name: '调整建议分条' }).click();
    const body = page.getByRole('textbox', { name: /^建议内容/ });
    await body.fill('楼道加装扶手。门口修坡道。');
    await body.press('Home');
    for (let i = 0; i < 7; i++) await body.press('ArrowRight');
    await page.getByRole('button', { name: /^从光标处拆成两条/ }).click();
    await page
      .getByRole('textbox', { name: /^建议标题/ })
      .last()
      .fill('修坡道');
    await page.getByRole('button', { name: '保存分条' }).click();
    await page.getByRole('heading', { name: '建议（2 条）' }).waitFor();
    expect(await page.locator('.suggestions li').allInnerTexts()).toEqual([
      expect.stringMatching(/^一、加装扶手\s+楼道加装扶手。$/),
      expect.stringMatching(/^二、修坡道\s+门口修坡道。$/),
    ]);
  });

  it('should name both co-handlers in the case when the coordinator hands over', async () => {
    const page = await openCase('coordinator');
    await choose(page, page.getByRole('combobox', { name: /^主办（单办）单位/ }), '工业和信息化');
    for (const [i, unit] of ['发展和改革', '宣传部'].entries()) {
      await page.getByRole('button', { name: '添加会办单位' }).click();
      const item = page.locator('fieldset.item').nth(i);
      await choose(page, item.getByRole('combobox'), unit);
      await item.getByRole('textbox', { name: /^请其回答/ }).fill('请说明今年的安排。');
    }
    await send(page, '交办');
    await page.getByRole('link', { name: '承办单位', exact: true }).click();
    await page.getByText('请说明今年的安排。').first().waitFor();
    expect(await page.locator('.cards .part').count()).toBe(3);
  });
});
