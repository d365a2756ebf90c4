import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionForm } from '../features/actions/action-form';
import { SimilarPart } from '../features/search/similar-part';
import { meQuery } from '../shared/api/queries';
import { Problem } from '../shared/api/problem';
import { Failure, usePageTitle } from '../shared/ui/states';

const notMine = new Problem(403, 'forbidden', '登记提案由交办人员来做。');

/** Registering a proposal: the beginning of every case. */
export function NewProposalPage() {
  const { data: me } = useSuspenseQuery(meQuery);
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const action = me.actions.find((each) => each.command === 'proposal.register');
  usePageTitle(action?.label ?? '登记提案');
  if (!action) return <Failure problem={notMine} />;
  return (
    <div className="narrow">
      <div className="page-head">
        <h1>{action.label}</h1>
      </div>
      <div className="card pad">
        <SimilarPart title={title} />
        <ActionForm
          action={action}
          follow={(name, value) => {
            if (name === 'title') setTitle(String(value));
            return {};
          }}
          onDone={async ({ id, proposalId }) => {
            await navigate({ to: '/proposals/$id', params: { id: proposalId ?? id } });
          }}
        />
      </div>
    </div>
  );
}
