import { apiUrl } from '../../shared/api/client';
import type { CaseFile, Publication } from '../../shared/api/types';
import { showDay, showInstant } from '../../shared/format';
import { Tag } from '../../shared/ui/tag';
import { Prose } from '../../shared/ui/text';
import { stateTint } from './state-tint';

/** 公开: how far a letter is on its way to the public, and what was masked in its copy. */
export function PublicationsPart({ file, letterId }: { file: CaseFile; letterId: string }) {
  const own = file.publications.filter((each) => each.letterId === letterId);
  if (own.length === 0) return null;
  return (
    <section className="part" aria-label="公开">
      <h3>公开</h3>
      {own.map((copy) => (
        <Copy key={copy.id} copy={copy} />
      ))}
    </section>
  );
}

function Copy({ copy }: { copy: Publication }) {
  const { state, stateLabel, masked, preparedAt, preparedBy, reviewedAt, reviewedBy, publishedOn } = copy;
  return (
    <div>
      <p className="row-buttons">
        <Tag tint={stateTint(state)}>{stateLabel}</Tag>
        <a className="as-button" href={apiUrl(copy.preview)} target="_blank" rel="noreferrer">
          看公开稿
        </a>
        <span className="quiet">遮盖 {masked.length} 处</span>
      </p>
      <p className="quiet">
        {preparedBy} {showInstant(preparedAt)} 制作
        {reviewedAt && `，${reviewedBy ?? ''} ${showInstant(reviewedAt)} 审核`}
        {publishedOn && state === 'published' && `，${showDay(publishedOn)}公开`}
      </p>
      {copy.reason && <Prose text={copy.reason} />}
    </div>
  );
}
