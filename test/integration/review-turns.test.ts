import { createHash } from 'node:crypto';
import { Client } from '@fuhan/testing';
import { refusal } from './casework-world';
import { type Case, ReviewWorld } from './review-world';

let house: ReviewWorld;
let n = 0;
beforeAll(async () => {
  house = await ReviewWorld.start();
});
afterAll(async () => house.world.app.close());

/** A draft on its way, at its first step. */
async function sent(): Promise<Case> {
  const on = await house.written(`1366${String((n += 1)).padStart(2, '0')}`, ['答复一。', '答复二。']);
  await house.submit(on);
  return on;
}
const draftPost = async (on: Case, verb: string) =>
  refusal(await house.as('drafter'), `/api/drafts/${on.draftId}/${verb}`);

describe('sending back', () => {
  let on: Case;
  beforeAll(async () => {
    on = await sent();
    await house.do(on, 'reviewer', '核稿', 'approve');
    await house.do(on, 'leader', '审核', 'approve');
  });

  it('should offer the drafter and the steps that have approved', async () => {
    const { nextActions } = await house.world.seen('head', on.id);
    const { choices } = nextActions.find(({ command }) => command === 'reviewStep.sendBack')!;
    expect(choices['backTo']?.map(({ label }) => label)).toEqual(['承办人（修改文字）', '核稿', '审核']);
  });

  it('should refuse a step that comes later, or is none', async () => {
    const own = await house.step(on, '签发');
    const answer = await house.refused(on, 'head', '签发', 'send-back', { comment: '退。', to: own });
    expect(answer.slice(0, 2)).toEqual([422, 'review.no-such-step']);
  });

  it('should go to the chosen step at once, and everything after it decides again', async () => {
    const to = await house.step(on, '核稿');
    await house.do(on, 'head', '签发', 'send-back', { comment: '数字请再核。', to });
    expect(await house.stands(on)).toEqual(['核稿 open', '审核 waiting', '签发 waiting']);
    expect((await house.draft(on)).state).toBe('in_review');
  });

  it('should tell everyone who had signed', async () => {
    const [told] = await house.told(on, 'review_returned');
    const ids = [await house.personId('reviewer'), await house.personId('leader')];
    expect(told?.audiences).toEqual(ids.map((personId) => ({ personId })));
  });

  it('should come straight back from that step when asked for (改后直送我)', async () => {
    await house.do(on, 'reviewer', '核稿', 'approve');
    await house.do(on, 'leader', '审核', 'approve');
    const to = await house.step(on, '核稿');
    await house.do(on, 'head', '签发', 'send-back', { comment: '只问核稿。', to, direct: true });
    expect(await house.stands(on)).toEqual(['核稿 open', '审核 kept', '签发 waiting']);
    await house.do(on, 'reviewer', '核稿', 'approve');
    expect(await house.stands(on)).toEqual(['核稿 approved', '审核 kept', '签发 open']);
  });

  it('should come straight back from the drafter: the sender beside those whose part was touched', async () => {
    await house.do(on, 'head', '签发', 'send-back', { comment: '第二条太短。', direct: true });
    await house.write(on, 1, '答复二，长一些。');
    await house.submit(on);
    expect(await house.stands(on)).toEqual(['核稿 open', '审核 waiting', '签发 open']);
    await house.do(on, 'head', '签发', 'approve');
    expect((await house.draft(on)).state).toBe('in_review');
  });

  it('should be signed only when the others have looked again', async () => {
    await house.do(on, 'reviewer', '核稿', 'approve');
    await house.do(on, 'leader', '审核', 'approve');
    expect((await house.draft(on)).state).toBe('signed');
  });

  it('should show what changed since a step last decided, and since a round', async () => {
    const step = (await house.newest(on)).find(({ name }) => name === '核稿');
    const rounds = `/api/drafts/${on.draftId}/redline.html?since=1`;
    const { body } = await (await house.as('reviewer')).get<string>(rounds);
    expect(body).toMatch(/<ins[^>]*>[^<]*长一些/);
    expect(step?.redline).toContain(step?.id);
  });

  it('should have nothing to compare with what nobody saw', async () => {
    const answer = await (
      await house.as('reviewer')
    ).get<{ code: string }>(`/api/drafts/${on.draftId}/redline.html?since=99`);
    expect([answer.status, answer.body.code]).toEqual([404, 'review.nothing-to-compare']);
  });
});

