import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { LinkIsDead } from '../features/outside/link-is-dead';
import { type Mark, MarkField } from '../features/outside/mark-field';
import { PromiseList } from '../features/outside/promise-list';
import { asProblem } from '../shared/api/problem';
import { outsidePromisesQuery, ratePromise } from '../shared/api/outside-queries';
import type { OutsidePromises } from '../shared/api/types';
import { showDay } from '../shared/format';
import { Failure, Loading, usePageTitle } from '../shared/ui/states';

const route = getRouteApi('/c/$token');

/** A proposer's own page: what became of what the letter promised, and what the proposer says of it. */
export function OutsidePromisesPage() {
  const { token } = route.useParams();
  const query = useQuery(outsidePromisesQuery(token));
  usePageTitle('承诺办得怎样');
  if (query.data) return <Told told={query.data} token={token} done={query.refetch} />;
  if (!query.error) return <Loading />;
  const problem = asProblem(query.error);
  if (problem.status !== 404) return <Failure problem={problem} retry={() => void query.refetch()} />;
  return <LinkIsDead />;
}

interface ToldProps {
  readonly told: OutsidePromises;
  readonly token: string;
  readonly done: () => Promise<unknown>;
}

function Told({ told, token, done }: ToldProps) {
  const { recipient, issuer, documentNumber, date, proposal, expiresOn, promises } = told;
  return (
    <main className="outside">
      <p className="outside-to">{recipient}，您好：</p>
      <h1>答复函承诺的事办得怎样</h1>
      <p>
        您的第{proposal.number}号提案《{proposal.title}》，{issuer}于{showDay(date)}以{documentNumber}答复。
      </p>
      <p>已有二次答复的，请您评价兑现情况；每项评价一次，交了不能再改。</p>
      <PromiseList promises={promises}>
        {(promise) => {
          if (promise.rating)
            return (
              <p role="status">
                您的评价：{promise.rating}。{promise.remark}
              </p>
            );
          return promise.answer ? <Rating token={token} id={promise.id} done={done} /> : null;
        }}
      </PromiseList>
      <p className="quiet">这个链接只给您本人，{showDay(expiresOn)}前有效。办理单位看不到您有没有打开它。</p>
    </main>
  );
}

function Rating({ token, id, done }: { token: string; id: string; done: () => Promise<unknown> }) {
  const [rating, setRating] = useState<Mark | null>(null);
  const [remark, setRemark] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const because = rating === 'dissatisfied' ? '不满意的原因' : '意见（可不填）';
  const send = (): void => {
    if (rating === null) return setTrouble('请先选满意、基本满意或不满意。');
    setSending(true);
    ratePromise(token, id, { rating, remark })
      .then(done)
      .catch((error: unknown) => setTrouble(asProblem(error).detail))
      .finally(() => setSending(false));
  };
  return (
    <>
      <MarkField
        legend="兑现情况"
        mark={rating}
        words={remark}
        label={because}
        onMark={setRating}
        onWords={setRemark}
      />
      <p className="row-buttons">
        <Button size="large" type="primary" loading={sending} onClick={send}>
          提交评价
        </Button>
      </p>
      {trouble && <p role="alert">{trouble}</p>}
    </>
  );
}
