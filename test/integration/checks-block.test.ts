import type { LetterModel } from '@fuhan/letter-engine';
import { shortPlan } from '../e2e/short-plan';
import { type CaseView, walkToSigned } from '../e2e/walk';
import { refusal, startWorld, type World } from './casework-world';

interface Found {
  readonly id: string;
  readonly check: string;
  readonly severity: string;
  readonly excerpt: string;
  readonly place: { readonly path: string; readonly label: string };
  readonly fix: string;
  readonly overruled: boolean;
}
const MARKED = '我局已建成**两个**服务站，下一步将再建一个。';

/** The plan's letter with one paragraph that a check objects to. */
function markedPlan(number: string): ReturnType<typeof shortPlan> {
  const plan = shortPlan(number);
  const [first, ...others] = plan.letter.sections;
  if (!first) throw new Error('the plan has no section');
  const sections: LetterModel['sections'] = [
    { ...first, blocks: [...first.blocks, { type: 'paragraph', text: MARKED }] },
    ...others,
  ];
  return { ...plan, letter: { ...plan.letter, sections } };
}

const overrule = (view: CaseView) =>
  view.nextActions.find(({ command }) => command === 'reviewStep.overrule');

/** One case with a slip goes to the signer; each part begins where the last one ended. */
describe('a red finding', () => {
  let world: World;
  let id: string;
  let draftId: string;
  const approve = async (account: string) => {
    const { drafts } = await world.seen('drafter', id);
    const open = drafts[0]?.steps.find(({ state }) => state === 'open')?.id;
    return refusal(await world.cast.as(account), `/api/review-steps/${open}/approve`);
  };
  const findings = async (account = 'drafter'): Promise<Found[]> =>
    (await (await world.cast.as(account)).get<{ findings: Found[] }>(`/api/drafts/${draftId}/findings`)).body
      .findings;
  const marked = async (): Promise<Found | undefined> =>
    (await findings()).find((each) => each.id === 'left-over-marks');

  beforeAll(async () => {
    world = await startWorld();
    const plan = markedPlan('136451');
    // The head refuses, so the walk ends before the signature.
    await walkToSigned(world.app, world.cast, plan).catch(() => undefined);
    const { body } = await (
      await world.cast.as('drafter')
    ).get<{ items: { proposalId: string }[] }>('/api/proposals?q=136451');
    id = body.items[0]?.proposalId ?? '';
    draftId = (await world.seen('drafter', id)).drafts[0]?.id ?? '';
  });
  afterAll(async () => world.app.close());

  it('should be shown to who writes, with its words and its place', async () => {
    expect(await marked()).toMatchObject({
      severity: 'red',
      excerpt: '**两个**',
      place: { label: expect.stringContaining('第一部分') as string },
      overruled: false,
    });
  });

  it('should say what to do', async () => {
    expect((await marked())?.fix).toContain('只留“两个”');
  });

  it('should be hidden from a unit that only gives an opinion', async () => {
    const client = await world.co('市商务局');
    expect((await client.get(`/api/drafts/${draftId}/findings`)).status).toBe(404);
  });

  it('should have let the reviewer and the leader pass', async () => {
    const steps = (await world.seen('drafter', id)).drafts[0]?.steps.map(({ state }) => state);
    expect(steps).toEqual(['approved', 'approved', 'open']);
  });

  it('should keep the signer from signing, and say what it is', async () => {
    const [status, code, detail] = await approve('head');
    expect([status, code]).toEqual([409, 'review.red-findings']);
    expect(detail).toContain('**两个**');
  });

  it('should be offered to the signer to let stand', async () => {
    const choices = overrule(await world.seen('head', id))?.choices['findings'];
    expect(choices?.map(({ value }) => value)).toContain('left-over-marks|**两个**');
  });

  it.each(['drafter', 'reviewer', 'leader', 'clerk'])('should not be offered to the %s', async (account) => {
    expect(overrule(await world.seen(account, id))).toBeUndefined();
  });

  it('should not be let stand without a reason', async () => {
    const { href } = overrule(await world.seen('head', id))!;
    const body = { finding: 'left-over-marks|**两个**', reason: ' ' };
    expect((await refusal(await world.cast.as('head'), href, body))[0]).toBe(422);
  });

  it('should not be let stand when it was never found', async () => {
    const { href } = overrule(await world.seen('head', id))!;
    const body = { finding: 'left-over-marks|##', reason: '无妨。' };
    expect((await refusal(await world.cast.as('head'), href, body))[1]).toBe('review.no-such-finding');
  });

  describe('that the signer lets stand', () => {
    beforeAll(async () => {
      const head = await world.cast.as('head');
      const { href } = overrule(await world.seen('head', id))!;
      await head.done(href, { finding: 'left-over-marks|**两个**', reason: '附表沿用的记号。' });
    });

    it('should be in the sign-off record with who and why', async () => {
      const step = (await world.seen('drafter', id)).drafts[0]?.steps.at(-1);
      expect(step).toMatchObject({
        overrules: [
          { check: '残留的排版标记', excerpt: '**两个**', reason: '附表沿用的记号。', by: '测试head' },
        ],
      });
    });

    it('should be in the history', async () => {
      const { history } = await world.seen('drafter', id);
      expect(
        history.some(({ words }) => words.startsWith('准予保留') && words.includes('附表沿用的记号')),
      ).toBe(true);
    });

    it('should be marked as let stand where findings are listed', async () => {
      expect((await marked())?.overruled).toBe(true);
    });

    it('should not be offered again', async () => {
      const choices = overrule(await world.seen('head', id))?.choices['findings'] ?? [];
      expect(choices.map(({ value }) => value)).not.toContain('left-over-marks|**两个**');
    });

    it('should no longer keep the signer from signing', async () => {
      expect((await approve('head'))[0]).toBe(200);
    });

    it('should let the letter out', async () => {
      const clerk = await world.cast.as('clerk');
      expect((await clerk.post(`/api/drafts/${draftId}/issue`, { date: '2026-06-05' })).status).toBe(200);
    });
  });
});
