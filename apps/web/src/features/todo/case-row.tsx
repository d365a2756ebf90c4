import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Tag } from '../../shared/ui/tag';
import type { ProposalsAnswer, TodoItem } from '../../shared/api/types';
import { showNames, showShortInstant } from '../../shared/format';
import { Light } from '../../shared/ui/light';
import { rowPage } from '../case/step-page';
import { Star } from './star';

type Row = ProposalsAnswer['items'][number] &
  Partial<
    Pick<
      TodoItem,
      'waitingFor' | 'blockedBy' | 'waitingCommand' | 'waitingTargetId' | 'waitingOpinionId' | 'lastStep'
    >
  >;

interface Props {
  readonly row: Row;
  readonly selected?: boolean;
  /** What chooses it, in a list of which several can be chosen. */
  readonly box?: ReactNode;
  readonly onSelect?: () => void;
}

/** How many co-handlers have given their opinion. */
function Opinions({ done, total }: { done: number; total: number }) {
  if (total === 0) return <span className="quiet">无会办</span>;
  return (
    <>
      <span className="sr-only">会办意见</span>
      <span>
        {done}/{total}
      </span>
      <progress value={done} max={total} aria-hidden="true" />
    </>
  );
}

/** One case in a list: its light, what it is, where it stands. */
export function CaseRow({ row, selected = false, box, onSelect }: Props) {
  return (
    <li className={selected ? 'row row-selected' : 'row'} data-id={row.proposalId} onClick={onSelect}>
      {box && <div className="row-choose">{box}</div>}
      <div className="row-light">
        <Light light={row.light} />
        {row.dueOn && <span className="quiet">{row.dueOn.slice(5)} 前</span>}
      </div>
      <div className="row-what">
        <Link
          {...rowPage(row)}
          className="row-title"
          aria-current={selected ? 'true' : undefined}
          onFocus={onSelect}
        >
          {row.title}
        </Link>{' '}
        {row.keyProposal && <Tag tint="red">重点</Tag>}
        <Star id={row.proposalId} title={row.title} starred={row.starred} />
        <div className="quiet">
          第 {row.number} 号{row.merges.length > 0 && `（并第 ${row.merges.join('、')} 号）`} ·{' '}
          {showNames(row.proposers)} · {row.role}
          {row.mergedInto && (
            <>
              {' · '}
              <Link to="/proposals/$id" params={{ id: row.mergedInto.proposalId }}>
                并入第 {row.mergedInto.number} 号
              </Link>
            </>
          )}
        </div>
        {row.waitingFor && (
          <div className="row-waits">
            {row.blockedBy ? `${row.waitingFor}（${row.blockedBy}）` : `等您：${row.waitingFor}`}
          </div>
        )}
      </div>
      <div className="row-stage">
        <Tag>{row.stageLabel}</Tag>
      </div>
      <div className="row-opinions">
        <Opinions done={row.opinionsDone} total={row.opinionsTotal} />
      </div>
      <div className="row-from">
        {row.lastStep && (
          <>
            <span>
              {row.lastStep.actor} {row.lastStep.words}
            </span>
            <span className="quiet">{showShortInstant(row.lastStep.at)}</span>
          </>
        )}
      </div>
    </li>
  );
}

/** What the columns are; the rows read well without it, so it is for the eye alone. */
export const RowHead = ({ from = true, choose = false }: { from?: boolean; choose?: boolean }) => (
  <div className="row row-head" aria-hidden="true">
    {choose && <span />}
    <span>时限</span>
    <span>提案</span>
    <span>环节</span>
    <span>会办</span>
    <span>{from ? '来自' : ''}</span>
  </div>
);
