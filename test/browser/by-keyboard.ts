import type { Locator } from 'playwright-core';
import type { Hand } from './hand';
import type { Stage } from './stage';
import { settled } from './visit';

const MOST_TABS = 60;

/** Presses Tab (or goes back with Shift) until a control has the focus. */
async function tabTo(hand: Hand, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const has = (): Promise<boolean> =>
    target.evaluate((element) => element === element.ownerDocument.activeElement);
  for (let tabs = 0; !(await has()); tabs++) {
    if (tabs === MOST_TABS) throw new Error(`no Tab leads to ${target.toString()}`);
    await hand.press(key);
  }
}

/** A person comes, and opens what waits first without touching the mouse. */
async function begin(stage: Stage, account: string): Promise<Hand> {
  const hand = await stage.come(account);
  await hand.page.locator('.row-selected').waitFor();
  await hand.press('Enter');
  await hand.page.waitForURL((url) => url.pathname !== '/todo');
  await settled(hand.page);
  return hand;
}

const done = (hand: Hand, words: string): Promise<void> =>
  hand.page.getByText(`已办理：${words}`).first().waitFor();

/** F goes to the form that stands open, Ctrl ↵ sends it. */
async function send(hand: Hand, words: string): Promise<void> {
  await hand.press('f');
  await hand.press('Control+Enter');
  await done(hand, words);
  await settled(hand.page);
}

export async function handOver(stage: Stage, title: string): Promise<Hand> {
  const hand = await begin(stage, 'coordinator');
  await hand.page.getByRole('heading', { level: 1 }).filter({ hasText: title }).waitFor();
  await send(hand, '交办');
  return hand;
}

export async function giveOpinion(stage: Stage, account: string): Promise<Hand> {
  const hand = await begin(stage, account);
  const { page } = hand;
  await send(hand, '签收');
  await hand.press('f');
  await tabTo(hand, page.getByLabel('联系电话'));
  await hand.type('0760-88880000');
  for (const place of ['first', 'last'] as const) {
    await tabTo(hand, page.getByRole('textbox', { name: /^意见/ })[place]());
    await hand.type('我局将按职责配合。');
  }
  await hand.press('Control+Enter');
  await done(hand, '提交会办意见');
  return hand;
}

export async function signAndDivide(stage: Stage): Promise<Hand> {
  const hand = await begin(stage, 'office');
  await send(hand, '签收');
  await send(hand, '分给科室');
  return hand;
}

/** Writes both sections, takes what the units said, fills in head and foot, and sends. */
export async function draft(stage: Stage): Promise<Hand> {
  const hand = await begin(stage, 'drafter');
  const { page } = hand;
  await hand.press('f');
  for (const i of [0, 1]) {
    const section = page.locator('.desk-section').nth(i);
    await tabTo(hand, section.getByRole('textbox', { name: /的正文/ }));
    await hand.type('我局高度重视，下一步按季更新台账。');
    await tabTo(hand, section.getByRole('combobox', { name: /采纳意见/ }), 'Shift+Tab');
    await hand.press('ArrowDown');
    await tabTo(hand, section.getByRole('textbox', { name: /的正文/ }));
  }
  for (const unit of ['市财政局', '市商务局']) {
    const accept = page.getByRole('button', { name: `接受意见：${unit}` });
    await tabTo(hand, accept);
    await hand.press('Enter');
    await accept.waitFor({ state: 'detached' });
  }
  await hand.press('f');
  await fillFrame(hand);
  await tabTo(hand, page.getByRole('button', { name: '送核稿' }));
  await hand.press('Enter');
  await done(hand, '送核稿');
  return hand;
}

/** @throws Error when the focus does not come back to where the form was opened from */
async function fillFrame(hand: Hand): Promise<void> {
  const { page } = hand;
  const opener = page.getByRole('button', { name: '填文头文尾' }).first();
  await tabTo(hand, opener, 'Shift+Tab');
  await hand.press('Enter');
  await page.getByRole('dialog').waitFor();
  await hand.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await isBack(opener);
  await hand.press('Enter');
  await tabTo(hand, page.getByRole('dialog').getByRole('combobox', { name: /^办理结果/ }));
  await hand.type('A类');
  await page.locator('.ant-select-item-option:visible').first().waitFor();
  await hand.press('Enter');
  await tabTo(hand, page.getByRole('dialog').getByLabel('联系电话'));
  await hand.type('0760-88880001');
  await hand.press('Control+Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await isBack(opener);
}

async function isBack(opener: Locator): Promise<void> {
  for (let tries = 0; tries < 40; tries++) {
    if (await opener.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await new Promise((again) => setTimeout(again, 50));
  }
  throw new Error('the focus did not come back to where the form was opened from');
}

/** Opens the text from 待办 and gives the word with Ctrl ↵. */
export async function approve(stage: Stage, account: string): Promise<Hand> {
  const hand = await begin(stage, account);
  await hand.page.frameLocator('iframe').getByText('按季更新台账').first().waitFor();
  await hand.press('Control+Enter');
  await hand.page
    .getByText(/没有等您审的了/)
    .first()
    .waitFor();
  return hand;
}

/** G L leads to the board; number and delivery of the row that was chosen. */
export async function issue(stage: Stage): Promise<Hand> {
  const hand = await stage.come('clerk');
  const { page } = hand;
  await hand.press('g');
  await hand.press('l');
  await page.getByRole('link', { name: '待编号 1' }).waitFor();
  for (const [button, next] of [
    ['取号并定稿 1 件', '待送达 1'],
    ['送达 1 件', '待归档 2'],
  ] as const) {
    await page.locator('.board input:not(:disabled)').first().waitFor();
    await hand.press('f');
    await hand.press('Space');
    await tabTo(hand, page.getByRole('button', { name: button }), 'Shift+Tab');
    await hand.press('Enter');
    await page.getByText('办完 1 件').first().waitFor();
    await tabTo(hand, page.getByRole('link', { name: next }), 'Shift+Tab');
    await hand.press('Enter');
  }
  return hand;
}
