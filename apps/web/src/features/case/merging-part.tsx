import { Link } from '@tanstack/react-router';
import type { CaseFile } from '../../shared/api/types';
import { apiUrl } from '../../shared/api/client';
import { showInstant, showNames } from '../../shared/format';
import { Prose } from '../../shared/ui/text';

type Proposal = CaseFile['proposal'];

/** 并案, at one look: who carries this proposal, or which this one carries. */
export function MergingLine({ proposal: { mergedInto, merges } }: { proposal: Proposal }) {
  if (mergedInto)
    return (
      <p>
        已并入
        <Link to="/proposals/$id" params={{ id: mergedInto.id }}>
          第 {mergedInto.number} 号《{mergedInto.title}》
        </Link>
        办理，一并答复（{mergedInto.reason}）。
      </p>
    );
  if (merges.length === 0) return null;
  return (
    <p>
      并案办理，一并答复：
      {merges.map(({ number, title }) => `第 ${number} 号《${title}》`).join('、')}
    </p>
  );
}

/** The proposals this one carries, as who answers them must read them. */
export function MergedTexts({ merges, linked }: { merges: Proposal['merges']; linked: boolean }) {
  return merges.map((merged) => (
    <section key={merged.id} aria-labelledby={`merged-${merged.id}`}>
      <h2 id={`merged-${merged.id}`}>
        并入的第 {merged.number} 号：{merged.title}
      </h2>
      <p className="quiet">
        提案者：{showNames(merged.proposers, 6)}。{showInstant(merged.at)} 并入：{merged.reason}
      </p>
      {linked && (
        <p>
          <Link to="/proposals/$id" params={{ id: merged.id }}>
            打开第 {merged.number} 号（解除并案在那里办）
          </Link>
        </p>
      )}
      {merged.original && (
        <p>
          原件：<a href={apiUrl(merged.original.href)}>{merged.original.name}</a>
        </p>
      )}
      <Prose text={merged.fullText} />
    </section>
  ));
}
