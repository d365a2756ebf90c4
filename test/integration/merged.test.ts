import type { CaseFile } from '@fuhan/casework';
import { Client } from '@fuhan/testing';
import { shortPlan } from '../e2e/short-plan';
import {
  caseOf,
  giveOpinions,
  handOver,
  namesOf,
  register,
  reviewAll,
  waitForFiles,
  write,
} from '../e2e/walk';
import { refusal, startWorld, type World } from './casework-world';

const people = ['王一', '李二', '赵三'];
const roles = ['first', 'joint', 'seconder'];
const same = '摸清厂区用电底数';
const fresh = '给老旧厂区留出用电余量';

describe('并案', () => {
  let world: World;
  let coordinator: Client;

  /** A second proposal by three members: one suggestion like the first proposal's, one of its own. */
  const second = async (number: string, title = '关于充电设施进厂区的提案'): Promise<string> => {
    const { id } = await coordinator.done('/api/proposals', {
      ...{ kind: 'plenary', number, term: 13, meeting: 6, title, fullText: `${number}的全文。` },
      proposers: people.map((name, i) => ({ kind: 'member', name, role: roles[i] })),
      suggestions: [{ title: same }, { title: fresh }],
    });
    return id;
  };
  const merge = (lead: string, ...proposalIds: string[]) =>
    coordinator.post(`/api/proposals/${lead}/merge`, { proposalIds, reason: '内容相近。' });
  const unmerge = (id: string, client = coordinator) =>
    client.post<{ detail: string }>(`/api/proposals/${id}/unmerge`, { reason: '诉求不同。' });
  const seen = async (account: string, id: string): Promise<CaseFile> =>
    (await (await world.cast.as(account)).get<CaseFile>(`/api/proposals/${id}`)).body;
  const told = async (id: string): Promise<string[]> =>
    (await caseOf(coordinator, id)).history.map(({ words }) => words);

  /** Opinions, every section written, the review up to the signature. */
  const sign = async (id: string, number: string): Promise<string> => {
    const { cast } = world;
    const plan = shortPlan(number);
    await giveOpinions(cast, id, plan, await namesOf(cast, plan.coHandlers));
    await write(cast, id, plan, await namesOf(cast, plan.coHandlers));
    const drafter = await cast.as('drafter');
    const draft = (await caseOf(drafter, id)).drafts[0];
    for (const section of draft?.sections.slice(2) ?? []) {
      await drafter.done(`/api/drafts/${draft?.id}/save-section`, {
        ...{ sectionId: section.id, version: section.version, verdict: 'adopted' },
        passages: [{ id: null, kind: 'paragraph', body: '我局在改造中留出余量，下一步于年底前完成。' }],
      });
    }
    await drafter.done(`/api/drafts/${draft?.id}/submit`);
    await reviewAll(cast, id, true);
    return draft?.id ?? '';
  };

  beforeAll(async () => {
    world = await startWorld({ worker: true });
    coordinator = await world.cast.as('coordinator');
  });
  afterAll(() => world.app.close());

  describe('before the hand-over, answered by one letter', () => {
    let lead: string;
    let other: string;

    beforeAll(async () => {
      lead = await register(world.cast, shortPlan('136301'));
      await second('136309', '关于整治噪声的提案');
      other = await second('136302');
      await merge(lead, other);
    });

    it('should offer the likest proposal of the session first', async () => {
      const fourth = await second('136303');
      const { nextActions } = await caseOf(coordinator, lead);
      const offered = nextActions.find(({ command }) => command === 'proposal.merge')?.choices['proposals'];
      expect(offered?.map(({ label }) => label)).toEqual([
        '第136303号 关于充电设施进厂区的提案',
        '第136309号 关于整治噪声的提案',
      ]);
      await coordinator.done(`/api/proposals/${fourth}/withdraw`, {
        documentOn: '2026-03-09',
        reason: '另提。',
      });
    });

    it('should lead from the merged proposal to the one that carries it', async () => {
      const { stage, proposal } = await seen('coordinator', other);
      expect([stage, proposal.mergedInto?.number]).toEqual(['merged', '136301']);
    });

    it('should let the leading one answer every suggestion once, with the number it comes from', async () => {
      expect((await seen('coordinator', lead)).suggestions.map(({ title, of }) => [title, of])).toEqual([
        [same, null],
        ['鼓励企业共享充电桩', null],
        [fresh, '136302'],
      ]);
    });

    it('should show with the leading one everybody who is answered, by what they did', async () => {
      expect(
        (await seen('coordinator', lead)).proposers.map(({ name, roleLabel, of }) => [name, roleLabel, of]),
      ).toEqual([
        ['民盟中山市委会', '第一提案人', null],
        ['王一', '第一提案人', '136302'],
        ['李二', '联名', '136302'],
        ['赵三', '附议', '136302'],
      ]);
    });

    it('should say on both what was done and why', async () => {
      expect((await told(lead)).at(-1)).toContain(
        '第136302号《关于充电设施进厂区的提案》并入本件办理，加入 1 条建议，另有 1 条',
      );
      expect((await told(other)).at(-1)).toContain('并入第136301号');
    });

    it('should wait for nobody’s hand by itself', async () => {
      const { body } = await coordinator.get<{ items: { number: string }[] }>('/api/todo?box=all');
      expect(body.items.map(({ number }) => number)).not.toContain('136302');
    });

    it('should stand in the ledger beside its leader', async () => {
      const { body } = await coordinator.get<{
        items: {
          number: string;
          stageLabel: string;
          mergedInto: { number: string } | null;
          merges: string[];
        }[];
      }>('/api/proposals?q=13630');
      const row = (number: string) => body.items.find((each) => each.number === number);
      expect(row('136302')).toMatchObject({ stageLabel: '并案办理', mergedInto: { number: '136301' } });
      expect(row('136301')).toMatchObject({ mergedInto: null, merges: ['136302'] });
    });

    it('should not be handed over, withdrawn or merged again by itself', async () => {
      const leadUnitId = await world.unit('gongxin');
      const answers = [
        await refusal(coordinator, `/api/proposals/${other}/hand-over`, { leadUnitId }),
        await refusal(coordinator, `/api/proposals/${other}/withdraw`, {
          documentOn: '2026-03-09',
          reason: '无',
        }),
        await refusal(coordinator, `/api/proposals/${await second('136304')}/merge`, {
          ...{ proposalIds: [other], reason: '也相近。' },
        }),
      ];
      expect(answers.map(([status, code]) => [status, code])).toEqual(Array(3).fill([409, 'guard.failed']));
      expect(answers[0]?.[2]).toContain('已并入第136301号办理');
    });

    it('should be denied to whoever does not coordinate', async () => {
      await handOver(world.app, world.cast, lead, shortPlan('136301'));
      expect((await unmerge(other, await world.cast.as('office'))).status).toBe(404);
      const [status, code] = await refusal(await world.cast.as('office'), `/api/proposals/${lead}/merge`, {
        ...{ proposalIds: [other], reason: '相近。' },
      });
      expect([status, code]).toEqual([403, 'permission.denied']);
    });

    it('should let who handles the leading one read what the merged one says', async () => {
      expect((await seen('drafter', lead)).proposal.merges).toMatchObject([
        { number: '136302', proposers: people, fullText: '136302的全文。' },
      ]);
    });

    it('should not be undone while the reply is under review, even if both are pressed at once', async () => {
      const draftId = await sign(lead, '136301');
      const clerk = await world.cast.as('clerk');
      const [issued, undone] = await Promise.all([
        clerk.post(`/api/drafts/${draftId}/issue`, { date: '2026-03-09' }),
        unmerge(other),
      ]);
      expect([issued.status, undone.status]).toEqual([200, 409]);
      expect(undone.body.detail).toContain('不能解除并案');
    });

    it('should be answered by its number in the title, the opening and the addressees of one letter', async () => {
      const clerk = await world.cast.as('clerk');
      const letter = await waitForFiles(clerk, lead);
      const text = (await clerk.get<string>(`/api/letters/${letter.id}/files/txt`)).body;
      expect(text).toContain('关于市政协十三届六次会议第136301、136302号提案答复的函');
      expect(text).toContain('民盟中山市委会、王一委员、李二委员、赵三委员：');
      expect(text).toContain('《关于充电设施进厂区的提案》（第136302号提案）收悉');
      expect((await seen('clerk', lead)).letters[0]?.answers).toEqual(['136301', '136302']);
    });

    it('should reach every proposer by a link of their own, each with their own receipt', async () => {
      const clerk = await world.cast.as('clerk');
      await clerk.done(`/api/letters/${(await caseOf(clerk, lead)).letters[0]?.id}/deliver`);
      const deliveries = async () =>
        ((await caseOf(clerk, lead)).letters[0]?.deliveries ?? []).filter(
          ({ recipientKind }) => recipientKind === 'proposer',
        );
      const links = (await deliveries()).map(({ link }) => link?.split('/').at(-1));
      expect(new Set(links).size).toBe(4);
      const reader = (await deliveries()).find(({ recipient }) => recipient === '赵三');
      await new Client(world.app.url).post(`/api/f/${reader?.link?.split('/').at(-1)}/receive`);
      const opened = (await deliveries()).filter(({ state }) => state === 'received');
      expect(opened.map(({ recipient }) => recipient)).toEqual(['赵三']);
    });

    it('should stand in the book of numbers once, under both numbers', async () => {
      const { body } = await (
        await world.cast.as('clerk')
      ).get<{ numbers: { proposal: string }[] }>('/api/registers?year=2026');
      expect(body.numbers.map(({ proposal }) => proposal)).toEqual([
        '136301 关于推动充电设施进厂区的建议；136302 关于充电设施进厂区的提案',
      ]);
    });
  });

  describe('after the hand-over, answered by a letter each', () => {
    let lead: string;
    let other: string;
    let unit: string;

    beforeAll(async () => {
      await world.app.house.dataSource.query(
        `INSERT INTO place_profile SELECT (jsonb_populate_record(p, jsonb_build_object('version', p.version + 1, 'files',
           p.files || jsonb_build_object('place.yaml', replace(p.files ->> 'place.yaml', 'merging: common_letter', 'merging: own_letters'))))).*
         FROM place_profile p ORDER BY version DESC LIMIT 1`,
      );
      unit = await world.unit('gongxin');
      lead = await register(world.cast, shortPlan('136311'));
      await handOver(world.app, world.cast, lead, shortPlan('136311'));
      other = await second('136312');
      await coordinator.done(`/api/proposals/${other}/hand-over`, { leadUnitId: unit });
      await merge(lead, other);
    });

    it('should end the duties of the merged one and tell its unit', async () => {
      const { assignments } = await caseOf(coordinator, other);
      expect(assignments.map(({ state }) => state)).toEqual(['recalled']);
    });

    it('should ask the reply that is being written for what came with it', async () => {
      const [draft] = (await caseOf(await world.cast.as('drafter'), lead)).drafts;
      expect(draft?.sections.map(({ heading }) => heading)).toEqual([same, '鼓励企业共享充电桩', fresh]);
    });

    it('should show each of the letters before it is issued', async () => {
      const drafter = await world.cast.as('drafter');
      const [draft] = (await seen('drafter', lead)).drafts;
      expect(draft?.alsoLetters.map(({ number }) => number)).toEqual(['136312']);
      const preview = `/api/drafts/${draft?.id}/preview.html?answers=`;
      const texts = [await drafter.get<string>(preview + lead), await drafter.get<string>(preview + other)];
      expect(texts.map(({ body }) => /第(\d+)号/.exec(body)?.[1])).toEqual(['136311', '136312']);
    });

    it('should give each proposal a letter with the next number, its own title, addressees and opening', async () => {
      const draftId = await sign(lead, '136311');
      const clerk = await world.cast.as('clerk');
      await clerk.done(`/api/drafts/${draftId}/issue`, { date: '2026-03-09' });
      await waitForFiles(clerk, lead);
      const { letters } = await seen('clerk', lead);
      expect(letters.map(({ documentNumber, answers }) => [documentNumber, answers])).toEqual([
        ['中工信函〔2026〕2号', ['136311']],
        ['中工信函〔2026〕3号', ['136312']],
      ]);
      const text = (await clerk.get<string>(`/api/letters/${letters[1]?.id}/files/txt`)).body;
      expect(text).toContain('第136312号提案答复的函');
      expect(text).toContain('你们提出的《关于充电设施进厂区的提案》（提案第136312号）收悉');
      expect(text).toContain(fresh);
      expect(text).not.toContain('民盟');
    });

    it('should be done with the last of the letters, and not before', async () => {
      const clerk = await world.cast.as('clerk');
      const { letters } = await seen('clerk', lead);
      const standing = async () => {
        const { stage, clocks } = await caseOf(clerk, lead);
        return [stage, clocks.find(({ clock }) => clock === 'reply')?.state];
      };
      await clerk.done(`/api/letters/${letters[1]?.id}/deliver`);
      expect(await standing()).toEqual(['issued', 'running']);
      await clerk.done(`/api/letters/${letters[0]?.id}/deliver`);
      expect(await standing()).toEqual(['delivered', 'met']);
    });

    it('should send each letter to its own proposers', async () => {
      const { letters } = await caseOf(await world.cast.as('clerk'), lead);
      const proposers = letters.map(({ deliveries }) =>
        deliveries
          .filter(({ recipientKind }) => recipientKind === 'proposer')
          .map(({ recipient }) => recipient),
      );
      expect(proposers.map((each) => each.sort())).toEqual([['民盟中山市委会'], [...people].sort()]);
    });

    it('should withdraw and send anew the one letter alone', async () => {
      const clerk = await world.cast.as('clerk');
      const { letters } = await seen('clerk', lead);
      await clerk.done(`/api/letters/${letters[1]?.id}/ask-withdrawal`, { reason: '收件人有误。' });
      await (
        await world.cast.as('head')
      ).done(`/api/letters/${letters[1]?.id}/withdraw`, { decision: '同意。' });
      const drafter = await world.cast.as('drafter');
      const draftId = (await caseOf(drafter, lead)).drafts[0]?.id ?? '';
      await drafter.done(`/api/drafts/${draftId}/submit`);
      await reviewAll(world.cast, lead, true);
      await clerk.done(`/api/drafts/${draftId}/issue`, { date: '2026-03-09' });
      const after = (await seen('clerk', lead)).letters.map(({ documentNumber, answers }) => [
        documentNumber,
        answers[0],
      ]);
      expect(after.at(-1)).toEqual(['中工信函〔2026〕4号', '136312']);
      expect(after).toHaveLength(3);
    });
  });

  describe('taken apart again', () => {
    let lead: string;
    let other: string;

    beforeAll(async () => {
      lead = await register(world.cast, shortPlan('136321'));
      await handOver(world.app, world.cast, lead, shortPlan('136321'));
      other = await second('136322');
      await merge(lead, other);
      const drafter = await world.cast.as('drafter');
      const [draft] = (await caseOf(drafter, lead)).drafts;
      const section = draft?.sections[2];
      await drafter.done(`/api/drafts/${draft?.id}/save-section`, {
        ...{ sectionId: section?.id, version: section?.version, verdict: 'adopted' },
        passages: [{ id: null, kind: 'paragraph', body: '已写的一段。' }],
      });
      await unmerge(other);
    });

    it('should give the proposal its suggestions and proposers back', async () => {
      const [a, b] = [await seen('coordinator', lead), await seen('coordinator', other)];
      expect(a.suggestions.map(({ of }) => of)).toEqual([null, null]);
      expect(a.proposers.map(({ name }) => name)).toEqual(['民盟中山市委会']);
      expect([b.stage, b.proposers.map(({ name }) => name)]).toEqual(['registered', people]);
    });

    it('should lose nothing that was written', async () => {
      const [draft] = (await caseOf(await world.cast.as('drafter'), lead)).drafts;
      expect(draft?.sections[2]).toMatchObject({
        ...{ suggestionId: null, heading: fresh, passages: [{ body: '已写的一段。' }] },
      });
    });

    it('should be handed over by itself', async () => {
      const leadUnitId = await world.unit('gongxin');
      await coordinator.done(`/api/proposals/${other}/hand-over`, { leadUnitId });
      expect((await seen('coordinator', other)).stage).toBe('handed_over');
    });

    it('should say so in both histories', async () => {
      expect((await told(lead)).at(-1)).toContain('不再并入本件：诉求不同。');
      expect(await told(other)).toContainEqual(expect.stringContaining('等待单独交办'));
    });
  });

  describe('at the same moment', () => {
    const statuses = (answers: readonly { status: number }[]): number[] =>
      answers.map(({ status }) => status).sort();

    it('should let one of two lead when each is to be merged into the other', async () => {
      const [a, b] = [await second('136331'), await second('136332')];
      expect(statuses(await Promise.all([merge(a, b), merge(b, a)]))).toEqual([200, 409]);
    });

    it('should be merged once', async () => {
      const [a, b, c] = [await second('136333'), await second('136334'), await second('136335')];
      expect(statuses(await Promise.all([merge(a, c), merge(b, c), merge(a, c), merge(b, c)]))).toEqual([
        200, 409, 409, 409,
      ]);
      const all = [await seen('coordinator', a), await seen('coordinator', b)];
      expect(all.flatMap(({ proposal }) => proposal.merges)).toHaveLength(1);
    });

    it('should be merged or handed over, and never both', async () => {
      const [a, b] = [await second('136336'), await second('136337')];
      const leadUnitId = await world.unit('gongxin');
      const answers = await Promise.all([
        coordinator.post(`/api/proposals/${b}/hand-over`, { leadUnitId }),
        merge(a, b),
      ]);
      expect(statuses(answers)).toEqual([200, 409]);
    });

    it('should be taken apart once', async () => {
      const [a, b] = [await second('136338'), await second('136339')];
      await merge(a, b);
      expect(statuses(await Promise.all([unmerge(b), unmerge(b), unmerge(b)]))).toEqual([200, 409, 409]);
    });
  });
});
