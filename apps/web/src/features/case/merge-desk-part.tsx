import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { mergeDeskQuery } from '../../shared/api/queries';
import type { CaseFile, Draft, MergeDesk } from '../../shared/api/types';
import { chineseNumber } from '../../shared/format';
import { Tag } from '../../shared/ui/tag';
import { actionKey } from './action-key';
import { Fate } from './fate';

type Cell = MergeDesk['cells'][number];

/** 汇总台: each suggestion against each unit that was asked, and the figures that do not agree. */
export function MergeDeskPart({ file, draft }: { file: CaseFile; draft: Draft }) {
  const { data } = useQuery(mergeDeskQuery(draft.id));
  if (!data || data.units.length === 0) return null;
  return (
    <section className="part" aria-label="会办意见汇总">
      <h3>会办意见汇总</h3>
      {data.figures.length > 0 && <Figures figures={data.figures} />}
      <div className="scroll-x wide-table" tabIndex={0} role="region" aria-label="建议与单位对照表">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">建议</th>
              {data.units.map(({ assignmentId, unit }) => (
                <th key={assignmentId} scope="col">
                  {unit}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.suggestions.map(({ id, ordinal, title }) => (
              <tr key={id}>
                <th scope="row">
                  {chineseNumber(ordinal)}、{title}
                </th>
                {data.units.map(({ assignmentId }) => (
                  <td key={assignmentId}>
                    <CellView
                      file={file}
                      draft={draft}
                      cell={data.cells.find(
                        (each) => each.suggestionId === id && each.assignmentId === assignmentId,
                      )}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function CellView({ file, draft, cell }: { file: CaseFile; draft: Draft; cell: Cell | undefined }) {
  if (!cell) return null;
  const { opinionItemId, positionLabel } = cell;
  const reject = file.nextActions.find(
    (action) =>
      action.command === 'draft.rejectItem' &&
      action.targetId === draft.id &&
      action.choices.opinionItems?.some(({ value }) => value === opinionItemId),
  );
  return (
    <>
      {positionLabel && <Tag>{positionLabel}</Tag>} <Fate fate={cell} />
      {reject && opinionItemId && (
        <Link
          to="."
          search={(now) => ({ ...now, do: actionKey(reject), with: { opinionItemId } })}
          className="as-button"
          resetScroll={false}
        >
          不采用
        </Link>
      )}
    </>
  );
}

function Figures({ figures }: { figures: MergeDesk['figures'] }) {
  return (
    <div className="question" role="note">
      <b>数字对不上，请核实后再写入答复稿</b>
      <ul>
        {figures.map(({ name, values }) => (
          <li key={name}>
            {name}：{values.map(({ unit, value }) => `${unit}说 ${value}`).join('，')}
          </li>
        ))}
      </ul>
    </div>
  );
}
