import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { Tag } from '../../shared/ui/tag';
import { apiUrl } from '../../shared/api/client';
import type { CaseFile, Letter } from '../../shared/api/types';
import { showDay, showInstant } from '../../shared/format';
import { Nothing } from '../../shared/ui/states';
import { PublicationsPart } from './publications-part';
import { stateTint } from './state-tint';

const formats = { pdf: 'PDF', docx: 'Word（DOCX）', html: '网页', txt: '纯文本' } as const;
const waiting = { pending: '正在生成…', failed: '没有生成成功，系统会再试' } as const;

/** 答复函: the number, the files, and who has it. */
export function LettersPart({ file }: { file: CaseFile }) {
  if (file.letters.length === 0) return <Nothing words="还没有发文。签发之后由文书编号。" />;
  return file.letters.map((letter) => <LetterView key={letter.id} file={file} letter={letter} />);
}

/** One letter with what is on record about it. */
export function LetterView({ file, letter }: { file: CaseFile; letter: Letter }) {
  return (
    <section aria-label={letter.documentNumber}>
      <h2 className="between">
        <Link to="/letters/$id" params={{ id: letter.id }}>
          {letter.documentNumber}
        </Link>
        <Tag tint={stateTint(letter.state)}>{letter.stateLabel}</Tag>
      </h2>
      <dl className="facts">
        <dt>发函单位</dt>
        <dd>{letter.unit}</dd>
        {letter.answers.length > 0 && file.proposal.merges.length > 0 && (
          <>
            <dt>答复</dt>
            <dd>第 {letter.answers.join('、')} 号</dd>
          </>
        )}
        <dt>成文日期</dt>
        <dd>{showDay(letter.date)}</dd>
        <dt>办理结果</dt>
        <dd>{letter.outcomeClass} 类</dd>
        <dt>页数</dt>
        <dd>{letter.pages} 页</dd>
        <dt>编号发文</dt>
        <dd>
          {letter.issuedBy}，{showInstant(letter.issuedAt)}
        </dd>
      </dl>
      <p className="row-buttons">
        {letter.files.map((each) =>
          each.state === 'ready' ? (
            <a
              key={each.format}
              className="as-button"
              href={apiUrl(each.href)}
              target="_blank"
              rel="noreferrer"
            >
              {formats[each.format]}
            </a>
          ) : (
            <span key={each.format} className="quiet">
              {formats[each.format]}：{waiting[each.state]}
            </span>
          ),
        )}
      </p>
      <PublicationsPart file={file} letterId={letter.id} />
      <Deliveries letter={letter} />
    </section>
  );
}

function Deliveries({ letter }: { letter: Letter }) {
  if (letter.deliveries.length === 0) return <p className="quiet">还没有送达。</p>;
  return (
    <>
      <h3>送达</h3>
      <ul className="plain cards">
        {letter.deliveries.map((delivery) => (
          <li key={delivery.id} className="part">
            <p className="between">
              <b>{delivery.recipient}</b>
              <Tag tint={stateTint(delivery.state)}>{delivery.stateLabel}</Tag>
            </p>
            <p className="quiet">
              {showInstant(delivery.sentAt)} 送出
              {delivery.receivedAt && `，${showInstant(delivery.receivedAt)} 签收`}
            </p>
            {delivery.link && <PersonalLink link={delivery.link} to={delivery.recipient} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function PersonalLink({ link, to }: { link: string; to: string }) {
  const { message } = App.useApp();
  const address = new URL(link, location.origin).href;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      void message.success(`已复制给${to}的专属链接`);
    } catch {
      void message.warning('浏览器不让复制，请选中下面的链接自行复制。');
    }
  };
  return (
    <p className="personal-link">
      <a href={address} target="_blank" rel="noreferrer">
        {address}
      </a>
      <Button size="small" onClick={() => void copy()}>
        复制链接<span className="sr-only">：给{to}</span>
      </Button>
    </p>
  );
}
