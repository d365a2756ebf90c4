import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Result } from 'antd';
import { useEffect } from 'react';
import { PromiseList } from '../features/outside/promise-list';
import { ContactQuestions } from '../features/outside/contact-question';
import { apiUrl } from '../shared/api/client';
import { asProblem } from '../shared/api/problem';
import { answerContact, confirmReceipt, outsideQuery } from '../shared/api/outside-queries';
import type { OutsideLetter } from '../shared/api/types';
import { showDay, showInstant } from '../shared/format';
import { LetterFrame } from '../shared/ui/letter-frame';
import { Failure, Loading, usePageTitle } from '../shared/ui/states';

const route = getRouteApi('/f/$token');
const formats = { pdf: 'PDF（与纸质一致）', docx: 'Word', html: '网页', txt: '纯文本' } as const;

/** The proposer's own page: the letter, large, without any sign-in. */
export function OutsidePage() {
  const { token } = route.useParams();
  const query = useQuery(outsideQuery(token));
  usePageTitle(query.data?.title ?? '提案答复函');
  useReceipt(token, query.data !== undefined && query.data.receivedAt === null, query.refetch);
  if (query.data) return <Received token={token} letter={query.data} done={query.refetch} />;
  if (!query.error) return <Loading />;
  const problem = asProblem(query.error);
  if (problem.status !== 404) return <Failure problem={problem} retry={() => void query.refetch()} />;
  return (
    <main className="outside">
      <Result
        status="info"
        title={<h1>这个链接打不开</h1>}
        subTitle="链接可能没有复制完整，或者已经停用。请向给您寄送答复函的单位再要一次。"
      />
    </main>
  );
}

/** Tells the sender once that the letter has arrived. Should that fail, the next visit tells it. */
function useReceipt(token: string, missing: boolean, done: () => Promise<unknown>): void {
  useEffect(() => {
    if (missing) confirmReceipt(token).then(done, () => undefined);
  }, [token, missing, done]);
}

function Received({
  token,
  letter,
  done,
}: {
  token: string;
  letter: OutsideLetter;
  done: () => Promise<unknown>;
}) {
  return (
    <main className="outside">
      <p className="outside-to">{letter.recipient}，您好：</p>
      <h1>{letter.title}</h1>
      <p>
        {letter.issuer} · {letter.documentNumber} · {showDay(letter.date)}
      </p>
      {letter.withdrawn && (
        <p role="alert" className="withdrawn">
          本函已撤回，请勿再用：{letter.withdrawn.reason}
          {letter.withdrawn.replacedBy
            ? `请以${letter.withdrawn.replacedBy}为准。`
            : '更正后的函会另行送达。'}
        </p>
      )}
      {letter.correctedBy.length > 0 && (
        <p role="alert" className="withdrawn">
          本函部分内容已由{letter.correctedBy.join('、')}更正。
        </p>
      )}
      <p className="delivered" role="status">
        {letter.receivedAt
          ? `已送达：您于 ${showInstant(letter.receivedAt)} 打开了本函。`
          : '本函已寄达，正在登记送达。'}
      </p>
      <p className="row-buttons">
        {letter.files.map((file) => (
          <a key={file.format} className="as-button as-large" href={apiUrl(file.href)} download>
            下载 {formats[file.format]}
          </a>
        ))}
      </p>
      <ContactQuestions
        contacts={letter.contacts}
        answer={(id, said) => answerContact(token, id, said)}
        done={done}
      />
      <PromiseList promises={letter.promises} />
      <LetterFrame html={letter.html} title="答复函全文" />
    </main>
  );
}
