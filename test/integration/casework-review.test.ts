import type { CaseView } from '../e2e/walk';
import { CO, refusal, startWorld, type World } from './casework-world';

type Step = CaseView['drafts'][number]['steps'][number] & {
  comment: string | null;
  decidedBy: string | null;
};

/** One case goes the whole way; each part begins where the last one ended. */
describe('sending the draft on its way', () => {
  let world: World;
  let id: string;
  let draftId: string;

  beforeAll(async () => {
    world = await startWorld();
    ({ id, draftId } = await world.opened('136401'));
  });
  afterAll(async () => world.app.close());

  const draft = async () =>
    (await world.seen('drafter', id)).drafts[0] as CaseView['drafts'][number] & {
      returnReason: string | null;
    };
  const steps = async (round: number): Promise<Step[]> =>
    ((await draft()).steps as Step[]).filter((step) => step.round === round);
  const submit = async () => refusal(await world.cast.as('drafter'), `/api/drafts/${draftId}/submit`);
  const open = async (): Promise<string> =>
    (await draft()).steps.find(({ state }) => state === 'open')?.id ?? '';
  const step = async (account: string, verb: string, comment = '') =>
    (await world.cast.as(account)).done(`/api/review-steps/${await open()}/${verb}`, { comment });
  const write = async (i: number, body: string, verdict: string | null = 'adopted'): Promise<void> => {
    const section = (await draft()).sections[i];
    await (
      await world.cast.as('drafter')
    ).done(`/api/drafts/${draftId}/save-section`, {
      sectionId: section?.id,
      version: section?.version,
      verdict,
      passages: [{ id: null, kind: 'paragraph', body }],
    });
  };

  describe('is blocked', () => {
    it('should be blocked by every suggestion without an answer, each named', async () => {
      expect((await submit())[2]).toContain('第 1、2 条建议');
    });

    it('should be blocked by an answer without a verdict', async () => {
      await write(0, '答复一。');
      await write(1, '答复二。', null);
      expect((await submit())[2]).toContain('第 2 条建议');
    });

    it('should be blocked by a class that was not chosen', async () => {
      await write(1, '答复二。');
      expect((await submit())[2]).toContain('办理结果');
    });

    it('should be blocked by opinions that are not accepted, counted', async () => {
      await (
        await world.cast.as('drafter')
      ).done(`/api/drafts/${draftId}/save-frame`, {
        version: 1,
        outcomeClass: 'A',
        printClass: true,
        publication: 'active',
        contacts: [{ name: '林小雨', phone: '0760-88880001' }],
      });
      expect((await submit())[2]).toContain('还有 2 家');
    });

    it('should show the drafter what blocks it before the button is pressed', async () => {
      const { nextActions } = await world.seen('drafter', id);
      const action = nextActions.find(({ command }) => command === 'draft.submit');
      expect(action?.blockedBy).toContain('还有 2 家');
    });

    it('should not count an opinion that was only submitted', async () => {
      const { opinions, suggestions } = await world.seen('drafter', id);
      for (const opinion of opinions) {
        await (
          await world.co(opinion.unit)
        ).done(`/api/opinions/${opinion.id}/submit`, {
          contactName: '联络员',
          contactPhone: '0760-12345678',
          items: [{ suggestionId: suggestions[0]?.id, position: 'noted', body: '没有补充。' }],
        });
      }
      expect((await submit())[2]).toContain('还有 2 家');
      for (const opinion of opinions)
        await (await world.cast.as('drafter')).done(`/api/opinions/${opinion.id}/accept`);
    });
  });

  describe('in its first round', () => {
    beforeAll(async () => {
      await (await world.cast.as('drafter')).done(`/api/drafts/${draftId}/submit`);
    });

    it('should open the first step and no other', async () => {
      expect((await steps(1)).map(({ state }) => state)).toEqual(['open', 'waiting', 'waiting']);
    });

    it('should not be written on meanwhile', async () => {
      const { sections } = await draft();
      const body = { sectionId: sections[0]?.id, version: sections[0]?.version, passages: [] };
      const answer = await refusal(
        await world.cast.as('drafter'),
        `/api/drafts/${draftId}/save-section`,
        body,
      );
      expect(answer.slice(0, 2)).toEqual([409, 'state.moved-on']);
    });

    it.each(['drafter', 'leader', 'head', 'clerk'])(
      'should not be approved by the %s, whose turn it is not',
      async (account) => {
        const answer = await refusal(
          await world.cast.as(account),
          `/api/review-steps/${await open()}/approve`,
        );
        expect(answer.slice(0, 2)).toEqual([403, 'permission.denied']);
      },
    );

    it('should not skip to a step that is not reached yet', async () => {
      const [, second] = await steps(1);
      const answer = await refusal(await world.cast.as('leader'), `/api/review-steps/${second?.id}/approve`);
      expect(answer[0]).toBe(409);
    });

    it('should keep the words of who approved', async () => {
      await step('reviewer', 'approve', '数据已核。');
      expect((await steps(1))[0]).toMatchObject({
        state: 'approved',
        comment: '数据已核。',
        decidedBy: '测试reviewer',
      });
    });

    it('should not be sent back without words', async () => {
      const path = `/api/review-steps/${await open()}/send-back`;
      expect((await refusal(await world.cast.as('leader'), path, { comment: ' ' }))[0]).toBe(422);
    });

    it('should cancel the steps not reached when it is sent back', async () => {
      await step('leader', 'send-back', '第二条写具体。');
      expect((await steps(1)).map(({ state }) => state)).toEqual(['approved', 'sent_back', 'cancelled']);
    });

    it('should be open to the drafter again, with the reason', async () => {
      expect(await draft()).toMatchObject({ state: 'writing', returnReason: '第二条写具体。' });
    });

    it('should not be decided a second time on the step that sent it back', async () => {
      const [, second] = await steps(1);
      const answer = await refusal(await world.cast.as('leader'), `/api/review-steps/${second?.id}/approve`);
      expect(answer[0]).toBe(409);
    });
  });

  describe('in its second round', () => {
    beforeAll(async () => {
      await write(1, '答复二，写得具体。');
      await (await world.cast.as('drafter')).done(`/api/drafts/${draftId}/submit`);
    });

    const digests = async (): Promise<(string | null)[]> => {
      const rows = (await world.app.house.dataSource.query(
        `SELECT seen_digest AS digest FROM review_step WHERE draft_id = $1 AND seen_digest IS NOT NULL ORDER BY round, ordinal`,
        [draftId],
      )) as { digest: string }[];
      return rows.map(({ digest }) => digest);
    };

    it('should begin again at the first step', async () => {
      expect((await steps(2)).map(({ state }) => state)).toEqual(['open', 'waiting', 'waiting']);
    });

    it('should carry the reason of the return no longer', async () => {
      expect((await draft()).returnReason).toBeNull();
    });

    it('should leave the first round as it was decided', async () => {
      expect((await steps(1)).map(({ state }) => state)).toEqual(['approved', 'sent_back', 'cancelled']);
    });

    it('should bind each decision to the text that was seen', async () => {
      await step('reviewer', 'approve');
      const [first, sentBack, again] = await digests();
      expect([first === sentBack, again === first]).toEqual([true, false]);
    });

    it('should not be issued before it is signed', async () => {
      const answer = await refusal(await world.cast.as('clerk'), `/api/drafts/${draftId}/issue`, {
        date: '2026-06-05',
      });
      expect(answer.slice(0, 2)).toEqual([409, 'state.moved-on']);
    });

    it('should be signed with the last step', async () => {
      await step('leader', 'approve');
      await step('head', 'approve');
      expect((await draft()).state).toBe('signed');
    });

    it('should not be seen by a co-handler when it is signed', async () => {
      expect((await world.seen(world.cast.coAccounts.get(CO[0]) ?? '', id)).drafts).toEqual([]);
    });
  });
});
