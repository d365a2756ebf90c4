import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { type CaseSearch, type CaseTab, caseTabs } from '../app/search';
import { CaseNews } from '../features/live/case-news';
import { ClocksPart } from '../features/case/clocks-part';
import { CommitmentsPart } from '../features/case/commitments-part';
import { ContactsPart } from '../features/case/contacts-part';
import { DraftPart } from '../features/case/draft-part';
import { HistoryPart } from '../features/case/history-part';
import { LettersPart } from '../features/case/letters-part';
import { NextSteps } from '../features/case/next-steps';
import { OpinionsPart } from '../features/case/opinions-part';
import { RatingsPart } from '../features/case/ratings-part';
import { Summary } from '../features/case/summary';
import { TextPart } from '../features/case/text-part';
import { UnitsPart } from '../features/case/units-part';
import { useCaseKeys } from '../features/case/use-case-keys';
import { caseQuery } from '../shared/api/queries';
import type { CaseFile } from '../shared/api/types';
import { Answer, usePageTitle } from '../shared/ui/states';

const route = getRouteApi('/shell/proposals/$id');

/** The part that matters most at a stage is the one that opens. */
function firstTab(file: CaseFile): CaseTab {
  if (file.letters.length > 0) return 'letters';
  const given = file.opinions.some((opinion) => opinion.versions.length > 0);
  if (file.stage === 'opinions') return given ? 'opinions' : 'text';
  if (file.drafts.length > 0) return 'draft';
  return 'text';
}

/** The case file: what it is, my next step, and all its parts. */
export function CasePage() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const query = useQuery(caseQuery(id));
  usePageTitle(query.data?.proposal.title);
  return (
    <>
      <CaseNews id={id} follow={search.do === undefined} />
      <Answer query={query}>{(file) => <CaseView file={file} search={search} />}</Answer>
    </>
  );
}

const parts: Readonly<
  Record<CaseTab, { readonly words: string; readonly Part: ComponentType<{ file: CaseFile }> }>
> = {
  text: { words: '原文与建议', Part: TextPart },
  units: { words: '承办单位', Part: UnitsPart },
  opinions: { words: '会办意见', Part: OpinionsPart },
  draft: { words: '答复稿', Part: DraftPart },
  letters: { words: '答复函', Part: LettersPart },
  ratings: { words: '反馈', Part: RatingsPart },
  promises: { words: '承诺', Part: CommitmentsPart },
  contacts: { words: '沟通', Part: ContactsPart },
  clocks: { words: '时限', Part: ClocksPart },
  history: { words: '经过', Part: HistoryPart },
};

function CaseView({ file, search }: { file: CaseFile; search: CaseSearch }) {
  const open = search.tab ?? firstTab(file);
  const { Part, words } = parts[open];
  useCaseKeys(file, open);
  const answered = file.opinions.filter((opinion) => opinion.versions.length > 0).length;
  const count = file.opinions.length > 0 ? ` ${answered}/${file.opinions.length}` : '';
  return (
    <div className="case">
      <Summary file={file} />
      <div className="case-next">
        <NextSteps file={file} asked={search.do} given={search.with} />
      </div>
      <div className="card case-parts">
        <nav className="tabs" aria-label="案卷的各部分">
          {caseTabs.map((tab) => (
            <Link
              key={tab}
              to="."
              search={(now) => ({ ...now, tab })}
              resetScroll={false}
              className="tab"
              aria-current={tab === open ? 'page' : undefined}
            >
              {parts[tab].words}
              {tab === 'opinions' && count}
            </Link>
          ))}
        </nav>
        <section aria-label={words}>
          <Part file={file} />
        </section>
      </div>
    </div>
  );
}
