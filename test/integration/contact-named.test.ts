import type { Client } from '@fuhan/testing';
import type { CaseView } from '../e2e/walk';
import { type Refusal, refusal, startWorld, type World } from './casework-world';

interface Invalid extends Refusal {
  errors?: { path: string; message: string }[];
}

/** A letter names whom its reader can ask: a draft without a contact goes nowhere. */
describe('the contact of a letter', () => {
  let world: World;
  let drafter: Client;
  let id: string;
  let draftId: string;
  const sentence = '还没有填联系人和电话。请先“填文头文尾”。';

  beforeAll(async () => {
    world = await startWorld();
    ({ id, draftId } = await world.opened('137601'));
    drafter = await world.cast.as('drafter');
    await answerEverything();
  });
  afterAll(async () => world.app.close());

  const draft = async (): Promise<CaseView['drafts'][number] | undefined> =>
    (await world.seen('drafter', id)).drafts[0];
  async function answerEverything(): Promise<void> {
    for (const { id: sectionId, version } of (await draft())?.sections ?? [])
      await drafter.done(`/api/drafts/${draftId}/save-section`, {
        ...{ sectionId, version, verdict: 'adopted' },
        passages: [{ id: null, kind: 'paragraph', body: '已经办理。' }],
      });
    for (const opinion of (await world.seen('drafter', id)).opinions) {
      const giver = await world.co(opinion.unit);
      await giver.done(`/api/opinions/${opinion.id}/submit`, {
        ...{ contactName: '联络员', contactPhone: '0760-12345678' },
        items: [
          {
            suggestionId: (await world.seen('drafter', id)).suggestions[0]?.id,
            ...{ position: 'noted', body: '没有补充。' },
          },
        ],
      });
      await drafter.done(`/api/opinions/${opinion.id}/accept`);
    }
  }
  const submit = () => refusal(drafter, `/api/drafts/${draftId}/submit`);
  const blocked = async (account = 'drafter'): Promise<string | null | undefined> =>
    (await world.seen(account, id)).nextActions.find(({ command }) => command === 'draft.submit')?.blockedBy;
  const name = async (contacts: unknown) =>
    drafter.post<Invalid>(`/api/drafts/${draftId}/save-frame`, {
      ...{ version: (await draft())?.version, outcomeClass: 'A', printClass: false, publication: 'active' },
      ...{ contacts, prose: '', wording: [] },
    });

  describe('while none is named', () => {
    // The form asks for class and contact together; an imported or older draft may have the one without the other.
    beforeAll(async () => {
      await world.app.house.dataSource.query(`UPDATE draft SET outcome_class = 'A' WHERE id = $1`, [draftId]);
    });

    it('should block the draft, everything else being done', async () => {
      expect(await submit()).toEqual([409, 'guard.failed', sentence]);
    });

    it('should leave the draft with its drafter', async () => {
      expect((await draft())?.state).toBe('writing');
    });

    it('should open no step of the review', async () => {
      expect((await draft())?.steps).toEqual([]);
    });

    it.each(['drafter', 'office'])(
      'should be shown as what is missing before the button is pressed: %s',
      async (account) => {
        expect(await blocked(account)).toBe(sentence);
      },
    );

    it('should stand in the box as what is missing', async () => {
      const { body } = await drafter.get<{ items: { waitingFor: string; blockedBy: string }[] }>(
        '/api/todo?box=todo',
      );
      expect(body.items.map(({ waitingFor, blockedBy }) => [waitingFor, blockedBy])).toEqual([
        ['送核稿', sentence],
      ]);
    });

    it('should be asked for after the class, which is the earlier line of the form', async () => {
      await world.app.house.dataSource.query(`UPDATE draft SET outcome_class = NULL WHERE id = $1`, [
        draftId,
      ]);
      const [, , detail] = await submit();
      await world.app.house.dataSource.query(`UPDATE draft SET outcome_class = 'A' WHERE id = $1`, [draftId]);
      expect(detail).toContain('办理结果');
    });
  });

  describe('that is filled in wrongly', () => {
    it.each<[string, unknown, string, string]>([
      ['none at all', [], 'contacts', '至少一位联系人'],
      ['no name', [{ name: ' ', phone: '88880001' }], 'contacts.0.name', '请填写联系人'],
      ['no telephone', [{ name: '林小雨', phone: '' }], 'contacts.0.phone', '请填写联系电话'],
      [
        'words for a telephone',
        [{ name: '林小雨', phone: '总机再转' }],
        'contacts.0.phone',
        '电话只能有数字',
      ],
      ['two lines', [{ name: '林\n小雨', phone: '88880001' }], 'contacts.0.name', '只能写一行'],
      [
        'a second one without a telephone',
        [
          { name: '甲', phone: '88880001' },
          { name: '乙', phone: '' },
        ],
        'contacts.1.phone',
        '请填写',
      ],
    ])('should be refused at its line: %s', async (_what, contacts, path, words) => {
      const { body } = await name(contacts);
      const found = body.errors?.find((each) => each.path === path);
      expect(found?.message).toContain(words);
    });

    it('should be refused when there are more than ten', async () => {
      const eleven = Array.from({ length: 11 }, (_, i) => ({ name: `联系人${i}`, phone: '88880001' }));
      expect((await name(eleven)).status).toBe(422);
    });

    it('should still block the draft, nothing of it having been saved', async () => {
      expect(await blocked()).toBe(sentence);
    });
  });

  describe('once one is named', () => {
    const two = [
      { name: '林小雨', phone: '0760-88880001' },
      { name: '陈海', phone: '0760-88880002转8' },
    ];
    beforeAll(async () => {
      await name(two);
    });

    it('should block nothing any more', async () => {
      expect(await blocked()).toBeNull();
    });

    it('should stand in the letter, with all the others in their order', async () => {
      const { body } = await drafter.get<string>(`/api/drafts/${draftId}/preview.html`);
      expect(body).toMatch(/林小雨.*0760-88880001.*陈海.*0760-88880002转8/s);
    });

    it('should stand in the form when it is opened again', async () => {
      const { nextActions } = await world.seen('drafter', id);
      const frame = nextActions.find(({ command }) => command === 'draft.saveFrame');
      expect(frame?.defaults['contacts']).toEqual(two);
    });

    it('should let the draft go to review', async () => {
      expect((await submit())[0]).toBe(200);
    });
  });
});
