import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  buildCaseFile,
  type CaseFile,
  composeDraft,
  describeActions,
  Draft,
  lettersOf,
  draftFindings,
  isOverruled,
  isStarred,
  listTodo,
  loadMaterial,
  loadSnapshot,
  mergeableFor,
  reviewForReader,
  setStar,
  signersOverrules,
  unitAdviceFor,
} from '@fuhan/casework';
import { queries, todoQuery } from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import { loadDuties } from '@fuhan/identity';
import { checkNamed, type LetterModel, renderHtml, told } from '@fuhan/letter-engine';
import {
  type Actor,
  isFormerHandler,
  maySee,
  nextActions,
  overseesCase,
  stageOf,
  stages,
} from '@fuhan/rules';
import { StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { House } from '../house';
import { Me } from './auth';
import { idOf, parse } from './parse';
import { readableDraft } from './readable-draft';
import { worklistOf } from './worklist';

@Controller('api')
export class CasesController {
  constructor(private readonly house: House) {}

  @Get(queries.todo.path)
  async todo(@Me() actor: Actor, @Query() raw: unknown): Promise<object> {
    const { box } = parse(todoQuery, raw);
    return listTodo(await worklistOf(this.house, actor), box);
  }

  @Post('proposals/:id/star')
  @HttpCode(queries.star.status)
  async star(@Me() actor: Actor, @Param('id') raw: string, @Body() body: unknown): Promise<void> {
    const { dataSource, clock } = this.house;
    const { on } = parse(queries.star.body, body);
    const id = idOf(raw);
    const snapshot = await loadSnapshot(dataSource.manager, id, clock.today());
    if (!snapshot || !maySee(snapshot, actor)) throw new FuhanError('request.not-found');
    await setStar(dataSource.manager, actor, id, on);
  }

  @Get('proposals/:id')
  @Header('Cache-Control', 'no-store')
  async case(
    @Me() actor: Actor,
    @Param('id') raw: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseFile> {
    const { dataSource, workingDays, clock, links, profiles } = this.house;
    const em = dataSource.manager;
    const id = idOf(raw);
    const snapshot = await loadSnapshot(em, id, clock.today());
    if (!snapshot || !maySee(snapshot, actor)) throw new FuhanError('request.not-found');
    const material = await loadMaterial(em, id);
    const profile = await profiles.version(em, material.proposal.profileVersion);
    const today = clock.today();
    const { unitId } = actor;
    const stage = stageOf(snapshot);
    const calendar = await workingDays.current(em);
    const file = buildCaseFile({
      ...{ material, snapshot, actor, profile, calendar, today, unitId, links },
      overseesAll: overseesCase(snapshot, actor),
      isFormer: isFormerHandler(snapshot, actor) && !overseesCase(snapshot, actor),
    });
    const next = nextActions(snapshot, actor);
    const forms = {
      ...{ material, profile, calendar, unitId, today, personId: actor.personId },
      dutiesOf: await loadDuties(em),
      ...(await reviewForReader(em, profile, actor, next)),
      mergeable: await mergeableFor(em, next, id),
      unitAdvice: await unitAdviceFor(em, next, id),
    };
    const actions = describeActions(forms, next);
    response.setHeader('ETag', `"${file.proposal.version}"`);
    const starred = await isStarred(em, actor, id);
    return { ...file, stage, stageLabel: stages[stage], starred, nextActions: actions };
  }

  /** The letter as it stands: the case's own, or the one that answers a merged proposal. */
  private async draftModel(actor: Actor, rawId: string, raw: unknown): Promise<LetterModel> {
    const { answers } = parse(queries.draftPreview.query, raw);
    const { id, profile } = await readableDraft(this.house, actor, rawId);
    const ctx = { em: this.house.dataSource.manager, profile };
    const issue = { documentNumber: null, date: null };
    if (answers === undefined) return composeDraft(ctx, id, issue);
    const draft = await ctx.em.findOneByOrFail(Draft, { id });
    const letter = (await lettersOf(ctx, draft)).find(([first]) => first.id === answers);
    if (!letter) throw new FuhanError('request.not-found');
    return composeDraft(ctx, id, issue, letter);
  }

  @Get('drafts/:id/findings')
  async findings(@Me() actor: Actor, @Param('id') rawId: string): Promise<object> {
    const em = this.house.dataSource.manager;
    const { id, profile } = await readableDraft(this.house, actor, rawId);
    const overrules = await signersOverrules(em, id);
    const findings = await draftFindings({ em, profile }, id);
    return {
      findings: findings.map((finding) => ({
        ...finding,
        message: told(finding),
        check: checkNamed(finding.id)?.name ?? finding.id,
        rule: checkNamed(finding.id)?.rule ?? '',
        overruled: isOverruled(finding, overrules),
      })),
    };
  }

  @Get('drafts/:id/preview.html')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async previewHtml(@Me() actor: Actor, @Param('id') id: string, @Query() query: unknown): Promise<string> {
    return renderHtml(await this.draftModel(actor, id, query));
  }

  @Get('drafts/:id/preview.pdf')
  @Header('Content-Type', 'application/pdf')
  @Header('Cache-Control', 'no-store')
  async previewPdf(
    @Me() actor: Actor,
    @Param('id') id: string,
    @Query() query: unknown,
  ): Promise<StreamableFile> {
    const { pdf } = await this.house.printer.render(await this.draftModel(actor, id, query));
    return new StreamableFile(pdf);
  }
}
