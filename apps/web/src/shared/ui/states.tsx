import type { UseQueryResult } from '@tanstack/react-query';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { Alert, Button, Empty, Result, Skeleton } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { asProblem, type Problem } from '../api/problem';

/** The name of the page in the browser's tab. */
export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · 复函` : '复函 · 政协提案办理与答复';
  }, [title]);
}

export function Loading({ rows = 6 }: { rows?: number }) {
  return (
    <div className="card pad" role="status" aria-label="正在载入">
      <Skeleton active paragraph={{ rows }} />
    </div>
  );
}

/** Nothing is here, said kindly, with what to do about it. */
export function Nothing({ words, children }: { words: string; children?: ReactNode }) {
  return (
    <div className="nothing">
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words}>
        {children}
      </Empty>
    </div>
  );
}

const backHome = (
  <Link to="/todo" className="as-button">
    回到待办
  </Link>
);

export function NotFound() {
  usePageTitle('没有这一页');
  return (
    <Result
      status="info"
      title={<h1>没有这一页</h1>}
      subTitle="地址可能抄漏了一段，或者这一件已不由您的单位承办。"
      extra={backHome}
    />
  );
}

/** A failure that takes the whole place of what was asked for. */
export function Failure({ problem, retry }: { problem: Problem; retry?: () => void }) {
  if (problem.status === 404) return <NotFound />;
  if (problem.status === 403)
    return (
      <Result
        status="warning"
        title={<h1>您的职责不包括这一页</h1>}
        subTitle={problem.detail}
        extra={backHome}
      />
    );
  return (
    <Result
      status="error"
      title={<h1>没有载入成功</h1>}
      subTitle={problem.detail}
      extra={
        <Button type="primary" onClick={retry ?? (() => location.reload())}>
          再试一次
        </Button>
      }
    />
  );
}

export const RouteFailure = ({ error, reset }: ErrorComponentProps) => (
  <Failure problem={asProblem(error)} retry={reset} />
);

/** Draws an answer once it is there; before that a skeleton, instead of it a failure one can mend. */
export function Answer<T>({
  query,
  loading = <Loading />,
  children,
}: {
  query: UseQueryResult<T>;
  loading?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  const { data, error, refetch } = query;
  if (data === undefined) {
    if (!error) return loading;
    return <Failure problem={asProblem(error)} retry={() => void refetch()} />;
  }
  return (
    <>
      {error && (
        <Alert
          type="warning"
          showIcon
          className="stale"
          title={`下面可能不是最新的：${asProblem(error).detail}`}
          action={
            <Button size="small" onClick={() => void refetch()}>
              再试一次
            </Button>
          }
        />
      )}
      {children(data)}
    </>
  );
}
