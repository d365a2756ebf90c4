import { useQuery } from '@tanstack/react-query';
import { apiUrl } from '../../shared/api/client';
import { earlierLetterQuery } from '../../shared/api/earlier-queries';
import { showDay, showInstant } from '../../shared/format';
import { Answer } from '../../shared/ui/states';
import { Tag } from '../../shared/ui/tag';

/** One letter of an earlier year, as it was read, with the file it came in. */
export function LetterPart({ id }: { id: string }) {
  const query = useQuery(earlierLetterQuery(id));
  return (
    <Answer query={query}>
      {(letter) => (
        <>
          <div className="page-head">
            <h1>{letter.title}</h1>
            <a
              className="as-button"
              href={apiUrl(`/api/files/${letter.fileId}`)}
              download={letter.fileName}
              aria-label={`下载原件：${letter.fileName}`}
            >
              下载原件
            </a>
          </div>
          <p className="quiet">
            <Tag>往年答复函</Tag>{' '}
            {[
              letter.documentNumber,
              letter.issuer,
              letter.outcomeClass && `${letter.outcomeClass}类`,
              letter.date ? showDay(letter.date) : `${letter.year}年（没有认出日期）`,
              letter.publication,
              `${showInstant(letter.importedAt)}导入`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <section className="card pad settings" aria-label="函件内容">
            <dl className="facts">
              {letter.proposalTitle && (
                <>
                  <dt>提案</dt>
                  <dd>
                    {letter.proposalNumber && `第${letter.proposalNumber}号：`}
                    {letter.proposalTitle}
                  </dd>
                </>
              )}
              {letter.addressees.length > 0 && (
                <>
                  <dt>收函人</dt>
                  <dd>{letter.addressees.join('、')}</dd>
                </>
              )}
              {letter.coHandlers.length > 0 && (
                <>
                  <dt>会办单位</dt>
                  <dd>{letter.coHandlers.join('、')}</dd>
                </>
              )}
            </dl>
            <div className="earlier-letter">
              {letter.paragraphs.map((text, i) => (
                <p key={i}>{text}</p>
              ))}
            </div>
          </section>
        </>
      )}
    </Answer>
  );
}
