import { launchBrowser, saveCast, saveCoHandler, startTestApp, type TestApp } from '@fuhan/testing';
import type { Browser, Locator, Page } from 'playwright-core';
import { HEADER, line, xlsx } from '../../libs/intake/testing/xlsx';
import { approve, draft, giveOpinion, handOver, issue, signAndDivide } from './by-keyboard';
import { Efforts } from './efforts';
import type { Hand } from './hand';
import { Stage } from './stage';
import { forgetSignIns, settled, type Size, sidewaysScroll } from './visit';

const title = '关于补齐康复辅具产业短板，推动我市银发经济高质量发展并惠及城乡老年人的提案';
const list = {
  name: '交办清单.xlsx',
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(
    xlsx([
      {
        rows: [
          HEADER,
          line('135001', { 2: title, 3: '沈若谷' }),
          line('135002', { 3: '沈若谷', 5: '市工业和信息局' }),
          line('135003', { 3: '沈若谷' }),
        ],
      },
    ]),
  ),
};
const dialogOf = (page: Page): Locator => page.getByRole('dialog');
const submitOf = (page: Page): Locator => dialogOf(page).locator('button[type="submit"]');
const sectionOf = (page: Page, i: number): Locator => page.locator('.desk-section').nth(i);
const textOf = (page: Page, i: number): Locator =>
  sectionOf(page, i).getByRole('textbox', { name: /的正文/ });
const savedAt = (page: Page, i: number): Promise<void> =>
  sectionOf(page, i).locator('.save-note[data-state="saved"]').waitFor();
const said = (page: Page, words: string | RegExp): Promise<void> => page.getByText(words).first().waitFor();

