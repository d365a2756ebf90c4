import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Input, Pagination } from 'antd';
import { auditCheckQuery, auditQuery, pageSize } from '../shared/api/queries';
import type { AuditAnswer } from '../shared/api/types';
import { showInstant } from '../shared/format';
import { ExportButton } from '../shared/ui/list-buttons';
import { Answer, Nothing, usePageTitle } from '../shared/ui/states';
import { WideTable } from '../shared/ui/wide-table';

const route = getRouteApi('/shell/admin/audit');

/** 审计日志: who did what to what, newest first; and whether the chain is whole. */
export function AuditPage() {
  usePageTitle('审计日志');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { q, from, to } = search;
  const query = useQuery({ ...auditQuery(search), placeholderData: keepPreviousData });
  const day = (key: 'from' | 'to', words: string) => (
    <Input
      type="date"
      className="audit-day"
      prefix={words}
      aria-label={`${words}哪一天`}
      value={search[key] ?? ''}
      onChange={({ target }) =>
        void navigate({ search: { ...search, [key]: target.value || undefined, page: undefined } })
      }
    />
  );
  return (
    <>
      <div className="page-head">
        <h1>审计日志</h1>
        <Input.Search
          key={q}
          className="search"
          aria-label="按人员、提案号或动作查找"
          placeholder="姓名、账号、提案号或动作，如“签发”"
          defaultValue={q}
          allowClear
          enterButton="查找"
          onSearch={(words) =>
            void navigate({ search: { ...search, q: words.trim() || undefined, page: undefined } })
          }
        />
        {day('from', '从')}
        {day('to', '到')}
        <ExportButton list="/audit.xlsx" asked={{ q, from, to }} name="审计日志" />
      </div>
      <Chain />
      <Answer query={query}>
        {(answer) => (
          <div className="card pad">
            <p className="quiet" role="status">
              共 {answer.total} 条
            </p>
            {answer.items.length === 0 ? (
              <Nothing words="没有这样的记录。换个人员、提案号或日期试试。" />
            ) : (
              <Entries items={answer.items} />
            )}
            {answer.total > pageSize && (
              <Pagination
                className="pages"
                current={search.page ?? 1}
                pageSize={pageSize}
                total={answer.total}
                showSizeChanger={false}
                onChange={(page) => void navigate({ search: { ...search, page } })}
              />
            )}
          </div>
        )}
      </Answer>
    </>
  );
}

/** The chain recomputed, when somebody asks for it: with years of entries it takes a while. */
function Chain() {
  const check = useQuery({ ...auditCheckQuery, enabled: false });
  const { data, isFetching, error } = check;
  const words = error
    ? '没有核对成，请稍后再试。'
    : data &&
      (data.firstBad === null
        ? `核对完毕：${data.entries} 条记录前后相接，没有改动过。`
        : `第 ${data.firstBad} 条记录与前一条对不上：有人绕过程序改过审计日志。请保护现场，联系系统管理员查数据库的操作记录。`);
  return (
    <section className="card pad settings" aria-label="核对">
      <div className="row-buttons">
        <Button loading={isFetching} onClick={() => void check.refetch()}>
          核对整条链
        </Button>
        <span role="status" className={data?.firstBad ? 'warn' : 'quiet'}>
          {isFetching ? '正在逐条核对…' : words || '每条记录都带着前一条的指纹；核对会逐条重算一遍。'}
        </span>
      </div>
    </section>
  );
}

function Entries({ items }: { items: AuditAnswer['items'] }) {
  return (
    <WideTable title="审计记录" heads={['序号', '时间', '何人', '做了什么', '提案', '细节']}>
      {items.map((item) => (
        <tr key={item.seq}>
          <td>{item.seq}</td>
          <td>{showInstant(item.at)}</td>
          <td>{item.actorName ?? item.actor}</td>
          <td>{item.actionLabel ?? item.action}</td>
          <td>{item.proposal && `第 ${item.proposal.number} 号`}</td>
          <td className="quiet">
            <details>
              <summary>查看</summary>
              <code>
                {item.action} {item.object} {item.detail}
              </code>
            </details>
          </td>
        </tr>
      ))}
    </WideTable>
  );
}
