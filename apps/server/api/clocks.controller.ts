import { Controller, Get, Param } from '@nestjs/common';
import { type ClockExplanation, explainClock, loadSnapshot } from '@fuhan/casework';
import { type Deadline, explainedDeadline } from '@fuhan/clocks';
import { FuhanError } from '@fuhan/kernel';
import { loadDirectory } from '@fuhan/identity';
import { type Actor, type CaseSnapshot, isLive, maySee, overseesCase, writesReply } from '@fuhan/rules';
import { House } from '../house';
import { Me } from './auth';
import { idOf } from './parse';

/** A unit is shown its own clocks; who answers the proposer and who oversees, all of the case. */
const concerns = (snapshot: CaseSnapshot, actor: Actor, { unitId }: Deadline): boolean =>
  overseesCase(snapshot, actor) ||
  unitId === actor.unitId ||
  snapshot.assignments.some((each) => each.unitId === actor.unitId && writesReply(each.role) && isLive(each));

@Controller('api')
export class ClocksController {
  constructor(private readonly house: House) {}

  /** How a due day was found, for who may see its case. */
  @Get('clocks/:id')
  async clock(@Me() actor: Actor, @Param('id') raw: string): Promise<ClockExplanation> {
    const { dataSource, workingDays, clock, profiles } = this.house;
    const em = dataSource.manager;
    const today = clock.today();
    const deadline = await explainedDeadline(em, idOf(raw));
    const snapshot = deadline && (await loadSnapshot(em, deadline.proposalId, today));
    if (!deadline || !snapshot || !maySee(snapshot, actor) || !concerns(snapshot, actor, deadline))
      throw new FuhanError('request.not-found');
    const profile = await profiles.version(em, deadline.profileVersion);
    const { units } = await loadDirectory(em);
    const calendar = await workingDays.current(em);
    return explainClock({ profile, calendar, today }, deadline, {
      proposal: snapshot.proposal,
      unit: units.get(deadline.unitId)?.shortName ?? '',
    });
  }
}