describe('adding a signer (加签)', () => {
  it('should put the new step before the own one, which waits meanwhile', async () => {
    const on = await sent();
    await house.do(on, 'reviewer', '核稿', 'add-signer', {
      signer: 'duty:leader',
      place: 'before',
      note: '请先看。',
    });
    expect(await house.stands(on)).toEqual([
      '分管领导加签 open',
      '核稿 waiting',
      '审核 waiting',
      '签发 waiting',
    ]);
    await house.do(on, 'second', '分管领导加签', 'approve');
    expect((await house.stands(on))[1]).toBe('核稿 open');
  });

  it('should put it after the own one, and go along when the draft comes back', async () => {
    const on = await sent();
    const signer = `person:${await house.personId('second')}`;
    await house.do(on, 'reviewer', '核稿', 'add-signer', { signer, place: 'after' });
    await house.do(on, 'reviewer', '核稿', 'approve');
    expect(await house.stands(on)).toEqual([
      '核稿 approved',
      '第二位加签 open',
      '审核 waiting',
      '签发 waiting',
    ]);
    await house.do(on, 'second', '第二位加签', 'send-back', { comment: '改。' });
    await house.submit(on);
    expect(await house.stands(on)).toEqual(['核稿 kept', '第二位加签 open', '审核 waiting', '签发 waiting']);
  });

  it.each(['drafter', 'clerk', 'leader-1'])(
    'should refuse the %s, who may not hold a step here',
    async (account) => {
      const on = await sent();
      const signer = `person:${await house.personId(account)}`;
      const answer = await house.refused(on, 'reviewer', '核稿', 'add-signer', { signer });
      expect(answer.slice(0, 2)).toEqual([422, 'review.signer-unfit']);
    },
  );
});

describe('delegating a step', () => {
  it('should give it to the named person, and leave it to who gave it away', async () => {
    const on = await sent();
    await house.do(on, 'reviewer', '核稿', 'delegate', {
      personId: await house.personId('second'),
      note: '出差。',
    });
    expect(
      [await house.world.seen('second', on.id), await house.world.seen('reviewer', on.id)].map((view) =>
        view.nextActions.some(({ command }) => command === 'reviewStep.approve'),
      ),
    ).toEqual([true, true]);
    await house.do(on, 'second', '核稿', 'approve');
    expect((await house.world.seen('drafter', on.id)).history.map(({ words }) => words)).toContain(
      '“核稿”委托第二位办理。出差。',
    );
  });
});

describe('taking back', () => {
  it('should be the drafter’s as long as nobody has opened the draft', async () => {
    const on = await sent();
    expect((await draftPost(on, 'withdraw'))[0]).toBe(200);
    expect(await house.stands(on)).toEqual(['核稿 cancelled', '审核 cancelled', '签发 cancelled']);
    expect((await house.draft(on)).state).toBe('writing');
    await house.submit(on);
    expect((await house.stands(on))[0]).toBe('核稿 open');
  });

  it('should end when a holder has it on the screen; who and when is on the page', async () => {
    const on = await sent();
    await house.do(on, 'reviewer', '核稿', 'read');
    await house.do(on, 'reviewer', '核稿', 'read');
    expect((await house.newest(on))[0]).toMatchObject({ readBy: '测试reviewer', readAt: expect.any(String) });
    expect(await draftPost(on, 'withdraw')).toEqual([
      409,
      'guard.failed',
      expect.stringContaining('“核稿”已经打开'),
    ]);
  });

  it('should not make stale what others have on their screens', async () => {
    const on = await sent();
    const version = async () =>
      (await house.world.app.house.dataSource.query('SELECT version FROM proposal WHERE id = $1', [on.id]))[0]
        .version;
    const before = await version();
    await house.do(on, 'reviewer', '核稿', 'read');
    expect(await version()).toBe(before);
  });

  it('should be the approver’s until the next one has opened it', async () => {
    const on = await sent();
    await house.do(on, 'reviewer', '核稿', 'approve');
    await house.do(on, 'reviewer', '核稿', 'withdraw');
    expect(await house.stands(on)).toEqual(['核稿 open', '审核 waiting', '签发 waiting']);
    await house.do(on, 'reviewer', '核稿', 'approve');
    await house.do(on, 'leader', '审核', 'read');
    expect((await house.refused(on, 'reviewer', '核稿', 'withdraw')).slice(0, 2)).toEqual([
      409,
      'guard.failed',
    ]);
  });

  it('should be nobody else’s', async () => {
    const on = await sent();
    await house.do(on, 'reviewer', '核稿', 'approve');
    expect((await house.refused(on, 'leader', '核稿', 'withdraw'))[0]).toBe(403);
  });

  it('should take a signature back as long as the letter has no number', async () => {
    const on = await sent();
    for (const [account, name] of [
      ['reviewer', '核稿'],
      ['leader', '审核'],
      ['head', '签发'],
    ] as const)
      await house.do(on, account, name, 'approve');
    await house.do(on, 'head', '签发', 'withdraw');
    expect([(await house.draft(on)).state, (await house.stands(on))[2]]).toEqual(['in_review', '签发 open']);
  });
});

