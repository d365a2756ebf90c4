import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type DeskSide, deskSides } from '../../app/search';
import { findingsQuery } from '../../shared/api/queries';
import type { CaseFile, Draft } from '../../shared/api/types';
import { MergeDeskPart } from '../case/merge-desk-part';
import { ChecksSide } from './checks-side';
import { useDesk } from './desk';
import { EarlierSide } from './earlier-side';
import { OpinionsSide } from './opinions-side';

const words: Readonly<Record<DeskSide, string>> = {
  opinions: '会办意见',
  checks: '检查',
  matrix: '对照表',
  earlier: '往年答复',
};

interface Props {
  readonly file: CaseFile;
  readonly draft: Draft;
  readonly asked: DeskSide | undefined;
}

/** How many findings must be mended, beside the word. */
function RedCount({ draftId }: { draftId: string }) {
  const { data } = useQuery(findingsQuery(draftId));
  const red = data?.findings.filter(({ severity, overruled }) => severity === 'red' && !overruled).length;
  return red ? <b className="red-count"> {red}</b> : null;
}

/** What one looks at while writing. */
export function Side({ file, draft, asked }: Props) {
  const { active } = useDesk();
  const side = asked ?? (file.opinions.length > 0 ? 'opinions' : 'checks');
  const section = draft.sections.find(({ id }) => id === active);
  return (
    <aside className="card desk-side" aria-label={words[side]}>
      <nav className="tabs" aria-label="旁栏">
        {deskSides.map((each) => (
          <Link
            key={each}
            to="."
            search={(now) => ({ ...now, side: each })}
            resetScroll={false}
            className="tab"
            aria-current={each === side ? 'page' : undefined}
          >
            {words[each]}
            {each === 'checks' && <RedCount draftId={draft.id} />}
          </Link>
        ))}
      </nav>
      <div className="pad">
        {side === 'opinions' && <OpinionsSide file={file} suggestionId={section?.suggestionId ?? null} />}
        {side === 'checks' && <ChecksSide file={file} draft={draft} />}
        {side === 'matrix' && <MergeDeskPart file={file} draft={draft} />}
        {side === 'earlier' && <EarlierSide draftId={draft.id} sectionId={section?.id} />}
      </div>
    </aside>
  );
}
