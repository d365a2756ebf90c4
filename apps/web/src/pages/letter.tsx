import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ActionButtons } from '../features/actions/action-drawer';
import { LetterView } from '../features/case/letters-part';
import { CaseNews } from '../features/live/case-news';
import { apiUrl } from '../shared/api/client';
import { caseQuery } from '../shared/api/queries';
import { letterPlaceQuery } from '../shared/api/review-queries';
import type { CaseFile, Letter } from '../shared/api/types';
import { showInstant } from '../shared/format';
import { PdfPages } from '../shared/ui/pdf-pages';
import { Answer, NotFound, usePageTitle } from '../shared/ui/states';

const route = getRouteApi('/shell/letters/$id');

/** One letter: the pages exactly as they print, its registers, and what is done with it next. */
export function LetterPage() {
  const { id } = route.useParams();
  const place = useQuery(letterPlaceQuery(id));
  return <Answer query={place}>{({ proposalId }) => <OfCase proposalId={proposalId} id={id} />}</Answer>;
}

function OfCase({ proposalId, id }: { proposalId: string; id: string }) {
  const query = useQuery(caseQuery(proposalId));
  const letterOf = (file: CaseFile | undefined): Letter | undefined =>
    file?.letters.find((each) => each.id === id);
  usePageTitle(letterOf(query.data)?.documentNumber);
  return (
    <>
      <CaseNews id={proposalId} />
      <Answer query={query}>
        {(file) => {
          const letter = letterOf(file);
          return letter ? <LetterDesk file={file} letter={letter} /> : <NotFound />;
        }}
      </Answer>
    </>
  );
}

function LetterDesk({ file, letter }: { file: CaseFile; letter: Letter }) {
  const { id, number, title } = file.proposal;
  const pdf = letter.files.find(({ format }) => format === 'pdf');
  return (
    <div className="review">
      <header className="review-head">
        <h1>{letter.documentNumber}</h1>
        <p>
          <Link to="/proposals/$id" params={{ id }} search={{ tab: 'letters' }}>
            第 {number} 号
          </Link>{' '}
          {title}
        </p>
      </header>
      <section className="card review-text letter-pages" aria-label="版式">
        {pdf?.state === 'ready' ? (
          <PdfPages href={apiUrl(pdf.href)} title={letter.documentNumber} />
        ) : (
          <p role="status">版式文件正在生成，好了会自己出现。</p>
        )}
      </section>
      <div className="review-side">
        <NextOfLetter file={file} letter={letter} />
        <section className="card pad" aria-label="登记">
          <LetterView file={file} letter={letter} />
          <Seals letter={letter} />
        </section>
      </div>
    </div>
  );
}

/** What may be done with the letter, and with each of its copies. */
function NextOfLetter({ file, letter }: { file: CaseFile; letter: Letter }) {
  const on = (target: string) =>
    file.nextActions.filter(({ targetId, blockedBy }) => targetId === target && blockedBy === null);
  const copies = letter.deliveries.filter(({ id }) => on(id).length > 0);
  const own = on(letter.id);
  return (
    <section className="card pad" aria-label="接下来">
      <h2>接下来</h2>
      {own.length > 0 && <ActionButtons actions={own} primary />}
      {own.length + copies.length === 0 && <p className="quiet">现在没有等您办的。</p>}
      <ul className="plain">
        {copies.map(({ id, recipient }) => (
          <li key={id} className="copy">
            <span>{recipient}</span>
            <ActionButtons actions={on(id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Seals({ letter }: { letter: Letter }) {
  if (letter.seals.length === 0) return <p className="quiet">还没有用印登记。</p>;
  return (
    <>
      <h3>用印</h3>
      <ul className="plain">
        {letter.seals.map(({ seal, copies, usedBy, usedAt, note }) => (
          <li key={usedAt}>
            {seal}，{copies} 份{note && `（${note}）`}{' '}
            <span className="quiet">
              {usedBy} {showInstant(usedAt)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
