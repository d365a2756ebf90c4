import { actorOf, Person } from '@fuhan/identity';
import { workImport } from '@fuhan/casework';
import type { CommandName } from '@fuhan/contracts';
import { commandPath } from '@fuhan/contracts';
import { importServices } from '../../../apps/server/worker/worker';
import { HEADER, line, xlsx } from '../../../libs/intake/testing/xlsx';
import { shortPlan } from '../../e2e/short-plan';
import { type CaseView, register, walkToSigned, walkToWritten } from '../../e2e/walk';
import { CO, type World } from '../casework-world';

/** A command that only waits for somebody to press its button. */
export interface Standing {
  readonly name: CommandName;
  readonly account: string;
  readonly targetId: string;
  readonly input: object;
  readonly path: string;
}

const standing = (name: CommandName, account: string, targetId = '', input: object = {}): Standing => ({
  ...{ name, account, targetId, input },
  path: `/api${commandPath(name, targetId)}`,
});

const plan = (number: string) => ({ ...shortPlan(number), letStand: true });

/** Handing over and what undoes it; dividing; giving an opinion. */
async function ofHandling(world: World): Promise<Standing[]> {
  const { cast } = world;
  const [lead, one, two] = await Promise.all(['gongxin', ...CO].map((unit) => world.unit(unit)));
  const handOver = { leadUnitId: lead, coHandlers: [one, two].map((unitId) => ({ unitId, question: '' })) };
  const registered = await register(cast, plan('136801'));
  const recalled = (await world.opened('136802')).id;
  const withdrawn = (await world.opened('136803')).id;
  const signed = await register(cast, plan('136804'));
  await (await cast.as('coordinator')).done(`/api/proposals/${signed}/hand-over`, handOver);
  const own =
    (await world.seen('office', signed)).assignments.find(({ unitId }) => unitId === lead)?.id ?? '';
  await (await cast.as('office')).done(`/api/assignments/${own}/sign`);
  const drafter = await world.app.house.dataSource.manager.findOneByOrFail(Person, { account: 'drafter' });
  const { view } = await world.opened('136805');
  const items = view.suggestions.map(({ id }) => ({
    suggestionId: id,
    position: 'adopted',
    body: '已经办理。',
  }));
  const opinion = view.opinions.find(({ unit }) => unit === CO[0])?.id;
  return [
    standing('proposal.handOver', 'coordinator', registered, handOver),
    standing('proposal.recall', 'coordinator', recalled, { reason: '单位选错了。' }),
    standing('proposal.withdraw', 'coordinator', withdrawn, {
      documentOn: '2026-03-09',
      reason: '情况有变。',
    }),
    standing('assignment.divide', 'office', own, { officeId: drafter.officeId, drafterId: drafter.id }),
    standing('opinion.submit', cast.coAccounts.get(CO[0]) ?? '', opinion, {
      ...{ contactName: '联络员', contactPhone: '0760-12345678', items },
    }),
  ];
}

/** Everybody but the signer has approved. */
async function toLastStep(
  world: World,
  id: string,
  draftId: string,
): Promise<CaseView['nextActions'][number]> {
  await (await world.cast.as('drafter')).done(`/api/drafts/${draftId}/submit`);
  for (let tries = 0; tries < 10; tries++) {
    for (const account of ['head', 'reviewer', 'office', 'leader']) {
      const next = (await world.seen(account, id)).nextActions;
      const approve = next.find(({ command }) => command === 'reviewStep.approve');
      if (approve && account === 'head') return approve;
      if (approve) await (await world.cast.as(account)).done(approve.href, approve.defaults);
    }
  }
  throw new Error('the draft did not come to its signer');
}

/** Asking about a draft, sending it on its way, signing it. */
async function ofReviewing(world: World): Promise<Standing[]> {
  const { app, cast } = world;
  const asking = await walkToWritten(app, cast, plan('136806'));
  const sending = await walkToWritten(app, cast, plan('136807'));
  const signing = await walkToWritten(app, cast, plan('136808'));
  const last = await toLastStep(world, signing.id, signing.draftId);
  return [
    standing('draft.askConfirmation', 'drafter', asking.draftId, { note: '请核对。' }),
    standing('draft.submit', 'drafter', sending.draftId),
    standing('reviewStep.approve', 'head', last.targetId, last.defaults),
  ];
}

/** Sending letters out, and taking one back. */
async function ofLetters(world: World): Promise<Standing[]> {
  const { app, cast } = world;
  const letters: string[] = [];
  for (const number of ['136809', '136810']) {
    const { id, draftId } = await walkToSigned(app, cast, plan(number));
    await (await cast.as('clerk')).done(`/api/drafts/${draftId}/issue`, { date: '2026-03-09' });
    letters.push((await world.seen('clerk', id)).letters[0]?.id ?? '');
  }
  const [out = '', back = ''] = letters;
  // No worker runs here that would make the files and, meanwhile, change the database.
  await app.house.dataSource.query(`UPDATE letter_file SET state = 'ready'`);
  await (await cast.as('clerk')).done(`/api/letters/${back}/ask-withdrawal`, { reason: '数据有误。' });
  return [
    standing('letter.deliver', 'clerk', out),
    standing('letter.withdraw', 'head', back, { decision: '同意撤回重发。' }),
  ];
}

/** A list that has been checked and waits to be confirmed. */
async function ofImports({ app: { house }, cast }: World): Promise<Standing[]> {
  const coordinator = await cast.as('coordinator');
  const lines = ['136901', '136902', '136903'].map((number) => line(number));
  const { id: fileId } = await coordinator.upload(
    '清单.xlsx',
    Buffer.from(xlsx([{ rows: [HEADER, ...lines] }])),
  );
  const { id } = await coordinator.done('/api/imports', { fileId, kind: 'plenary', term: 13, meeting: 6 });
  await workImport(importServices(house), { batchId: id });
  return [standing('import.confirm', 'coordinator', id, { mode: 'good' })];
}

/** One of each command that writes many rows, each on a case of its own. */
export async function standingCommands(world: World): Promise<Standing[]> {
  return [
    ...(await ofHandling(world)),
    ...(await ofReviewing(world)),
    ...(await ofLetters(world)),
    ...(await ofImports(world)),
  ];
}

/** Presses the button inside this process. */
export async function press(
  { app: { house } }: World,
  { name, account, targetId, input }: Standing,
): Promise<void> {
  const em = house.dataSource.manager;
  const { id } = await em.findOneByOrFail(Person, { account });
  const actor = await actorOf(em, id, house.clock.today());
  await house.door.run(actor, name, targetId, input);
}
