import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import {
  DraftSection,
  earlierReplies,
  indexMarked,
  search,
  similarProposals,
  Suggestion,
} from '@fuhan/casework';
import { earlierQuery, queries, searchQuery, similarQuery } from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import { type Actor, actions, mayBegin, whoMay } from '@fuhan/rules';
import { House } from '../house';
import { Me } from './auth';
import { parse } from './parse';
import { readableDraft } from './readable-draft';

/** 全文检索, within what the reader may read. */
@Controller('api')
export class SearchController {
  constructor(private readonly house: House) {}

  @Get(queries.search.path)
  @Header('Cache-Control', 'no-store')
  async search(@Me() actor: Actor, @Query() raw: unknown): Promise<object> {
    const asked = parse(searchQuery, raw);
    // What was done a moment ago is found, though no worker has come by yet.
    await indexMarked(this.house.dataSource);
    return search(this.house.dataSource.manager, actor, asked, this.house.clock.today());
  }

  /** For who writes a section: how a like suggestion was answered before. */
  @Get('drafts/:id/earlier')
  @Header('Cache-Control', 'no-store')
  async earlier(@Me() actor: Actor, @Param('id') rawId: string, @Query() raw: unknown): Promise<object[]> {
    const { section: id } = parse(earlierQuery, raw);
    const em = this.house.dataSource.manager;
    const draft = await readableDraft(this.house, actor, rawId);
    const section = await em.findOneBy(DraftSection, { id, draftId: draft.id });
    if (!section) throw new FuhanError('request.not-found');
    const { suggestionId } = section;
    const suggestion = suggestionId === null ? null : await em.findOneBy(Suggestion, { id: suggestionId });
    const words = suggestion ? `${suggestion.title}。${suggestion.body}` : (section.heading ?? '');
    return earlierReplies(em, actor, draft.proposalId, words, this.house.clock.today());
  }

  /** For who registers: whether something like it came before. */
  @Get(queries.similarProposals.path)
  @Header('Cache-Control', 'no-store')
  async similar(@Me() actor: Actor, @Query() raw: unknown): Promise<object[]> {
    if (!mayBegin(actor, 'proposal.register'))
      throw new FuhanError('permission.denied', {
        action: actions['proposal.register'].label,
        who: whoMay('proposal.register'),
      });
    return similarProposals(this.house.dataSource.manager, parse(similarQuery, raw).title);
  }
}
