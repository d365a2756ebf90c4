import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReviewSearch, type ReviewView, reviewViews } from '../../app/search';
import { writtenQuery } from '../../shared/api/review-queries';
import { LetterFrame } from '../../shared/ui/letter-frame';
import { PdfPages } from '../../shared/ui/pdf-pages';
import { Answer, Nothing } from '../../shared/ui/states';
import { WrittenLetter } from '../letters/written-letter';
import { type Comparison, comparisonsOf, type Review } from './review';
import { sidesOf } from './sides';
import { useChanges } from './use-changes';

const names: Readonly<Record<ReviewView, string>> = {
  clean: '清稿',
  redline: '花脸稿',
  sides: '左右对照',
  print: '版式',
};

interface Props {
  readonly proposalId: string;
  readonly review: Review;
  readonly search: ReviewSearch;
  readonly phone: boolean;
}

/** What one has seen before is looked at for what changed; on a phone the plain text comes first. */
const firstView = ({ review, phone }: Props): ReviewView =>
  !phone && review.step?.redline ? 'redline' : 'clean';

/** The text under review, looked at in one of four ways. */
export function Reading(props: Props) {
  const { proposalId, review, search } = props;
  const view = search.view ?? firstView(props);
  const offered = comparisonsOf(review);
  const against = offered[search.against ?? 0] ?? offered[0];
  const draft = `/api/drafts/${review.draft.id}`;
  return (
    <section className="card review-text" aria-label="答复稿">
      <nav className="tabs" aria-label="看法">
        {reviewViews.map((each) => (
          <Link
            key={each}
            to="."
            search={(now) => ({ ...now, view: each })}
            replace
            resetScroll={false}
            className="tab"
            aria-current={each === view ? 'page' : undefined}
          >
            {names[each]}
          </Link>
        ))}
      </nav>
      {view === 'clean' && (
        <WrittenLetter proposalId={proposalId} href={`${draft}/preview.html`} title="答复函清稿" />
      )}
      {view === 'print' && <PdfPages href={`${draft}/preview.pdf`} title="答复函" />}
      {(view === 'redline' || view === 'sides') &&
        (against ? (
          <>
            <Against offered={offered} chosen={against} />
            <Compared key={view} proposalId={proposalId} href={against.href} beside={view === 'sides'} />
          </>
        ) : (
          <Nothing words="还没有可以对照的稿子。" />
        ))}
    </section>
  );
}

function Against({ offered, chosen }: { offered: readonly Comparison[]; chosen: Comparison }) {
  const navigate = useNavigate();
  return (
    <label className="review-against">
      对照{' '}
      <select
        value={offered.indexOf(chosen)}
        onChange={(event) =>
          void navigate({
            to: '.',
            search: (now) => ({ ...now, against: Number(event.target.value) || undefined }),
            replace: true,
            resetScroll: false,
          })
        }
      >
        {offered.map(({ href, words }, at) => (
          <option key={href} value={at}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

function Compared({ proposalId, href, beside }: { proposalId: string; href: string; beside: boolean }) {
  const query = useQuery(writtenQuery(proposalId, href));
  const { show, count, go } = useChanges();
  return (
    <>
      {count > 0 && (
        <p className="row-buttons review-changes">
          <span className="quiet">改动 {count} 处</span>
          <button type="button" className="as-button" onClick={() => go(-1)}>
            上一处 <kbd>[</kbd>
          </button>
          <button type="button" className="as-button" onClick={() => go(1)}>
            下一处 <kbd>]</kbd>
          </button>
        </p>
      )}
      <Answer query={query}>
        {(html) => (
          <LetterFrame
            html={beside ? sidesOf(html) : html}
            title={beside ? '左右对照' : '花脸稿'}
            onShown={show}
          />
        )}
      </Answer>
    </>
  );
}
