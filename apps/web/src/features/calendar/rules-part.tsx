import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { clockRulesQuery } from '../../shared/api/queries';
import type { ClockRules } from '../../shared/api/types';
import { showDay } from '../../shared/format';
import { Answer } from '../../shared/ui/states';
import { ActionButtons } from '../actions/action-drawer';

/** 进行中的时限和新规定: what would move, and the button that says so. */
export function RulesPart() {
  const query = useQuery(clockRulesQuery);
  return (
    <section className="card pad settings" aria-label="新的时限规定">
      <h2>新的时限规定</h2>
      <Answer query={query}>{(rules) => <Preview rules={rules} />}</Answer>
    </section>
  );
}

function Preview({ rules: { version, items, actions } }: { rules: ClockRules }) {
  if (items.length === 0)
    return <p className="quiet">进行中的时限都按最新规定（配置第 {version} 版）计算，没有要改的。</p>;
  return (
    <>
      <p>
        配置第 {version} 版改了时限规定。新交办的自动适用；下面 {items.length}{' '}
        个进行中的时限仍按原规定，适用后到期日如下：
      </p>
      <ul className="lines">
        {items.map((item) => (
          <li key={item.id}>
            <p>
              <Link to="/proposals/$id" params={{ id: item.proposal.id }} search={{ tab: 'clocks' }}>
                第{item.proposal.number}号 {item.proposal.title}
              </Link>{' '}
              · {item.unit} · {item.clock}
            </p>
            <p>
              {item.oldRule} → {item.newRule}；{showDay(item.oldDue)} →{' '}
              {item.newDue ? `${showDay(item.newDue)}${item.provisional ? '（暂定）' : ''}` : '算不出'}
              {item.wanted && '（已决定适用，正在重算）'}
            </p>
            {item.problem && <p className="field-error">不能适用：{item.problem}</p>}
          </li>
        ))}
      </ul>
      <ActionButtons primary actions={actions} />
    </>
  );
}
