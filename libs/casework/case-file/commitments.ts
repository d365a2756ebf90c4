import { marks, progressKinds, promiseOrigins } from '@fuhan/contracts';
import { lightOf, promisesOpen, stateLabel, writesReply } from '@fuhan/rules';
import type { Commitment } from '../case/entities';
import { seesWhole } from './concerns';
import { type CaseFile, type CaseFileContext, iso, isoOrNull, names, unitIdOf } from './context';

type Answer = CaseFile['commitments'][number];

const progressOf = (ctx: CaseFileContext, { id }: Commitment): Answer['progress'] =>
  ctx.material.progress
    .filter(({ commitmentId }) => commitmentId === id)
    .map((each) => ({
      ...{ id: each.id, kind: each.kind, kindLabel: progressKinds[each.kind], on: each.happenedOn },
      ...{ text: each.text, percent: each.percent, dueFrom: each.dueFrom, dueTo: each.dueTo },
      file: each.fileId ? { href: `/api/files/${each.fileId}` } : null,
      ...{ recordedBy: names(ctx).person(each.recordedBy) ?? '', recordedAt: iso(each.recordedAt) },
    }));

const proposerOf = ({ material }: CaseFileContext, proposerId: string): string =>
  material.proposers.find(({ id }) => id === proposerId)?.name ?? '';

const ratingsOf = (ctx: CaseFileContext, { id }: Commitment): Answer['ratings'] =>
  ctx.material.promiseRatings
    .filter(({ commitmentId }) => commitmentId === id)
    .map(({ proposerId, rating, remark, ratedAt }) => ({
      ...{ proposer: proposerOf(ctx, proposerId), rating, ratingLabel: marks[rating] },
      ...{ remark, ratedAt: iso(ratedAt) },
    }));

/** The coordinator alone sees the links: by them the proposer rates what the units did. */
const linksOf = (ctx: CaseFileContext, { letterId, state }: Commitment): Answer['links'] =>
  state === 'answered' && ctx.actor.duties.includes('coordinator')
    ? ctx.material.proposers.flatMap(({ id: proposerId, name }) =>
        ctx.material.promiseLinks
          .filter((link) => link.letterId === letterId && link.proposerId === proposerId)
          .map(({ id, expiresOn }) => ({
            ...{ proposer: name, address: ctx.links.promisesAddressOf(id), expiresOn },
          })),
      )
    : [];

function commitment(ctx: CaseFileContext, each: Commitment): Answer {
  const { person, unit } = names(ctx);
  const { id, assignmentId, state, origin, text, quote, dueWords, dueOn, madeOn } = each;
  const open = state === 'confirmed';
  return {
    ...{ id, assignmentId, state, stateLabel: stateLabel('commitment', state) },
    documentNumber: ctx.material.letters.find((one) => one.id === each.letterId)?.documentNumber ?? '',
    suggestion: ctx.material.suggestions.find((one) => one.id === each.suggestionId)?.title ?? null,
    ...{ origin, originLabel: promiseOrigins[origin], text, quote, dueWords, dueOn, madeOn },
    light: lightOf(ctx.today, open ? dueOn : null, ctx.calendar, ctx.profile.lights),
    ...{ ownerUnit: unit(each.ownerUnitId), owner: person(each.ownerId) ?? each.ownerName },
    ...{ confirmedAt: isoOrNull(each.confirmedAt), confirmedBy: person(each.confirmedBy) },
    ...{ outcome: each.outcome, settledOn: each.settledOn, settledWords: each.settledWords },
    ...{ answer: each.answer, answeredAt: isoOrNull(each.answeredAt), answeredBy: person(each.answeredBy) },
    ...{ progress: progressOf(ctx, each), ratings: ratingsOf(ctx, each), links: linksOf(ctx, each) },
  };
}

/** The promises of the case: all for who answers and who oversees; for another unit those it has to keep. */
export const commitments = (ctx: CaseFileContext): CaseFile['commitments'] =>
  ctx.material.commitments
    .filter(({ ownerUnitId, state }) => {
      const counts = state !== 'proposed' && state !== 'struck';
      return seesWhole(ctx) || (ownerUnitId === ctx.unitId && counts);
    })
    .map((each) => commitment(ctx, each));

/** What keeps the promises of a letter from counting as registered, for who answers and who oversees. */
export const openPromises = (ctx: CaseFileContext): CaseFile['promisesOpen'] =>
  ctx.material.assignments
    .filter(({ role, unitId }) => writesReply(role) && (ctx.overseesAll || unitId === ctx.unitId))
    .flatMap(({ id }) => {
      const reason = promisesOpen(ctx.snapshot, id);
      return reason === null ? [] : [{ assignmentId: id, unit: names(ctx).unit(unitIdOf(ctx, id)), reason }];
    });
