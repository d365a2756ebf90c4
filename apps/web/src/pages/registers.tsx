import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { registersQuery } from '../shared/api/queries';
import type { Registers } from '../shared/api/types';
import { showDay, showInstant } from '../shared/format';
import { ExportButton, PrintButton } from '../shared/ui/list-buttons';
import { Answer, Nothing, usePageTitle } from '../shared/ui/states';
import { Tag } from '../shared/ui/tag';
import { WideTable } from '../shared/ui/wide-table';

const route = getRouteApi('/shell/registers');

/** 登记簿: every number that was given, every seal that was used, every copy that went out, a year at a time. */
export function RegistersPage() {
  usePageTitle('登记簿');
  const { year } = route.useSearch();
  const query = useQuery(registersQuery(year));
  return (
    <Answer query={query}>
      {(answer) => (
        <>
          <div className="page-head">
            <h1>{answer.year}年登记簿</h1>
            <nav className="row-buttons" aria-label="年份">
              <Link to="/registers" search={{ year: answer.year - 1 }} className="as-button">
                上一年
              </Link>
              <Link to="/registers" search={{ year: answer.year + 1 }} className="as-button">
                下一年
              </Link>
            </nav>
            <ExportButton
              list="/registers.xlsx"
              asked={{ year: answer.year }}
              name={`登记簿${answer.year}`}
            />
            <PrintButton />
          </div>
          <Numbers answer={answer} />
          <Seals answer={answer} />
          <Receipts answer={answer} />
        </>
      )}
    </Answer>
  );
}

interface BookProps {
  readonly answer: Registers;
  readonly book: 'numbers' | 'seals' | 'receipts';
  readonly title: string;
  readonly heads: readonly string[];
  readonly children: readonly ReactNode[];
}

function Book({ answer, book, title, heads, children }: BookProps) {
  return (
    <section className="card pad settings" aria-label={title}>
      <h2 className="between">
        {title}
        {children.length > 0 && (
          <ExportButton
            list="/registers.xlsx"
            asked={{ book, year: answer.year }}
            name={`${title}${answer.year}`}
            words="导出"
            small
          />
        )}
      </h2>
      {children.length === 0 ? (
        <Nothing words="这一年还没有登记。" />
      ) : (
        <WideTable title={title} heads={heads}>
          {children}
        </WideTable>
      )}
    </section>
  );
}

const Case = ({ id, words }: { id: string; words: string }) => (
  <Link to="/proposals/$id" params={{ id }}>
    {words}
  </Link>
);

function Numbers({ answer }: { answer: Registers }) {
  const heads = ['发文字号', '成文日期', '提案', '类别', '编号', '状态'];
  return (
    <Book answer={answer} book="numbers" title="发文登记" heads={heads}>
      {answer.numbers.map((each) => (
        <tr key={each.documentNumber}>
          <th scope="row">{each.documentNumber}</th>
          <td>{showDay(each.date)}</td>
          <td>
            <Case id={each.proposalId} words={each.proposal} />
          </td>
          <td>{each.outcomeClass}</td>
          <td>
            {each.issuedBy} {showInstant(each.issuedAt)}
          </td>
          <td>
            <Tag tint={each.voidReason === null ? 'green' : 'red'}>{each.stateLabel}</Tag>
            {each.voidReason && <p className="quiet">{each.voidReason}</p>}
          </td>
        </tr>
      ))}
    </Book>
  );
}

function Seals({ answer }: { answer: Registers }) {
  return (
    <Book answer={answer} book="seals" title="用印登记" heads={['发文字号', '印章', '份数', '用印', '备注']}>
      {answer.seals.map((each, i) => (
        <tr key={i}>
          <th scope="row">{each.documentNumber}</th>
          <td>{each.seal}</td>
          <td>{each.copies}</td>
          <td>
            {each.usedBy} {showInstant(each.usedAt)}
          </td>
          <td>{each.note}</td>
        </tr>
      ))}
    </Book>
  );
}

function Receipts({ answer }: { answer: Registers }) {
  const heads = ['发文字号', '收件人', '送达方式', '发出', '签收'];
  return (
    <Book answer={answer} book="receipts" title="送达和回执登记" heads={heads}>
      {answer.receipts.map((each, i) => (
        <tr key={i}>
          <th scope="row">{each.documentNumber}</th>
          <td>{each.recipient}</td>
          <td>
            {each.means} {each.tracking}
          </td>
          <td>{showInstant(each.sentAt)}</td>
          <td>{each.receivedAt ? `${each.receivedBy ?? ''} ${showInstant(each.receivedAt)}` : '未签收'}</td>
        </tr>
      ))}
    </Book>
  );
}
