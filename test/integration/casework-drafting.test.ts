import type { Client } from '@fuhan/testing';
import type { CaseView } from '../e2e/walk';
import { CO, refusal, startWorld, type World } from './casework-world';

type Draft = Omit<CaseView['drafts'][number], 'sections'> & {
  sections: (CaseView['drafts'][number]['sections'][number] & { verdict: string | null; ordinal: number })[];
};

const OPINION = '（一）已经完成的工作\n完成全市摸底。\n\n下一步按季更新。';

describe('writing the draft', () => {
  let world: World;
  let drafter: Client;
  let id: string;
  let draftId: string;
  let itemId: string;
  let view: CaseView;

  beforeAll(async () => {
    world = await startWorld();
    ({ id, draftId, view } = await world.opened('136201'));
    drafter = await world.cast.as('drafter');
    itemId = await give(view);
  });
  afterAll(async () => world.app.close());

  /** The first co-handler answers the first suggestion. */
  async function give({ opinions, suggestions, proposal }: CaseView): Promise<string> {
    const opinion = opinions.find(({ unit }) => unit === CO[0])?.id;
    await (
      await world.co(CO[0])
    ).done(`/api/opinions/${opinion}/submit`, {
      contactName: '联络员',
      contactPhone: '0760-12345678',
      items: [{ suggestionId: suggestions[0]?.id, position: 'partly', body: OPINION }],
    });
    const after = await world.seen('drafter', proposal.id);
    return after.opinions.find((each) => each.id === opinion)?.versions[0]?.items[0]?.id ?? '';
  }

  const at = (verb: string): string => `/api/drafts/${draftId}/${verb}`;
  const draft = async (): Promise<Draft> => (await world.seen('drafter', id)).drafts[0] as Draft;
  const section = async (i: number) => {
    const found = (await draft()).sections[i];
    if (!found) throw new Error(`no section ${i}`);
    return found;
  };
  const firstId = (): string => view.drafts[0]?.sections[0]?.id ?? '';

  describe('from an opinion', () => {
    it('should refuse a paragraph that the opinion does not have', async () => {
      const body = { sectionId: firstId(), opinionItemId: itemId, paragraphs: [3] };
      expect((await refusal(drafter, at('adopt'), body))[2]).toBe('这条意见只有 3 段。');
    });

    it('should refuse an opinion on another case', async () => {
      const other = await world.opened('136202');
      const body = { sectionId: firstId(), opinionItemId: await give(other.view) };
      expect((await refusal(drafter, at('adopt'), body))[2]).toContain('不属于这件提案');
    });

    it('should refuse to write into a section of another draft', async () => {
      const other = await world.opened('136203');
      const body = { sectionId: other.view.drafts[0]?.sections[0]?.id, opinionItemId: itemId };
      expect((await refusal(drafter, at('adopt'), body))[2]).toContain('不在本稿里');
    });

    it('should take the chosen paragraphs in the order chosen', async () => {
      await drafter.done(at('adopt'), { sectionId: firstId(), opinionItemId: itemId, paragraphs: [2, 0] });
      expect((await section(0)).passages.map(({ body }) => body)).toEqual([
        '下一步按季更新。',
        '（一）已经完成的工作',
      ]);
    });

    it('should know a heading by its mark', async () => {
      expect((await section(0)).passages.map(({ kind }) => kind)).toEqual(['paragraph', 'heading2']);
    });

    it('should take over the position that the opinion proposes', async () => {
      expect((await section(0)).verdict).toBe('partly');
    });

    it('should take all paragraphs when none is named, and put them after what stands there', async () => {
      const { sections } = await draft();
      await drafter.done(at('adopt'), { sectionId: sections[1]?.id, opinionItemId: itemId });
      await drafter.done(at('adopt'), { sectionId: sections[1]?.id, opinionItemId: itemId, paragraphs: [1] });
      expect((await section(1)).passages.map(({ body }) => body)).toEqual([
        ...OPINION.split('\n').filter(Boolean),
        '完成全市摸底。',
      ]);
    });
  });

  describe('by hand', () => {
    const save = async (i: number, more: object) => {
      const { id: sectionId, version, passages } = await section(i);
      return {
        sectionId,
        version,
        passages: passages.map((each) => ({ id: each.id, kind: each.kind, body: each.body })),
        ...more,
      };
    };

    it('should keep the words as given beside an edited passage', async () => {
      const [first] = (await section(0)).passages;
      await drafter.done(
        at('save-section'),
        await save(0, {
          verdict: 'adopted',
          passages: [{ id: first?.id, kind: 'paragraph', body: '下一步按月更新。' }],
        }),
      );
      expect((await section(0)).passages[0]).toMatchObject({
        body: '下一步按月更新。',
        sources: [{ text: '下一步按季更新。', unit: CO[0] }],
        edited: true,
      });
    });

    it('should drop a passage that is no longer among those saved', async () => {
      expect((await section(0)).passages).toHaveLength(1);
    });

    it('should not lose the drafter’s own verdict to the next adoption', async () => {
      await drafter.done(at('adopt'), { sectionId: firstId(), opinionItemId: itemId, paragraphs: [1] });
      expect((await section(0)).verdict).toBe('adopted');
    });

    it('should refuse a passage of another section', async () => {
      const strange = (await section(1)).passages[0]?.id;
      const body = await save(0, { passages: [{ id: strange, kind: 'paragraph', body: '文字' }] });
      expect((await refusal(drafter, at('save-section'), body))[2]).toContain('不在这一部分里');
    });

    it('should refuse the same passage twice', async () => {
      const own = (await section(0)).passages[0]?.id;
      const passages = ['甲', '乙'].map((body) => ({ id: own, kind: 'paragraph', body }));
      expect((await refusal(drafter, at('save-section'), await save(0, { passages })))[1]).toBe(
        'guard.failed',
      );
    });

    it('should tell the writer who saw an older version which one stands', async () => {
      const { version } = await section(0);
      const answer = await drafter.post<{ code: string; current: number }>(
        at('save-section'),
        await save(0, { version: version - 1 }),
      );
      expect([answer.status, answer.body.code, answer.body.current]).toEqual([409, 'version.stale', version]);
    });

    it('should leave the passages as they were when the save was refused', async () => {
      const before = (await section(0)).passages;
      await drafter.post(at('save-section'), await save(0, { version: 1, passages: [] }));
      expect((await section(0)).passages).toEqual(before);
    });

    describe('in the editor', () => {
      const NEW = '00000000-0000-4000-8000-00000000e001';
      const words = { opinionItemId: '', text: '下一步按季更新。' };
      beforeAll(() => Object.assign(words, { opinionItemId: itemId }));
      const write = async (sources: object[] | null, id: string = NEW) =>
        save(0, { passages: [{ id, kind: 'paragraph', body: '下一步按季更新台账。', sources }] });

      it('should keep the name the editor gave to a new passage, and what it rests on', async () => {
        await drafter.done(at('save-section'), await write([words]));
        expect((await section(0)).passages[0]).toMatchObject({
          id: NEW,
          sources: [{ text: words.text, unit: CO[0] }],
          edited: true,
        });
      });

      it('should forget the origin when none of the adopted words are left', async () => {
        await drafter.done(at('save-section'), await write([]));
        expect((await section(0)).passages[0]?.sources).toEqual([]);
      });

      it('should refuse an origin that was never said', async () => {
        const forged = await write([{ ...words, text: '同意全部建议。' }]);
        expect((await refusal(drafter, at('save-section'), forged))[2]).toContain('来源与会办意见对不上');
      });

      it('should tell several saves of one sitting in one line', async () => {
        for (const sources of [[words], []]) await drafter.done(at('save-section'), await write(sources));
        const { history } = await world.seen('drafter', id);
        expect(history.filter((line) => line.words === '修改了答复稿第 1 部分。')).toHaveLength(1);
      });
    });

    it('should not be open to a co-handler', async () => {
      const answer = await refusal(await world.co(CO[0]), at('save-section'), await save(0, {}));
      expect(answer.slice(0, 2)).toEqual([403, 'permission.denied']);
    });
  });

  describe('sections of its own', () => {
    const headings = async (): Promise<string[]> => (await draft()).sections.map(({ heading }) => heading);
    const ordinals = async (): Promise<number[]> => (await draft()).sections.map(({ ordinal }) => ordinal);

    it('should have none to remove at first', async () => {
      expect((await refusal(drafter, at('remove-section'), { sectionId: firstId() }))[2]).toContain(
        '只有自己加的部分可以删',
      );
    });

    it('should put a new one where it was asked to and move the later ones down', async () => {
      await drafter.done(at('add-section'), { heading: '总体情况', position: 1 });
      expect([(await headings())[0], await ordinals()]).toEqual(['总体情况', [1, 2, 3]]);
    });

    it('should put one at the end when its place lies beyond it', async () => {
      await drafter.done(at('add-section'), { heading: '其他', position: 99 });
      expect([(await headings()).at(-1), await ordinals()]).toEqual(['其他', [1, 2, 3, 4]]);
    });

    it('should not let a section go that answers a suggestion', async () => {
      expect((await refusal(drafter, at('remove-section'), { sectionId: firstId() }))[2]).toContain(
        '答复一条建议，不能删',
      );
    });

    it('should never take a verdict', async () => {
      const { id: sectionId, version } = await section(0);
      await drafter.done(at('save-section'), { sectionId, version, verdict: 'adopted', passages: [] });
      expect((await section(0)).verdict).toBeNull();
    });

    it('should take a new heading', async () => {
      const { id: sectionId, version } = await section(0);
      await drafter.done(at('save-section'), { sectionId, version, heading: '工作概况', passages: [] });
      expect((await headings())[0]).toBe('工作概况');
    });

    it('should close the gap when one is removed', async () => {
      await drafter.done(at('remove-section'), { sectionId: (await section(0)).id });
      expect(await ordinals()).toEqual([1, 2, 3]);
    });
  });

  describe('its frame', () => {
    const frame = async (more: object = {}) => ({
      version: (await draft()).version,
      outcomeClass: 'A',
      printClass: true,
      publication: 'active',
      contacts: [{ name: '林小雨', phone: '0760-88880001' }],
      ...more,
    });
    const preview = async (): Promise<string> => (await drafter.get<string>(at('preview.html'))).body;

    it('should refuse a class that the place does not have, and name those it has', async () => {
      const [status, code, detail] = await refusal(
        drafter,
        at('save-frame'),
        await frame({ outcomeClass: 'Z' }),
      );
      expect([status, code]).toEqual([409, 'guard.failed']);
      expect(detail).toMatch(/只有 A、.*没有“Z”/);
    });

    it.each([
      ['cannot be read', '{{#if'],
      ['names something that is not there', '{{nobody.here}}'],
    ])('should refuse a wording that %s', async (_, template) => {
      const body = await frame({ wording: [{ piece: 'closing', template }] });
      expect((await refusal(drafter, at('save-frame'), body))[1]).toBe('letter.template');
    });

    it('should keep the version as it was when the wording was refused', async () => {
      const { version } = await draft();
      await drafter.post(
        at('save-frame'),
        await frame({ wording: [{ piece: 'closing', template: '{{#if' }] }),
      );
      expect((await draft()).version).toBe(version);
    });

    it('should print the words that this letter has of its own', async () => {
      const wording = [{ piece: 'closing', template: '特此函复。' }];
      await drafter.done(at('save-frame'), await frame({ wording, prose: '第一段。\r\n\r\n第二段。' }));
      expect(await preview()).toContain('特此函复。');
    });

    it('should keep the response as a whole one paragraph a line', async () => {
      const { prose } = (await draft()) as unknown as { prose: string[] };
      expect(prose).toEqual(['第一段。', '第二段。']);
    });

    it('should go back to the usual words when its own are cleared', async () => {
      await drafter.done(at('save-frame'), await frame());
      expect(await preview()).not.toContain('特此函复。');
    });

    it('should refuse the frame of an older version', async () => {
      expect((await refusal(drafter, at('save-frame'), await frame({ version: 1 })))[1]).toBe(
        'version.stale',
      );
    });

    it('should show its preview to no unit but its own', async () => {
      const { status } = await (await world.co(CO[0])).get(at('preview.html'));
      expect(status).toBe(404);
    });
  });
});