// One story in the order in which it happens: each step is somebody's, and begins where the last one ended.
describe('the whole path by clicking', () => {
  let browser: Browser;
  let app: TestApp;
  let stage: Stage;
  let letter = '';
  const efforts = new Efforts();

  beforeAll(async () => {
    [browser, app] = await Promise.all([
      launchBrowser(),
      startTestApp({
        worker: true,
        at: '2026-03-02T02:00:00Z',
        prepare: async (house) => {
          await saveCast(house);
          await saveCoHandler(house, '市财政局');
          await saveCoHandler(house, '市商务局');
        },
      }),
    ]);
    stage = new Stage(browser, app.url);
  });
  afterAll(async () => {
    await stage?.close();
    await browser?.close();
    await app?.close();
  });

  /** A person comes and opens what waits. */
  const openCase = async (account: string, size: Size = 'desk'): Promise<Hand> => {
    const hand = await stage.come(account, size);
    await hand.click(hand.page.locator('.row-title').filter({ hasText: title }));
    await settled(hand.page);
    return hand;
  };

  it('should register the rows of a list when its one mistake is mended', async () => {
    const hand = await stage.come('coordinator');
    const { page } = hand;
    await hand.click(page.getByRole('link', { name: '导入交办清单' }));
    await hand.give(page.getByLabel('清单文件'), list);
    await said(page, '2 行可以导入');
    await hand.click(page.getByRole('button', { name: '市工业和信息化局' }));
    await hand.click(page.getByRole('button', { name: '重新核对' }));
    await hand.click(page.getByRole('button', { name: '确认导入 3 件' }));
    await said(page, '已登记 3 件');
    efforts.add('提案办：导入清单、改一处', hand);
  });

  it('should hand over to the units the list names, with a question', async () => {
    const hand = await openCase('coordinator');
    const { page } = hand;
    const question = page.getByRole('textbox', { name: /^请其回答/ }).first();
    await hand.write(question, '请说明补贴目录的修订安排。');
    await hand.click(page.getByRole('button', { name: '交办', exact: true }));
    await said(page, '已办理：交办');
    efforts.add('提案办：交办一件', hand);
  });

  it.each([
    ['co-caizheng', '补贴目录将于年内修订，已会同民政部门开展调研。'],
    ['co-shangwu', '全市已建成体验中心12处。下一步再建8处。'],
  ])(
    'should take %s from the worklist to its one question, its receipt and its opinion',
    async (account, words) => {
      const hand = await openCase(account);
      const { page } = hand;
      if (account === 'co-caizheng') await said(page, '请说明补贴目录的修订安排。');
      await hand.click(page.getByRole('button', { name: '签收', exact: true }));
      await hand.write(page.getByLabel('联系电话'), '0760-88880000');
      await hand.write(page.getByRole('textbox', { name: /^意见/ }).first(), words);
      await hand.write(page.getByRole('textbox', { name: /^意见/ }).last(), '我局将按职责配合。');
      await hand.click(page.getByRole('button', { name: '提交会办意见' }));
      await said(page, '已办理：提交会办意见');
      if (account === 'co-caizheng') efforts.add('会办单位：签收并答复两条', hand);
    },
  );

  it('should sign for the case and give it to the drafter', async () => {
    const hand = await openCase('office');
    const { page } = hand;
    await hand.click(page.getByRole('button', { name: '签收', exact: true }));
    await hand.click(page.getByRole('button', { name: '分给科室', exact: true }));
    await said(page, '已办理：分给科室');
    efforts.add('主办单位提案办：签收并分办', hand);
  });

  it('should show the opinions beside their suggestion, and put them in with their source', async () => {
    const hand = await openCase('drafter');
    const { page } = hand;
    await hand.click(page.getByRole('button', { name: '插入到本条' }).first());
    for (const unit of ['市财政局', '市商务局']) {
      const accept = page.getByRole('button', { name: `接受意见：${unit}` });
      await hand.click(accept);
      await accept.waitFor({ state: 'detached' });
    }
    await hand.pick(sectionOf(page, 0).getByRole('combobox', { name: /采纳意见/ }), '采纳');
    await hand.click(textOf(page, 1));
    await hand.type('我局高度重视，**一是**建立台账，下一步按季更新。');
    await hand.pick(sectionOf(page, 1).getByRole('combobox', { name: /采纳意见/ }), '采纳');
    await Promise.all([savedAt(page, 0), savedAt(page, 1)]);
    await textOf(page, 0).locator('.origin').waitFor();
    expect(await textOf(page, 0).locator('.origin').innerText()).toContain('补贴目录将于年内修订');
    efforts.add('拟稿人：采用意见、写完、改好并送核稿', hand);
  });

  it('should not let a text with a red finding out until it is mended', async () => {
    const hand = await openCase('drafter');
    const { page } = hand;
    await hand.click(page.getByRole('button', { name: '填文头文尾' }).first());
    await hand.choose(dialogOf(page).getByRole('combobox', { name: /^办理结果/ }), 'A类');
    await hand.write(dialogOf(page).getByLabel('联系电话'), '0760-88880001');
    await hand.click(submitOf(page));
    await dialogOf(page).waitFor({ state: 'detached' });
    await hand.click(page.getByRole('button', { name: '送核稿' }));
    await dialogOf(page).waitFor();
    expect(await dialogOf(page).innerText()).toContain('留有排版标记');
    await hand.click(dialogOf(page).getByRole('button', { name: '去改' }));
    await hand.click(page.getByRole('listitem').filter({ hasText: '**' }).getByRole('button'));
    await hand.type('一是');
    await hand.click(page.getByRole('button', { name: '送核稿' }));
    await said(page, '已办理：送核稿');
    efforts.add('拟稿人：采用意见、写完、改好并送核稿', hand);
  });

  it('should send back once with a reason, that the drafter then reads above the text', async () => {
    const hand = await openCase('reviewer');
    await hand.click(hand.page.getByRole('button', { name: '退回修改' }));
    await hand.write(dialogOf(hand.page).getByRole('textbox', { name: /^退回意见/ }), '请写明更新的时间。');
    await hand.click(submitOf(hand.page));
    await said(hand.page, /没有等您审的了/);
    efforts.add('核稿人：退回一件', hand);
    const again = await openCase('drafter');
    await said(again.page, '退回意见：请写明更新的时间。');
    await again.click(textOf(again.page, 1));
    await again.press('Control+End');
    await again.type('每季度末更新一次。');
    await again.click(again.page.getByRole('button', { name: '送核稿' }));
    await said(again.page, '已办理：送核稿');
  });

  it('should show the reviewer what changed since, and go on to the leader', async () => {
    const hand = await openCase('reviewer');
    await hand.page.frameLocator('iframe').getByText('每季度末更新一次。').waitFor();
    await hand.click(hand.page.getByRole('button', { name: /^同意并送分管领导审核/ }));
    await said(hand.page, /没有等您审的了/);
    efforts.add('核稿人：同意一件', hand);
    const leader = await openCase('leader');
    await leader.click(leader.page.getByRole('button', { name: /^同意并送签发/ }));
    await said(leader.page, /没有等您审的了/);
  });

  it('should be signed on a phone with three touches', async () => {
    const hand = await openCase('head', 'phone');
    await hand.page.frameLocator('iframe').getByText('每季度末更新一次。').waitFor();
    expect(await sidewaysScroll(hand.page)).toBe(0);
    await hand.click(hand.page.getByRole('group', { name: '签批' }).getByRole('button').first());
    await hand.click(submitOf(hand.page));
    await said(hand.page, /没有等您审的了/);
    efforts.add('签发人（手机）：签发一件', hand);
  });

  it('should be numbered on the board and delivered, without a seal where the place asks for none', async () => {
    const hand = await stage.come('clerk');
    const { page } = hand;
    await hand.click(page.getByRole('link', { name: '文书' }));
    await hand.click(page.getByRole('checkbox', { name: /第 135001 号/ }));
    await hand.click(page.getByRole('button', { name: '取号并定稿 1 件' }));
    await said(page, '办完 1 件');
    await hand.click(page.getByRole('link', { name: '待送达 1' }));
    await hand.click(page.getByRole('checkbox', { name: /第 135001 号/ }));
    await hand.click(page.getByRole('button', { name: '送达 1 件' }));
    await said(page, '办完 1 件');
    await hand.click(page.getByRole('link', { name: '待归档 1' }));
    letter = await page.locator('.board .row-title').innerText();
    efforts.add('文书：编号、定稿、送达一件', hand);
    expect(letter).toMatch(/^中工信函〔2026〕\d+号$/);
  });

  it('should open the letter’s PDF in the page, drawn', async () => {
    const hand = await stage.come('clerk', 'desk', '/letters');
    await hand.click(hand.page.getByRole('link', { name: letter }));
    await hand.page.locator('.pdf-pages[aria-busy="false"]').waitFor();
    expect(await inkOf(hand.page)).toBeGreaterThan(3_000);
  });

  it('should be rated by the proposer on the link that the coordinator passes on', async () => {
    const hand = await stage.come('coordinator', 'desk', '/proposals');
    await hand.click(hand.page.locator('.row-title').filter({ hasText: title }));
    await hand.click(hand.page.getByRole('link', { name: '反馈', exact: true }));
    const link = await hand.page.locator('code').filter({ hasText: '/r/' }).innerText();
    const proposer = await stage.come(undefined, 'phone', new URL(link, app.url).pathname);
    for (const legend of [/办理态度/, /办理结果/])
      await proposer.click(
        proposer.page.getByRole('group', { name: legend }).getByText('满意', { exact: true }),
      );
    await proposer.click(proposer.page.getByRole('button', { name: '提交测评' }));
    await said(proposer.page, '您的测评已收到，谢谢');
    efforts.add('提案者（手机）：测评', proposer);
  });

  describe('without the mouse', () => {
    const [second, third] = ['关于第135002件事的提案', '关于第135003件事的提案'];

    it('should hand over what waits, one after the other', async () => {
      for (const each of [second, third]) {
        const hand = await handOver(stage, each);
        if (each === second) efforts.add('键盘：交办', hand);
      }
    });

    it.each(['co-caizheng', 'co-shangwu'])('should sign for it and give an opinion: %s', async (account) => {
      const hand = await giveOpinion(stage, account);
      if (account === 'co-caizheng') efforts.add('键盘：签收并提交会办意见', hand);
    });

    it('should sign for it and name the drafter', async () => {
      efforts.add('键盘：签收并分办', await signAndDivide(stage));
    });

    it('should write the reply and send it, the focus coming back from every drawer', async () => {
      efforts.add('键盘：拟稿并送核稿', await draft(stage));
    });

    it('should review and sign with Ctrl ↵', async () => {
      for (const account of ['reviewer', 'leader', 'head'])
        efforts.add('键盘：核稿、审核、签发', await approve(stage, account));
    });

    it('should number and deliver', async () => {
      efforts.add('键盘：编号、送达', await issue(stage));
    });
  });

  it('should show a leader what is overdue, which unit holds it and for how long', async () => {
    app.clock.moveTo(new Date('2026-07-20T02:00:00Z'));
    forgetSignIns();
    const hand = await stage.come('supervisor');
    await hand.click(hand.page.getByRole('link', { name: '督办' }));
    await said(hand.page, /关于第135003件事的提案/);
    expect(await hand.page.locator('main').innerText()).toMatch(
      /市工业和信息化局 逾期 \d+ 项[\s\S]*逾期 \d+ 个工作日/,
    );
    efforts.add('领导：看超期的在谁手里、多久', hand);
  });

  it('should have gone without an error of the console or a breach of the policy', async () => {
    expect(stage.complaints).toEqual([]);
  });

  it('should cost nobody more clicks and keys than docs/first-minutes.md says', () => {
    process.stderr.write(`\n${efforts.rows.join('\n')}\n`);
    expect(efforts.grown()).toEqual([]);
  });
});

/** How many dark points the first page of a letter has. */
const inkOf = (page: Page): Promise<number> =>
  page.evaluate<number>(`(() => {
    const page = document.querySelector('canvas.pdf-page');
    const { data } = page.getContext('2d').getImageData(0, 0, page.width, page.height);
    return data.filter((value, at) => at % 4 === 0 && value < 128).length;
  })()`);
