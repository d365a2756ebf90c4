import { useQuery } from '@tanstack/react-query';
import { signOffQuery } from '../../shared/api/review-queries';
import type { Draft, SignOffSheet } from '../../shared/api/types';
import { InkPicture } from '../../shared/ui/ink';
import { Answer, Loading } from '../../shared/ui/states';
import { Round, roundsOf } from '../case/review-steps';

/** 发文稿纸: as it is printed, the signature at the top, each one's words in the own box. */
export function Paper({ proposalId, draft }: { proposalId: string; draft: Draft }) {
  const query = useQuery(signOffQuery(proposalId, draft.id));
  const [, ...earlier] = roundsOf(draft);
  return (
    <section className="card pad paper" aria-label="发文稿纸">
      <h2>发文稿纸</h2>
      <Answer query={query} loading={<Loading rows={4} />}>
        {(sheet) => <Boxes sheet={sheet} />}
      </Answer>
      {earlier.length > 0 && (
        <details open>
          <summary>前 {earlier.length} 轮的意见</summary>
          {earlier.map((round) => (
            <Round key={round} draft={draft} round={round} />
          ))}
        </details>
      )}
      <p>
        <a
          className="as-button"
          href={`/api/drafts/${draft.id}/sign-off-sheet.pdf`}
          target="_blank"
          rel="noreferrer"
        >
          打印发文稿纸
        </a>
      </p>
    </section>
  );
}

function Boxes({ sheet }: { sheet: SignOffSheet }) {
  const facts: [string, string][] = [
    ['拟稿', [sheet.office, sheet.drafter].filter(Boolean).join(' ')],
    ['公开方式', sheet.publication],
    ['办理结果', sheet.outcomeClass || '未定'],
    ['文号', sheet.documentNumber || '签发后编号'],
    ['主送', sheet.sendTo],
    ['抄送', sheet.copyTo || '无'],
  ];
  return (
    <table className="sheet-table">
      <tbody>
        <tr>
          <th scope="row">标题</th>
          <td>{sheet.title}</td>
        </tr>
        {sheet.steps.toReversed().map((step, at) => (
          <tr key={at}>
            <th scope="row">
              {step.name}
              {step.note && <span className="quiet">（{step.note}）</span>}
            </th>
            <td>
              {step.ink && (
                <InkPicture ink={step.ink} words={`手写签批：${step.words}${step.by}，${step.at}`} />
              )}
              {step.words && <span className={step.ink ? 'quiet' : 'hand'}>{step.words}</span>}{' '}
              <span className="quiet">
                {step.by} {step.at}
              </span>
            </td>
          </tr>
        ))}
        {sheet.overrules.map((each, at) => (
          <tr key={`kept ${at}`}>
            <th scope="row">准予保留</th>
            <td>
              {each.name}：<span className="hand">{each.words}</span>{' '}
              <span className="quiet">
                {each.by} {each.at}
              </span>
            </td>
          </tr>
        ))}
        {facts.map(([name, words]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{words}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
