import { saveOffice, savePerson } from '@fuhan/testing';
import { CO, refusal } from './casework-world';
import { type Case, ReviewWorld } from './review-world';

let house: ReviewWorld;
beforeAll(async () => {
  house = await ReviewWorld.start();
});
afterAll(async () => house.world.app.close());

const plain = ['答复一。', '答复二。'] as const;
const money = ['安排专项资金若干。', '答复二。'] as const;

describe('the route of a draft', () => {
  it('should be the ordinary one where nothing is special, and say so', async () => {
    const on = await house.written('136501', plain);
    await house.submit(on);
    const { rounds } = await house.draft(on);
    expect(rounds).toMatchObject([{ route: '一般答复', reason: '没有特别情形，走“一般答复”流程。' }]);
    expect((await house.world.seen('drafter', on.id)).history.at(-1)?.words).toContain('走“一般答复”流程');
  });

  it('should be the one for key proposals', async () => {
    const on = await house.written('136502', plain);
    await house.world.app.house.dataSource.query('UPDATE proposal SET key_proposal = true WHERE id = $1', [
      on.id,
    ]);
    await house.submit(on);
    expect((await house.draft(on)).rounds[0]?.reason).toBe('因是重点提案，走“重点提案”流程。');
    expect(await house.stands(on)).toEqual(['提案办复核 open', '签发 waiting']);
  });

  it('should be chosen anew when the text has changed, and keep what was approved of the same words', async () => {
    const on = await house.written('136503', plain);
    await house.submit(on);
    await house.do(on, 'reviewer', '核稿', 'approve');
    await house.do(on, 'leader', '审核', 'send-back', { comment: '写明资金。' });
    await house.write(on, 1, '安排专项资金若干。');
    await house.submit(on);
    expect((await house.draft(on)).rounds[1]?.reason).toBe('因涉及资金（“专项资金”），走“涉及资金”流程。');
    expect(await house.stands(on)).toEqual(['财务会签 open', '核稿 open', '审核 waiting', '签发 waiting']);
  });

  it('should not be begun when nobody could take a step, and say which', async () => {
    const on = await house.written('136504', plain);
    const { dataSource } = house.world.app.house;
    await dataSource.query(`UPDATE person SET disabled_at = now() WHERE account = 'head'`);
    const answer = await refusal(await house.as('drafter'), `/api/drafts/${on.draftId}/submit`);
    await dataSource.query(`UPDATE person SET disabled_at = NULL WHERE account = 'head'`);
    expect(answer).toEqual([409, 'review.no-holder', expect.stringContaining('“签发”')]);
    expect((await house.draft(on)).state).toBe('writing');
  });
});

describe('steps that run side by side', () => {
  let on: Case;
  beforeAll(async () => {
    on = await house.written('136505', money);
    await house.submit(on);
  });

  it('should open together', async () => {
    const steps = await house.newest(on);
    expect(steps.map(({ stage, state }) => [stage, state])).toEqual([
      [1, 'open'],
      [1, 'open'],
      [2, 'waiting'],
      [3, 'waiting'],
    ]);
  });

  it('should each be in the list of who holds it', async () => {
    const view = await house.world.seen('reviewer', on.id);
    const approve = view.nextActions.filter(({ command, todo }) => command === 'reviewStep.approve' && todo);
    expect(approve.map(({ targetLabel }) => targetLabel)).toEqual(['财务会签', '核稿']);
  });

  it('should hold the route until all have approved', async () => {
    await house.do(on, 'reviewer', '核稿', 'approve');
    expect(await house.stands(on)).toEqual([
      '财务会签 open',
      '核稿 approved',
      '审核 waiting',
      '签发 waiting',
    ]);
    await house.do(on, 'reviewer', '财务会签', 'approve');
    expect(await house.stands(on)).toEqual([
      '财务会签 approved',
      '核稿 approved',
      '审核 open',
      '签发 waiting',
    ]);
  });

  it('should ask again only who saw the part that was edited', async () => {
    await house.do(on, 'leader', '审核', 'send-back', { comment: '第二条写具体。' });
    await house.write(on, 1, '答复二，写得具体。');
    await house.submit(on);
    expect(await house.stands(on)).toEqual(['财务会签 kept', '核稿 open', '审核 waiting', '签发 waiting']);
    expect((await house.newest(on))[1]?.touched).toEqual(['第 2 部分']);
  });

  it('should ask the others when theirs is edited', async () => {
    await house.do(on, 'reviewer', '核稿', 'send-back', { comment: '资金写清楚。' });
    await house.write(on, 0, '安排专项资金一百万元。');
    await house.submit(on);
    expect(await house.stands(on)).toEqual(['财务会签 open', '核稿 open', '审核 waiting', '签发 waiting']);
  });

  it('should go on where it stopped when nothing was edited', async () => {
    await house.do(on, 'reviewer', '财务会签', 'approve');
    await house.do(on, 'reviewer', '核稿', 'approve');
    await house.do(on, 'leader', '审核', 'send-back', { comment: '再想想。' });
    await house.submit(on);
    expect(await house.stands(on)).toEqual(['财务会签 kept', '核稿 kept', '审核 open', '签发 waiting']);
  });

  it('should be the office’s alone where the unit has such an office', async () => {
    const em = house.world.app.house.dataSource.manager;
    const officeId = await saveOffice(em, 'gongxin', '财务科');
    await savePerson(em, 'accountant', 'gongxin', ['reviewer'], { officeId });
    const other = await house.written('136506', money);
    await house.submit(other);
    expect((await house.refused(other, 'reviewer', '财务会签', 'approve')).slice(0, 2)).toEqual([
      403,
      'permission.denied',
    ]);
    await house.do(other, 'accountant', '财务会签', 'approve');
    expect((await house.stands(other))[0]).toBe('财务会签 approved');
  });
});

