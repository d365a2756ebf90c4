import type { Client } from '@fuhan/testing';
import type { CaseView } from '../e2e/walk';
import { CO, refusal, startWorld, type World } from './casework-world';

interface Cell {
  assignmentId: string;
  suggestionId: string;
  opinionItemId: string | null;
  fate: string;
  reason: string | null;
  passages: { id: string; body: string; edited: boolean }[];
}
interface Desk {
  suggestions: { id: string }[];
  units: { assignmentId: string; unit: string }[];
  cells: Cell[];
  figures: { name: string; values: { unit: string; value: string }[] }[];
}
type Fated = {
  id: string;
  fate: { fate: string; reason: string | null; passages: { body: string }[] } | null;
};

const FIRST = '全市已建成公共充电桩1200个。下一步按季更新𠮷祥里台账。';

/** 汇总: what opinions say stands against the suggestions, and what is adopted keeps its origin through every turn. */
describe('the merge desk', () => {
  let world: World;
  let drafter: Client;
  let id: string;
  let draftId: string;
  let view: CaseView;

  const at = (verb: string): string => `/api/drafts/${draftId}/${verb}`;
  const desk = async (): Promise<Desk> => (await drafter.get<Desk>(at('merge-desk'))).body;
  const cell = async (unit: string, suggestion = 0): Promise<Cell> => {
    const { cells, units, suggestions } = await desk();
    const assignmentId = units.find((each) => each.unit === unit)?.assignmentId;
    const suggestionId = suggestions[suggestion]?.id;
    const found = cells.find(
      (each) => each.assignmentId === assignmentId && each.suggestionId === suggestionId,
    );
    if (!found) throw new Error(`no cell of ${unit}`);
    return found;
  };
  const sections = async () => (await world.seen('drafter', id)).drafts[0]?.sections ?? [];
  const sectionId = (i: number): string => view.drafts[0]?.sections[i]?.id ?? '';
  const passages = async (i: number) => (await sections())[i]?.passages ?? [];
  const texts = async (i: number): Promise<string[]> => (await passages(i)).map(({ body }) => body);

  async function give(unit: string, body: string): Promise<void> {
    const opinion = view.opinions.find((each) => each.unit === unit)?.id;
    await (
      await world.co(unit)
    ).done(`/api/opinions/${opinion}/submit`, {
      contactName: '联络员',
      contactPhone: '0760-12345678',
      items: [{ suggestionId: view.suggestions[0]?.id, position: 'partly', body }],
    });
  }

  beforeAll(async () => {
    world = await startWorld();
    ({ id, draftId, view } = await world.opened('136401'));
    drafter = await world.cast.as('drafter');
  });
  afterAll(() => world.app.close());

  it('should have a cell for each suggestion and each unit that was asked, all missing at first', async () => {
    const { suggestions, units, cells } = await desk();
    expect(units.map(({ unit }) => unit)).toEqual([...CO]);
    expect(cells).toHaveLength(suggestions.length * units.length);
    expect(new Set(cells.map(({ fate }) => fate))).toEqual(new Set(['missing']));
  });

  it('should show what was received, and who has answered without a word to it', async () => {
    await give(CO[0], FIRST);
    await give(CO[1], '目前全市公共充电桩共1500个。');
    const fates = [await cell(CO[0]), await cell(CO[1]), await cell(CO[0], 1)].map(({ fate }) => fate);
    expect(fates).toEqual(['received', 'received', 'silent']);
  });

  it('should flag one figure that two units tell differently', async () => {
    const { figures } = await desk();
    expect(
      figures.map(({ name, values }) => [name, values.map(({ unit, value }) => `${unit} ${value}`)]),
    ).toEqual([['公共充电桩', [`${CO[0]} 1200个`, `${CO[1]} 1500个`]]]);
  });

  it('should not be shown to a co-handler', async () => {
    expect((await (await world.co(CO[0])).get(at('merge-desk'))).status).toBe(404);
  });

  describe('setting an opinion aside', () => {
    it('should be told to its unit with the reason', async () => {
      const { opinionItemId } = await cell(CO[1]);
      await drafter.done(at('reject-item'), { opinionItemId, reason: '口径与统计部门不一致。' });
      expect(await cell(CO[1])).toMatchObject({ fate: 'rejected', reason: '口径与统计部门不一致。' });
      const own = await (await world.co(CO[1])).get<CaseView>(`/api/proposals/${id}`);
      const items = own.body.opinions.flatMap(({ versions }) =>
        versions.flatMap((each) => each.items as unknown as Fated[]),
      );
      expect(items[0]?.fate).toMatchObject({ fate: 'rejected', reason: '口径与统计部门不一致。' });
    });

    it('should be taken back', async () => {
      const { opinionItemId } = await cell(CO[1]);
      await drafter.done(at('reconsider-item'), { opinionItemId });
      expect((await cell(CO[1])).fate).toBe('received');
      expect((await refusal(drafter, at('reconsider-item'), { opinionItemId }))[1]).toBe('guard.failed');
    });

    it('should be over when it is adopted after all', async () => {
      const { opinionItemId } = await cell(CO[1]);
      await drafter.done(at('reject-item'), { opinionItemId, reason: '重复。' });
      await drafter.done(at('adopt'), { sectionId: sectionId(1), opinionItemId });
      expect(await cell(CO[1])).toMatchObject({ fate: 'adopted', reason: null });
    });

    it('should be refused where its words stand in the reply', async () => {
      const { opinionItemId } = await cell(CO[1]);
      expect(await refusal(drafter, at('reject-item'), { opinionItemId, reason: '重复。' })).toEqual([
        409,
        'guard.failed',
        `${CO[1]}的这条意见已写入答复稿。请先删去采用的段落，再注明不采用。`,
      ]);
    });
  });

  describe('an adoption by a slip of the hand', () => {
    const undone = async (): Promise<string> => {
      const { opinionItemId } = await cell(CO[0]);
      const answer = await drafter.done(at('adopt'), { sectionId: sectionId(0), opinionItemId });
      return (answer as unknown as { undo?: { href: string } }).undo?.href ?? '';
    };
    const section = async () =>
      (await sections())[0] as unknown as { version: number; verdict: string | null };

    it('should be taken back: words, verdict and mark are as before, and set aside again what was', async () => {
      const { opinionItemId } = await cell(CO[0]);
      await drafter.done(at('reject-item'), { opinionItemId, reason: '另有口径。' });
      const { verdict } = await section();
      await drafter.done(await undone());
      expect([await texts(0), (await section()).verdict]).toEqual([[], verdict]);
      expect(await cell(CO[0])).toMatchObject({ fate: 'rejected', reason: '另有口径。' });
      await drafter.done(at('reconsider-item'), { opinionItemId });
    });

    it('should not be taken back by another hand, nor once the section was written on', async () => {
      const href = await undone();
      const office = await world.cast.as('office');
      expect((await refusal(office, href))[2]).toMatch(/^“采用会办意见”只能由办理人当时撤回。/);
      const { version, verdict } = await section();
      const kept = (await passages(0)).map(({ id: passage, body }) => ({
        id: passage,
        kind: 'paragraph',
        body,
      }));
      const save = (of: number, words: readonly unknown[]) =>
        drafter.done(at('save-section'), { sectionId: sectionId(0), version: of, verdict, passages: words });
      await save(version, kept);
      expect((await refusal(drafter, href))[1]).toBe('guard.failed');
      await save(version + 1, []);
      expect((await cell(CO[0])).fate).toBe('received');
      const { history } = (await world.seen('drafter', id)) as unknown as { history: { words: string }[] };
      expect(history.map(({ words }) => words)).toEqual(
        expect.arrayContaining([
          `撤回采用${CO[0]}会办意见，从第 1 部分取出 1 段。`,
          `从第 1 部分取出${CO[0]}会办意见（第 1 版）的内容。`,
        ]),
      );
    });
  });

  describe('adopted words', () => {
    const at0 = async () =>
      (await passages(0)).map(({ sources, edited }) => [sources.map(({ text }) => text), edited]);

    it('should part with what they rest on when the passage is split, counted in characters', async () => {
      const { opinionItemId } = await cell(CO[0]);
      await drafter.done(at('adopt'), { sectionId: sectionId(0), opinionItemId });
      const [whole] = await passages(0);
      await drafter.done(at('split-passage'), {
        passageId: whole?.id,
        at: [...'全市已建成公共充电桩1200个。'].length,
      });
      expect(await texts(0)).toEqual(['全市已建成公共充电桩1200个。', '下一步按季更新𠮷祥里台账。']);
      expect(await at0()).toEqual([
        [['全市已建成公共充电桩1200个。'], false],
        [['下一步按季更新𠮷祥里台账。'], false],
      ]);
      expect((await cell(CO[0])).passages).toHaveLength(2);
    });

    it('should be refused a split that leaves one side empty', async () => {
      const [first] = await passages(0);
      expect((await refusal(drafter, at('split-passage'), { passageId: first?.id, at: 900 }))[1]).toBe(
        'guard.failed',
      );
    });

    it('should go with the passage to another section', async () => {
      const [, second] = await passages(0);
      await drafter.done(at('move-passage'), { passageId: second?.id, sectionId: sectionId(1), position: 1 });
      expect([await texts(0), await texts(1)]).toEqual([
        ['全市已建成公共充电桩1200个。'],
        ['下一步按季更新𠮷祥里台账。', '目前全市公共充电桩共1500个。'],
      ]);
      expect((await passages(1))[0]?.sources[0]?.unit).toBe(CO[0]);
    });

    it('should rest on both units when two passages are joined', async () => {
      const [first] = await passages(1);
      await drafter.done(at('join-passages'), { passageId: first?.id });
      const [joined, ...others] = await passages(1);
      expect(others).toEqual([]);
      expect(joined?.body).toBe('下一步按季更新𠮷祥里台账。目前全市公共充电桩共1500个。');
      expect([joined?.sources.map(({ unit }) => unit), joined?.edited]).toEqual([[CO[0], CO[1]], false]);
      expect((await cell(CO[1])).passages[0]?.body).toBe(joined?.body);
    });

    it('should be refused a join where nothing comes after', async () => {
      const [joined] = await passages(1);
      expect((await refusal(drafter, at('join-passages'), { passageId: joined?.id }))[2]).toMatch(
        /两段以上|最后一段/,
      );
    });

    it('should keep both origins, as edited, through a save of the section', async () => {
      const [section] = (await sections()).slice(1, 2);
      const [joined] = section?.passages ?? [];
      await drafter.done(at('save-section'), {
        sectionId: section?.id,
        version: section?.version,
        verdict: 'partly',
        passages: [
          { id: joined?.id, kind: 'paragraph', body: '下一步按季更新台账，目前全市公共充电桩共1500个。' },
        ],
      });
      const [after] = await passages(1);
      expect([after?.sources.map(({ unit }) => unit), after?.edited]).toEqual([[CO[0], CO[1]], true]);
    });

    it('should make a section’s form stale when a passage was moved into it', async () => {
      const seen = (await sections())[1];
      const [first] = await passages(0);
      await drafter.done(at('move-passage'), { passageId: first?.id, sectionId: sectionId(1), position: 9 });
      const stale = { sectionId: seen?.id, version: seen?.version, verdict: 'partly', passages: [] };
      expect((await refusal(drafter, at('save-section'), stale))[1]).toBe('version.stale');
    });

    it('should be refused to another draft', async () => {
      const other = await world.opened('136402');
      const [first] = await passages(1);
      const body = { passageId: first?.id, sectionId: other.view.drafts[0]?.sections[0]?.id, position: 1 };
      expect((await refusal(drafter, at('move-passage'), body))[1]).toBe('guard.failed');
    });
  });
});
