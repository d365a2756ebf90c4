import { useQuery } from '@tanstack/react-query';
import { findingsQuery } from '../../shared/api/queries';
import type { Draft, Finding, NextAction } from '../../shared/api/types';
import { Tag } from '../../shared/ui/tag';
import { weight } from '../case/findings-part';

interface Props {
  readonly draft: Draft;
  readonly overrule: NextAction | undefined;
  readonly onOverrule: (action: NextAction) => void;
}

const isRed = ({ severity, overruled }: Finding): boolean => severity === 'red' && !overruled;
const keyOf = ({ id, place, excerpt }: Finding): string => `${id} ${place.path} ${place.start} ${excerpt}`;

/** What the checks still find: what blocks stands open, with the way to let it stand; the rest folded. */
export function Found({ draft, overrule, onOverrule }: Props) {
  const { data, isError } = useQuery(findingsQuery(draft.id));
  if (isError) return <p className="card pad">这次没有检查成。请刷新页面再试。</p>;
  if (!data) return null;
  const red = data.findings.filter(isRed);
  const rest = data.findings.filter((each) => !isRed(each));
  if (data.findings.length === 0) return <p className="card pad quiet">发函前检查没有发现问题。</p>;
  return (
    <section className="card pad" aria-label="发函前检查">
      <h2>{red.length > 0 ? `必须改的 ${red.length} 处` : '没有必须改的'}</h2>
      <List findings={red} />
      {red.length > 0 && overrule && (
        <button type="button" className="as-button" onClick={() => onOverrule(overrule)}>
          {overrule.label}（写明理由）
        </button>
      )}
      {rest.length > 0 && (
        <details>
          <summary>请看看和已准予保留的 {rest.length} 处</summary>
          <List findings={rest} />
        </details>
      )}
    </section>
  );
}

const List = ({ findings }: { findings: readonly Finding[] }) => (
  <ul className="findings">
    {findings.map((finding) => {
      const { tint, words } = weight(finding);
      return (
        <li key={keyOf(finding)}>
          <Tag tint={tint}>{words}</Tag> <b>{finding.place.label}</b>：{finding.message}{' '}
          <span className="quiet">{finding.fix}</span>
        </li>
      );
    })}
  </ul>
);