describe('a letter that co-handlers sign too', () => {
  let on: Case;
  beforeAll(async () => {
    on = await house.written('136507', plain, { outcomeClass: 'B', coHandlers: CO });
    await house.submit(on);
  });
  const drafts = async (account: string) => (await house.world.seen(account, on.id)).drafts.length;

  it('should not be read by a co-handler before its turn', async () => {
    expect(await drafts('leader-1')).toBe(0);
  });

  it('should be open to the leader of each at once, who may read it from then on', async () => {
    await house.do(on, 'reviewer', '核稿', 'approve');
    expect((await house.stands(on)).slice(1)).toEqual([
      '会签（市住房城乡建设局） open',
      '会签（市商务局） open',
      '签发 waiting',
    ]);
    expect([await drafts('leader-1'), await drafts('leader-2')]).toEqual([1, 1]);
  });

  it('should be decided by each for its own unit alone', async () => {
    const [status] = await house.refused(on, 'leader-1', '会签（市商务局）', 'approve');
    expect(status).toBe(403);
  });

  it('should be signed when all have', async () => {
    await house.do(on, 'leader-1', '会签（市住房城乡建设局）', 'approve');
    await house.do(on, 'leader-2', '会签（市商务局）', 'approve', { comment: '同意会签。' });
    await house.do(on, 'head', '签发', 'approve');
    expect((await house.draft(on)).state).toBe('signed');
  });

  it('should not wait for a co-handler that was taken off before it was sent on its way', async () => {
    const other = await house.written('136513', plain, { outcomeClass: 'B', coHandlers: CO });
    const { assignments } = await house.world.seen('coordinator', other.id);
    const off = assignments.find(({ unit }) => unit === CO[0])?.id;
    await (
      await house.as('coordinator')
    ).done(`/api/assignments/${off}/remove`, { reason: '不涉及其职责。' });
    await house.submit(other);
    expect(await house.stands(other)).toEqual(['核稿 open', '会签（市商务局） waiting', '签发 waiting']);
  });
});

describe('what an approval is bound to', () => {
  it('should be the text on the screen: another one is refused, and nothing is decided', async () => {
    const on = await house.written('136508', plain);
    await house.submit(on);
    const answer = await house.refused(on, 'reviewer', '核稿', 'approve', { seen: 'f'.repeat(64) });
    expect(answer).toEqual([409, 'review.text-changed', expect.stringContaining('有了变化')]);
    expect((await house.stands(on))[0]).toBe('核稿 open');
  });

  it('should be carried by the form', async () => {
    const on = await house.written('136509', plain);
    await house.submit(on);
    const { nextActions } = await house.world.seen('reviewer', on.id);
    const { defaults } = nextActions.find(({ command }) => command === 'reviewStep.approve')!;
    await house.do(on, 'reviewer', '核稿', 'approve', defaults);
    expect((await house.stands(on))[0]).toBe('核稿 approved');
  });

  it('should be asked for again before the letter is signed when the words changed under it', async () => {
    const on = await house.written('136510', plain, { coHandlers: CO });
    await house.submit(on);
    await house.do(on, 'reviewer', '核稿', 'approve');
    await house.do(on, 'leader', '审核', 'approve');
    const { assignments } = await house.world.seen('coordinator', on.id);
    const unitIds = assignments.filter(({ role }) => role === 'co').map(({ unitId }) => unitId);
    const order = { unitIds: [...unitIds].reverse() };
    await (await house.as('coordinator')).done(`/api/proposals/${on.id}/reorder-handlers`, order);
    await house.do(on, 'head', '签发', 'approve');
    expect(await house.stands(on)).toEqual(['核稿 open', '审核 waiting', '签发 approved']);
    await house.do(on, 'reviewer', '核稿', 'approve');
    await house.do(on, 'leader', '审核', 'approve');
    expect((await house.draft(on)).state).toBe('signed');
  });
});
