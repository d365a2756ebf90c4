import { useQuery } from '@tanstack/react-query';
import { findingsQuery } from '../../shared/api/queries';
import type { Draft, Finding } from '../../shared/api/types';
import { Tag, type Tint } from '../../shared/ui/tag';

export const weight = (finding: Finding): { tint: Tint; words: string } =>
  finding.overruled
    ? { tint: 'plain', words: '已准予保留' }
    : finding.severity === 'red'
      ? { tint: 'red', words: '必须改' }
      : { tint: 'amber', words: '请看看' };

/** 发函前检查: what the checks find in the draft as it stands, in the order of print. */
export function FindingsPart({ draft }: { draft: Draft }) {
  const { data, isPending, isError } = useQuery(findingsQuery(draft.id));
  return (
    <section className="part" aria-label="发函前检查">
      <h3 className="between">
        <span>发函前检查</span>
        {data && <Counts findings={data.findings} />}
      </h3>
      {isPending && <p className="quiet">正在检查……</p>}
      {isError && <p className="quiet">这次没有检查成。请刷新页面再试。</p>}
      {data?.findings.length === 0 && <p className="quiet">没有发现问题。</p>}
      {data && data.findings.length > 0 && (
        <ul className="findings">
          {data.findings.map((finding) => (
            <FindingView
              key={`${finding.id} ${finding.place.path} ${finding.place.start} ${finding.excerpt}`}
              finding={finding}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function Counts({ findings }: { findings: readonly Finding[] }) {
  const open = findings.filter(({ overruled }) => !overruled);
  const red = open.filter(({ severity }) => severity === 'red').length;
  return (
    <small className="quiet">
      必须改 {red} 处，请看看 {open.length - red} 处
    </small>
  );
}

function FindingView({ finding }: { finding: Finding }) {
  const { tint, words } = weight(finding);
  return (
    <li>
      <Tag tint={tint}>{words}</Tag> <b>{finding.place.label}</b>：{finding.message}{' '}
      <span className="quiet">{finding.fix}</span>
      <details>
        <summary>依据</summary>
        {finding.check}：{finding.rule}
      </details>
    </li>
  );
}
