import { Link } from '@tanstack/react-router';
import type { CaseTab } from '../../app/search';
import type { SearchFind } from '../../shared/api/types';
import { showDay } from '../../shared/format';
import { Tag } from '../../shared/ui/tag';

const tabOf: Partial<Record<SearchFind['kind'], CaseTab>> = {
  proposal: 'text',
  opinion: 'opinions',
  draft: 'draft',
  letter: 'letters',
};

/** A text with the places of the words marked: by an element, not by colour alone. */
const Pieces = ({ pieces }: { pieces: SearchFind['excerpt'] }) =>
  pieces.map(({ text, hit }, i) => (hit ? <mark key={i}>{text}</mark> : <span key={i}>{text}</span>));

/** One find: where it stands, and what stands around it. */
export function FindPart({ find }: { find: SearchFind }) {
  const { kind, kindLabel, sourceId, proposalId, number, unit, stageLabel, day, title, excerpt } = find;
  return (
    <li>
      <p>
        <Tag tint="blue">{kindLabel}</Tag>{' '}
        {proposalId === null ? (
          <Link
            {...(kind === 'earlier'
              ? { to: '/earlier-letters', search: { letter: sourceId } }
              : { to: '/policies', search: { doc: sourceId } })}
          >
            <Pieces pieces={title} />
          </Link>
        ) : (
          <Link to="/proposals/$id" params={{ id: proposalId }} search={{ tab: tabOf[kind] }}>
            <Pieces pieces={title} />
          </Link>
        )}
      </p>
      <p>
        <Pieces pieces={excerpt} />
      </p>
      <p className="quiet">
        {[number && `第${number}号`, unit, stageLabel, showDay(day)].filter(Boolean).join(' · ')}
      </p>
    </li>
  );
}
