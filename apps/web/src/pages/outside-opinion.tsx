import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Result } from 'antd';
import { useState } from 'react';
import { ActionForm } from '../features/actions/action-form';
import { PaperField } from '../features/opinion/paper-field';
import { LinkIsDead } from '../features/outside/link-is-dead';
import { asProblem } from '../shared/api/problem';
import { outsideOpinionQuery } from '../shared/api/outside-queries';
import type { NextAction, OutsideOpinion } from '../shared/api/types';
import { chineseNumber, showDay } from '../shared/format';
import { Failure, Loading, usePageTitle } from '../shared/ui/states';
import { Prose } from '../shared/ui/text';

const route = getRouteApi('/o/$token');

/** The page of a co-handler without an account: what it is asked, and the form. */
export function OutsideOpinionPage() {
  const { token } = route.useParams();
  const query = useQuery(outsideOpinionQuery(token));
  const [sent, setSent] = useState(false);
  usePageTitle('填写会办意见');
  if (sent) return <Sent />;
  if (query.data) return <Asked asked={query.data} token={token} onSent={() => setSent(true)} />;
  if (!query.error) return <Loading />;
  const problem = asProblem(query.error);
  if (problem.status !== 404) return <Failure problem={problem} retry={() => void query.refetch()} />;
  return <LinkIsDead />;
}

function Sent() {
  return (
    <main className="outside">
      <Result
        status="success"
        title={<h1>会办意见已收到，谢谢</h1>}
        subTitle="如需修改，请与主办单位联系；退回后用原来的链接可以再填。"
      />
    </main>
  );
}

interface AskedProps {
  readonly asked: OutsideOpinion;
  readonly token: string;
  readonly onSent: () => void;
}

function Asked({ asked, token, onSent }: AskedProps) {
  const { unit, asker, proposal, question, returnReason, dueOn, expiresOn, suggestions, form } = asked;
  const action: NextAction = {
    ...form,
    command: 'opinion.submit',
    label: '提交会办意见',
    targetId: null,
    targetLabel: unit,
    href: `/api/o/${token}`,
    blockedBy: null,
    todo: true,
  };
  return (
    <main className="outside">
      <p className="outside-to">{unit}：</p>
      <h1>请对第{proposal.number}号提案提出会办意见</h1>
      <p>
        {asker}主办《{proposal.title}》。{dueOn && `请在 ${showDay(dueOn)}前提交。`}本链接{' '}
        {showDay(expiresOn)}
        前有效，只能由贵单位使用。
      </p>
      {question && <Asks title="主办单位想了解" words={question} />}
      {returnReason && <Asks title="上次意见被退回的原因" words={returnReason} />}
      <h2>提案的建议</h2>
      {suggestions.map(({ ordinal, title, body }) => (
        <section key={ordinal}>
          <h3>
            {chineseNumber(ordinal)}、{title}
          </h3>
          <Prose text={body} />
        </section>
      ))}
      <h2>贵单位的意见</h2>
      <ActionForm
        action={action}
        name={`outside opinion ${proposal.number} ${unit}`}
        above={(form) => <PaperField form={form} href={`/o/${token}/text`} />}
        onDone={onSent}
      />
    </main>
  );
}

function Asks({ title, words }: { title: string; words: string }) {
  return (
    <div className="question">
      <b>{title}</b>
      <Prose text={words} />
    </div>
  );
}
