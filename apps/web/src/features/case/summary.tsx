import { useState } from 'react';
import { Tag } from '../../shared/ui/tag';
import type { CaseFile, Clock } from '../../shared/api/types';
import { showDay, showNames } from '../../shared/format';
import { ClockLight } from '../../shared/ui/light';
import { Star } from '../todo/star';
import { ClosingLine } from './closing-line';
import { MergingLine } from './merging-part';
import { ClockDrawer } from './clock-drawer';

/** Promises run for years and are many: at one look the one that is due next, the others in their part. */
function inSummary(clocks: readonly Clock[]): Clock[] {
  const [next] = clocks
    .filter(({ clock, state }) => clock === 'commitment' && state === 'running')
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return clocks.filter((each) => each.clock !== 'commitment' || each === next);
}

/** What the case is, at one look. */
export function Summary({ file }: { file: CaseFile }) {
  const { proposal } = file;
  const [opened, setOpened] = useState<Clock | null>(null);
  return (
    <header className="card pad summary">
      <p className="quiet">
        第 {proposal.number} 号 · {proposal.session} · {proposal.kindLabel}
      </p>
      <h1>
        {proposal.title} {proposal.keyProposal && <Tag tint="red">重点</Tag>}
        <Star id={proposal.id} title={proposal.title} starred={file.starred} />
      </h1>
      {proposal.supervisor && <p>督办领导：{proposal.supervisor}</p>}
      {proposal.withdrawn && (
        <p>
          提案者已于{showDay(proposal.withdrawn.on)}来函撤案：{proposal.withdrawn.reason}
        </p>
      )}
      <MergingLine proposal={proposal} />
      <p>
        提案者：
        {showNames(
          file.proposers.map((each) => each.name),
          6,
        )}{' '}
        <Tag>{file.stageLabel}</Tag>
      </p>
      <ClosingLine file={file} />
      <div className="clocks">
        {inSummary(file.clocks).map((clock) => (
          <ClockLight key={clock.id} clock={clock} onExplain={() => setOpened(clock)} />
        ))}
      </div>
      <ClockDrawer clock={opened} onClose={() => setOpened(null)} />
    </header>
  );
}
