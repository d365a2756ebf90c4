import type { CaseFile } from '../../shared/api/types';
import { apiUrl } from '../../shared/api/client';
import { chineseNumber, showInstant } from '../../shared/format';
import { Tag } from '../../shared/ui/tag';
import { Nothing } from '../../shared/ui/states';
import { Prose } from '../../shared/ui/text';
import { MergedTexts } from './merging-part';

/** 王一（委员，附议，第135002号） */
const proposerWords = ({ name, kindLabel, role, roleLabel, of }: CaseFile['proposers'][number]): string => {
  const more = [kindLabel, ...(role === 'first' ? [] : [roleLabel]), ...(of ? [`第${of}号`] : [])];
  return `${name}（${more.join('，')}）`;
};

/** 原文与建议: what was asked, and the points it was split into. */
export function TextPart({ file, points = true }: { file: CaseFile; points?: boolean }) {
  const { proposal } = file;
  if (proposal.fullText === '') return <Nothing words="本单位已不承办这件提案，这里只留有本单位办过的事。" />;
  return (
    <>
      {points && <Points file={file} />}
      <section aria-labelledby="text-title">
        <h2 id="text-title">提案全文</h2>
        {proposal.original && (
          <p>
            原件：<a href={apiUrl(proposal.original.href)}>{proposal.original.name}</a>
          </p>
        )}
        <Prose text={proposal.fullText} />
      </section>
      <MergedTexts
        merges={proposal.merges}
        linked={file.nextActions.some(({ command }) => command.startsWith('proposal.'))}
      />
      <dl className="facts">
        <dt>提案者</dt>
        <dd>{file.proposers.map(proposerWords).join('、')}</dd>
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

/** The points it was split into. */
function Points({ file }: { file: CaseFile }) {
  return (
    <section aria-labelledby="suggestions-title">
      <h2 id="suggestions-title">建议（{file.suggestions.length} 条）</h2>
      <ol className="plain suggestions">
        {file.suggestions.map((suggestion) => (
          <li key={suggestion.id}>
            <h3>
              {chineseNumber(suggestion.ordinal)}、{suggestion.title}{' '}
              {suggestion.of && <Tag>第 {suggestion.of} 号</Tag>}
            </h3>
            <Prose text={suggestion.body} />
          </li>
        ))}
      </ol>
    </section>
  );
}
