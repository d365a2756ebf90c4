import type { Browser } from 'playwright-core';
import { launchBrowser } from '@fuhan/testing';

/** How many dark points a text of 40 px leaves on a white page. */
async function inkOf(browser: Browser, text: string, family: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 300, height: 100 } });
  await page.setContent(`<body style="margin:10px;font:40px ${family}">${text}</body>`);
  const picture = (await page.screenshot()).toString('base64');
  const ink = await page.evaluate<number>(`(async () => {
    const image = new Image();
    image.src = 'data:image/png;base64,${picture}';
    await image.decode();
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    return data.filter((value, at) => at % 4 === 0 && value < 128).length;
  })()`);
  await page.close();
  return ink;
}

describe.each(['found', 'bundled'])('the %s browser', (which) => {
  const { FUHAN_BROWSER: asked, FUHAN_TEST_BROWSER: foundBefore } = process.env;
  const bundledIsHere = process.platform === 'linux' && process.arch === 'x64';
  const test = which === 'bundled' && !bundledIsHere ? it.skip : it;
  let browser: Browser | undefined;

  const open = async (): Promise<Browser> => (browser ??= await launchBrowser());

  beforeAll(() => {
    if (which !== 'bundled') return;
    process.env.FUHAN_BROWSER = 'bundled';
    delete process.env.FUHAN_TEST_BROWSER;
  });

  afterAll(async () => {
    await browser?.close();
    for (const [name, value] of Object.entries({ FUHAN_BROWSER: asked, FUHAN_TEST_BROWSER: foundBefore })) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });

  test.each(['sans-serif', 'serif'])('should draw the ink of 提案 in %s', async (family) => {
    expect(await inkOf(await open(), '提案', family)).toBeGreaterThan(300);
  });

  test('should draw two characters differently, not as the box of a missing one', async () => {
    expect(await inkOf(await open(), '一', 'serif')).toBeLessThan(await inkOf(await open(), '龘', 'serif'));
  });

  test('should draw nothing where there is no text', async () => {
    expect(await inkOf(await open(), '', 'serif')).toBe(0);
  });
});
