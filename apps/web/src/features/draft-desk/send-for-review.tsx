import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { App, Drawer } from 'antd';
import { useEffect, useState } from 'react';
import { findingsQuery } from '../../shared/api/queries';
import type { CaseFile, Draft, Finding, NextAction } from '../../shared/api/types';
import { Tag } from '../../shared/ui/tag';
import { useFocusBack } from '../../shared/ui/use-focus-back';
import { ActionDrawer } from '../actions/action-drawer';
import { useActionForm } from '../actions/use-action-form';
import { weight } from '../case/findings-part';
import { useDesk } from './desk';

interface Props {
  readonly file: CaseFile;
  readonly draft: Draft;
  readonly action: NextAction;
}

/** 送核稿: saves what is being typed, looks at what must be mended first, and sends. */
export function SendForReview({ file, draft, action }: Props) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { saveAll } = useDesk();
  const here = useRouterState({ select: (state) => state.location.href });
  const [why, setWhy] = useState(false);
  const [red, setRed] = useState<readonly Finding[]>([]);
  const { submit, sending, problem } = useActionForm({
    action,
    name: action.href,
    onSignedOut: () => void navigate({ to: '/login', search: { next: here } }),
    async onDone() {
      void message.success(`已办理：${action.label}`);
      await navigate({ to: '/proposals/$id', params: { id: file.proposal.id }, search: { tab: 'draft' } });
    },
  });
  useEffect(() => {
    if (problem) void message.error(problem.detail);
  }, [message, problem]);
  const focusBack = useFocusBack(red.length > 0);
  const look = async (): Promise<void> => {
    if (action.blockedBy !== null) return setWhy(true);
    if (!(await saveAll()))
      return void message.warning('还有文字没有存上，请先看各条下面的提示，存上后再送。');
    const { findings } = await client.fetchQuery({ ...findingsQuery(draft.id), staleTime: 0 });
    const found = findings.filter(({ severity, overruled }) => severity === 'red' && !overruled);
    if (found.length > 0) setRed(found);
    else await submit();
  };
  const mend = (): void => {
    setRed([]);
    void navigate({ to: '.', search: (now) => ({ ...now, side: 'checks' }), resetScroll: false });
  };
  return (
    <>
      <button
        type="button"
        className="as-button as-primary"
        disabled={sending}
        onClick={() => void look().catch(() => message.error('没有送成，请稍后再试。'))}
      >
        {action.label}
      </button>
      <ActionDrawer action={why ? action : null} onClose={() => setWhy(false)} onDone={() => setWhy(false)} />
      <Drawer
        open={red.length > 0}
        afterOpenChange={focusBack}
        onClose={mend}
        title={`${red.length} 处必须改`}
        size={520}
        destroyOnHidden
      >
        <p>这些问题不改好就不能签发，除非签发人写明理由准予保留。请先改好，再送核稿。</p>
        <ul className="findings">
          {red.map((finding, i) => (
            <li key={i}>
              <Tag tint={weight(finding).tint}>{weight(finding).words}</Tag> <b>{finding.place.label}</b>：
              {finding.message} <span className="quiet">{finding.fix}</span>
            </li>
          ))}
        </ul>
        <p className="row-buttons">
          <button type="button" className="as-button as-primary" onClick={mend}>
            去改
          </button>
          <button type="button" className="as-button" disabled={sending} onClick={() => void submit()}>
            不改，仍送核稿，由签发人定
          </button>
        </p>
      </Drawer>
    </>
  );
}
