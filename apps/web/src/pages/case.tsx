import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Tabs } from 'antd';
import type { CaseSearch, CaseTab } from '../app/search';
import { ClocksPart } from '../features/case/clocks-part';
import { DraftPart } from '../features/case/draft-part';
import { HistoryPart } from '../features/case/history-part';
import { LettersPart } from '../features/case/letters-part';
import { NextSteps } from '../features/case/next-steps';
import { OpinionsPart } from '../features/case/opinions-part';
import { Summary } from '../features/case/summary';
import { TextPart } from '../features/case/text-part';
import { UnitsPart } from '../features/case/units-part';
import { caseQuery } from '../shared/api/queries';
import type { CaseFile } from '../shared/api/types';
import { Answer, usePageTitle } from '../shared/ui/states';

const route = getRouteApi('/shell/proposals/$id');

/** The part that matters most at a stage is the one that opens. */
function firstTab(file: CaseFile): CaseTab {
  if (file.letters.length > 0) return 'letters';
  if (file.stage === 'opinions') return 'opinions';
  if (file.drafts.length > 0) return 'draft';
  return 'text';
}

/** The case file: what it is, my next step, and all its parts. */
export function CasePage() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const query = useQuery({ ...caseQuery(id), refetchInterval: 30_000 });
  usePageTitle(query.data?.proposal.title);
  return <Answer query={query}>{(file) => <CaseView file={file} search={search} />}</Answer>;
}

function CaseView({ file, search }: { file: CaseFile; search: CaseSearch }) {
  const navigate = route.useNavigate();
  const answered = file.opinions.filter((opinion) => opinion.versions.length > 0).length;
  const parts: readonly (readonly [CaseTab, string, React.ReactNode])[] = [
    ['text', '原文与建议', <TextPart file={file} />],
    ['units', '承办单位', <UnitsPart file={file} />],
    [
      'opinions',
      file.opinions.length > 0 ? `会办意见 ${answered}/${file.opinions.length}` : '会办意见',
      <OpinionsPart file={file} />,
    ],
    ['draft', '答复稿', <DraftPart file={file} />],
    ['letters', '答复函', <LettersPart file={file} />],
    ['clocks', '时限', <ClocksPart file={file} />],
    ['history', '经过', <HistoryPart file={file} />],
  ];
  return (
    <div className="case">
      <Summary file={file} />
      <div className="case-next">
        <NextSteps file={file} asked={search.do} given={search.with} />
      </div>
      <div className="card case-parts">
        <Tabs
          activeKey={search.tab ?? firstTab(file)}
          onChange={(tab) =>
            void navigate({ search: (now) => ({ ...now, tab: tab as CaseTab }), resetScroll: false })
          }
          items={parts.map(([key, label, children]) => ({ key, label, children }))}
        />
      </div>
    </div>
  );
}