describe('two at once', () => {
  const race = async (on: Case, tries: readonly (readonly [string, string, object])[]): Promise<number[]> => {
    const id = await house.step(on, '核稿');
    const clients = await Promise.all(
      tries.map(([account]) => new Client(house.world.app.url).signIn(account)),
    );
    const answers = await Promise.all(
      tries.map(([, verb, body], i) =>
        verb === 'withdraw-draft'
          ? clients[i]!.post(`/api/drafts/${on.draftId}/withdraw`)
          : clients[i]!.post(`/api/review-steps/${id}/${verb}`, body),
      ),
    );
    return answers.map(({ status }) => status).sort();
  };
  const eight = <T>(each: T): T[] => Array.from({ length: 8 }, () => each);

  it('should approve a step once', async () => {
    const on = await sent();
    expect(await race(on, eight(['reviewer', 'approve', {}] as const))).toEqual([
      200,
      ...Array<number>(7).fill(409),
    ]);
  });

  it('should either approve or send back', async () => {
    const on = await sent();
    const tries = [
      ...eight(['reviewer', 'approve', {}] as const),
      ['reviewer', 'send-back', { comment: '退。' }] as const,
    ];
    expect((await race(on, tries)).filter((status) => status === 200)).toHaveLength(1);
  });

  it('should either open it or take it back, never both', async () => {
    const on = await sent();
    const statuses = await race(on, [
      ['reviewer', 'read', {}],
      ['drafter', 'withdraw-draft', {}],
    ]);
    expect(statuses).toEqual([200, 409]);
  });
});

describe('what reviewers have beside the draft', () => {
  let on: Case;
  beforeAll(async () => {
    on = await sent();
    await house.do(on, 'reviewer', '核稿', 'approve', { comment: '𠮷👍，数据已核。' });
  });

  it('should be the sign-off sheet, for who may read the draft', async () => {
    const path = `/api/drafts/${on.draftId}/sign-off-sheet.pdf`;
    const sheet = await (await house.as('leader')).get<string>(path);
    expect([sheet.status, sheet.headers.get('content-type'), sheet.body.slice(0, 5)]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
    expect((await (await house.as('leader-1')).get(path)).status).toBe(404);
  });

  it('should be what was written by hand, in its box, kept as it is when the approval is taken back', async () => {
    const path = 'M100 100L300 40L500 260';
    const { dataSource } = house.world.app.house;
    const inks = (): Promise<object[]> =>
      dataSource.query(`SELECT path, sha256 FROM sign_off_ink WHERE draft_id = $1`, [on.draftId]);
    const boxes = async () =>
      (
        await (
          await house.as('leader')
        ).get<{ steps: { name: string; words: string; ink: object | null }[] }>(
          `/api/drafts/${on.draftId}/sign-off-sheet`,
        )
      ).body.steps;
    for (const ink of ['M0 0"/><script>', 'M1300 0L1 1', 'M1 1'.repeat(20_000), 7])
      expect((await house.refused(on, 'leader', '审核', 'approve', { ink }))[0]).toBe(422);
    await house.do(on, 'leader', '审核', 'approve', { ink: path });
    const digest = createHash('sha256').update(path).digest('hex');
    expect((await boxes())[1]).toMatchObject({
      words: '同意。',
      ink: { path, x: 90, y: 30, width: 420, height: 240 },
    });
    await expect(dataSource.query(`UPDATE sign_off_ink SET path = 'M1 1'`)).rejects.toThrow('never changed');
    await expect(dataSource.query(`DELETE FROM sign_off_ink`)).rejects.toThrow('never changed');
    await house.do(on, 'leader', '审核', 'withdraw');
    expect([(await boxes())[1]?.ink, await inks()]).toEqual([null, [{ path, sha256: digest }]]);
  });

  it('should be phrases, the own ones before the unit’s', async () => {
    const leader = await house.as('leader');
    await leader.done('/api/phrases', { shelf: 'unit', version: 0, texts: ['请局长审定。', '同意。'] });
    await leader.done('/api/phrases', { shelf: 'mine', version: 0, texts: ['同意。', '同意。', '已阅。'] });
    const { nextActions } = await house.world.seen('leader', on.id);
    const { choices } = nextActions.find(({ command }) => command === 'reviewStep.approve')!;
    expect(choices['phrases']?.map(({ value }) => value)).toEqual(['同意。', '已阅。', '请局长审定。']);
  });

  it('should be the unit’s list for everyone of it, kept by its reviewers alone, one at a time', async () => {
    const drafter = await house.as('drafter');
    const unit = (await drafter.get<{ shelf: string; texts: string[]; mayKeep: boolean }[]>('/api/phrases'))
      .body[1];
    expect(unit).toMatchObject({ shelf: 'unit', texts: ['请局长审定。', '同意。'], mayKeep: false });
    expect((await drafter.post('/api/phrases', { shelf: 'unit', version: 1, texts: [] })).status).toBe(403);
    const stale = await (
      await house.as('leader')
    ).post('/api/phrases', { shelf: 'unit', version: 0, texts: [] });
    expect(stale.status).toBe(409);
  });
});
