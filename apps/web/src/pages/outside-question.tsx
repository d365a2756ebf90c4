import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Input, Result } from 'antd';
import { useState } from 'react';
import { LinkIsDead } from '../features/outside/link-is-dead';
import { asProblem } from '../shared/api/problem';
import { answerQuestion, outsideQuestionQuery } from '../shared/api/outside-queries';
import type { OutsideQuestion } from '../shared/api/types';
import { showDay } from '../shared/format';
import { LetterFrame } from '../shared/ui/letter-frame';
import { Failure, Loading, usePageTitle } from '../shared/ui/states';
import { Prose } from '../shared/ui/text';

const route = getRouteApi('/q/$token');

/** The page behind a question about a draft: a co-handler's own words, or the draft for a proposer. */
export function OutsideQuestionPage() {
  const { token } = route.useParams();
  const query = useQuery(outsideQuestionQuery(token));
  const [answered, setAnswered] = useState(false);
  usePageTitle('征求意见');
  if (answered) return <Thanks />;
  if (query.data) return <Asked asked={query.data} token={token} onAnswered={() => setAnswered(true)} />;
  if (!query.error) return <Loading />;
  const problem = asProblem(query.error);
  if (problem.status !== 404) return <Failure problem={problem} retry={() => void query.refetch()} />;
  return <LinkIsDead />;
}

const Thanks = () => (
  <main className="outside">
    <Result
      status="success"
      title={<h1>您的答复已收到，谢谢</h1>}
      subTitle="主办单位会按您的答复继续办理。"
    />
  </main>
);

interface AskedProps {
  readonly asked: OutsideQuestion;
  readonly token: string;
  readonly onAnswered: () => void;
}

function Asked({ asked, token, onAnswered }: AskedProps) {
  const { recipient, asker, proposal, kind, note, dueOn, passages, html } = asked;
  const own = kind === 'co_handler';
  return (
    <main className="outside">
      <p className="outside-to">{recipient}：</p>
      <h1>{own ? '请确认答复稿采用贵单位意见的内容' : '请看看这份答复稿'}</h1>
      <p>
        {asker}正在答复第{proposal.number}号提案《{proposal.title}》。
        {dueOn && `请在 ${showDay(dueOn)}前答复。`}
      </p>
      {note && (
        <div className="question">
          <b>附言</b>
          <Prose text={note} />
        </div>
      )}
      {passages.map(({ section, body }, i) => (
        <section key={i} className="part">
          <h2>{section}</h2>
          <Prose text={body} />
        </section>
      ))}
      {html && <LetterFrame html={html} title="答复稿" />}
      <Answer token={token} own={own} recipient={recipient} onAnswered={onAnswered} />
    </main>
  );
}

interface AnswerProps {
  readonly token: string;
  readonly own: boolean;
  readonly recipient: string;
  readonly onAnswered: () => void;
}

function Answer({ token, own, recipient, onAnswered }: AnswerProps) {
  const [name, setName] = useState(own ? '' : recipient);
  const [remark, setRemark] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const answer = (agree: boolean): void => {
    setSending(true);
    answerQuestion(token, { agree, name, remark })
      .then(onAnswered)
      .catch((error: unknown) => setTrouble(asProblem(error).detail))
      .finally(() => setSending(false));
  };
  return (
    <section aria-label="答复">
      <h2>您的答复</h2>
      {own && (
        <Input
          aria-label="答复人姓名"
          placeholder="答复人姓名"
          size="large"
          value={name}
          maxLength={40}
          onChange={(event) => setName(event.target.value)}
        />
      )}
      <Input.TextArea
        aria-label="意见（同意时可不填）"
        placeholder="意见（同意时可不填）"
        value={remark}
        maxLength={5000}
        rows={4}
        onChange={(event) => setRemark(event.target.value)}
      />
      <p className="row-buttons">
        <Button size="large" type="primary" loading={sending} onClick={() => answer(true)}>
          {own ? '确认，可以这样写' : '没有意见'}
        </Button>
        <Button size="large" loading={sending} onClick={() => answer(false)}>
          {own ? '提出修改意见' : '提出意见'}
        </Button>
      </p>
      {trouble && <p role="alert">{trouble}</p>}
    </section>
  );
}
