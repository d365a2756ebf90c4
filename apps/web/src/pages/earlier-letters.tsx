import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { HandInPart } from '../features/earlier/hand-in-part';
import { LetterPart } from '../features/earlier/letter-part';
import { RunPart } from '../features/earlier/run-part';
import { letterImportsQuery } from '../shared/api/earlier-queries';
import type { LetterImportBrief } from '../shared/api/types';
import { showInstant } from '../shared/format';
import { ExportButton } from '../shared/ui/list-buttons';
import { Answer, Nothing, usePageTitle } from '../shared/ui/states';
import { Tag } from '../shared/ui/tag';

const route = getRouteApi('/shell/earlier-letters');

/** 往年答复函: how they come in, what came of it, and each of them to be read. */
export function EarlierLettersPage() {
  usePageTitle('往年答复函');
  const { run, letter } = route.useSearch();
  if (letter) return <LetterPart key={letter} id={letter} />;
  return run ? <RunPart key={run} id={run} /> : <AllRuns />;
}

function AllRuns() {
  const query = useQuery(letterImportsQuery);
  return (
    <Answer query={query}>
      {({ runs, actions }) => (
        <>
          <div className="page-head">
            <h1>往年答复函</h1>
            <Link to="/search" search={{ kind: 'earlier' }} className="as-button">
              去检索
            </Link>
          </div>
          {actions.map(({ command, href }) => (
            <HandInPart key={command} href={href} />
          ))}
          <section className="card pad settings" aria-label="导入过的">
            <h2 className="between">
              导入过的
              {runs.length > 0 && (
                <ExportButton small list="/letter-imports.xlsx" name="往年答复函导入记录" />
              )}
            </h2>
            {runs.length === 0 ? (
              <Nothing words="还没有导入过。导入往年的答复函后，拟稿时可以引用，交办时会按往年的办理情况推荐单位。" />
            ) : (
              <ul className="lines">
                {runs.map((run) => (
                  <Brief key={run.id} run={run} />
                ))}
              </ul>
            )}
          </section>
        </>
      )}
    </Answer>
  );
}

const Brief = ({ run }: { run: LetterImportBrief }) => (
  <li>
    <p>
      <Link to="/earlier-letters" search={{ run: run.id }}>
        {run.name}
      </Link>{' '}
      <Tag tint={run.state === 'imported' ? 'green' : 'plain'}>{run.stateLabel}</Tag>
    </p>
    <p className="quiet">
      {run.createdBy}，{showInstant(run.createdAt)}，{run.total} 个文件
    </p>
  </li>
);
