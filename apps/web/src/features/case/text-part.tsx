import type { CaseFile } from '../../shared/api/types';
import { apiUrl } from '../../shared/api/client';
import { chineseNumber, showInstant } from '../../shared/format';
import { Nothing } from '../../shared/ui/states';
import { Prose } from '../../shared/ui/text';

/** 原文与建议: what was asked, and the points it was split into. */
export function TextPart({ file }: { file: CaseFile }) {
  const { proposal } = file;
  if (proposal.fullText === '') return <Nothing words="本单位已不承办这件提案，这里只留有本单位办过的事。" />;
  return (
    <>
      <section aria-labelledby="suggestions-title">
        <h2 id="suggestions-title">建议（{file.suggestions.length} 条）</h2>
        <ol className="plain suggestions">
          {file.suggestions.map((suggestion) => (
            <li key={suggestion.id}>
              <h3>
                {chineseNumber(suggestion.ordinal)}、{suggestion.title}
              </h3>
              <Prose text={suggestion.body} />
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="text-title">
        <h2 id="text-title">提案全文</h2>
        {proposal.original && (
          <p>
            原件：<a href={apiUrl(proposal.original.href)}>{proposal.original.name}</a>
          </p>
        )}
        <Prose text={proposal.fullText} />
      </section>
      <dl className="facts">
        <dt>提案者</dt>
        <dd>{file.proposers.map((each) => `${each.name}（${each.kindLabel}）`).join('、')}</dd>
        <dt>公开</dt>
        <dd>{proposal.consentToPublish ? '提案者同意公开' : '提案者不同意公开'}</dd>
        <dt>登记</dt>
        <dd>
          {proposal.registeredBy}，{showInstant(proposal.registeredAt)}
        </dd>
      </dl>
    </>
  );
}
