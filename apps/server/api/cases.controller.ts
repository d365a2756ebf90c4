import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import {
  buildCaseFile,
  type CaseFile,
  composeDraft,
  describeActions,
  Draft,
  listProposals,
  listTodo,
  loadMaterial,
  loadSnapshot,
  overseesAll,
  Proposal,
  Assignment,
  type WorklistContext,
} from '@fuhan/casework';
import { queries, todoQuery } from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import { loadDuties } from '@fuhan/identity';
import { type LetterModel, renderHtml } from '@fuhan/letter-engine';
import { type Actor, maySee, nextActions, stageOf, stages } from '@fuhan/rules';
import { StreamableFile } from '@nestjs/common';
import { House } from '../house';
import { Me } from './auth';
import { idOf, parse } from './parse';

@Controller('api')
export class CasesController {
  constructor(private readonly house: House) {}

  private async worklist(actor: Actor): Promise<WorklistContext> {
    const { dataSource, calendar, clock, profiles } = this.house;
    const em = dataSource.manager;
    return { em, actor, calendar, today: clock.today(), profile: await profiles.current(em) };
  }

  @Get(queries.todo.path)
  async todo(@Me() actor: Actor, @Query() raw: unknown): Promise<object> {
    const { box } = parse(todoQuery, raw);
    return listTodo(await this.worklist(actor), box);
  }

  @Get(queries.proposals.path)
  async proposals(@Me() actor: Actor, @Query() raw: unknown): Promise<object> {
    return listProposals(await this.worklist(actor), parse(queries.proposals.query, raw));
  }

  @Get('proposals/:id')
  async case(@Me() actor: Actor, @Param('id') raw: string): Promise<CaseFile> {
    const { dataSource, calendar, clock, links, profiles } = this.house;
    const em = dataSource.manager;
    const id = idOf(raw);
    const snapshot = await loadSnapshot(em, id);
    if (!snapshot || !maySee(snapshot, actor)) throw new FuhanError('request.not-found');
    const material = await loadMaterial(em, id);
    const profile = await profiles.version(em, material.proposal.profileVersion);
    const today = clock.today();
    const { unitId } = actor;
    const stage = stageOf(snapshot);
    const file = buildCaseFile({
      material,
      profile,
      calendar,
      today,
      unitId,
      overseesAll: overseesAll(actor),
      links,
    });
    const dutiesOf = await loadDuties(em);
    const actions = describeActions(
      { material, profile, dutiesOf, unitId, today },
      nextActions(snapshot, actor),
    );
    return { ...file, stage, stageLabel: stages[stage], nextActions: actions };
  }

  /** The letter as it stands, for who works on it. */
  private async draftModel(actor: Actor, rawId: string): Promise<LetterModel> {
    const em = this.house.dataSource.manager;
    const draft = await em.findOneBy(Draft, { id: idOf(rawId) });
    const assignment = draft && (await em.findOneByOrFail(Assignment, { id: draft.assignmentId }));
    if (!draft || !(overseesAll(actor) || assignment?.unitId === actor.unitId))
      throw new FuhanError('request.not-found');
    const { profileVersion } = await em.findOneByOrFail(Proposal, { id: draft.proposalId });
    const profile = await this.house.profiles.version(em, profileVersion);
    return composeDraft({ em, profile }, draft.id, { documentNumber: null, date: null });
  }

  @Get('drafts/:id/preview.html')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async previewHtml(@Me() actor: Actor, @Param('id') id: string): Promise<string> {
    return renderHtml(await this.draftModel(actor, id));
  }

  @Get('drafts/:id/preview.pdf')
  @Header('Content-Type', 'application/pdf')
  @Header('Cache-Control', 'no-store')
  async previewPdf(@Me() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    const { pdf } = await this.house.printer.render(await this.draftModel(actor, id));
    return new StreamableFile(pdf);
  }
}
