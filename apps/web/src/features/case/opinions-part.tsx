import { Link } from '@tanstack/react-router';
import { Tag } from '../../shared/ui/tag';
import type { CaseFile, Opinion } from '../../shared/api/types';
import { apiUrl } from '../../shared/api/client';
import { chineseNumber, showDay, showInstant } from '../../shared/format';
import { Nothing } from '../../shared/ui/states';
import { Prose } from '../../shared/ui/text';
import { actionKey } from './action-key';
import { ConfirmationsPart } from './confirmations-part';
import { Fate } from './fate';
import { ContributionsPart, OwnRoute } from './inside-part';
import { sectionFor } from './section-form';
import { stateTint } from './state-tint';

type Version = Opinion['versions'][number];

/** 会办意见: the latest version open, the earlier ones kept below. */
export function OpinionsPart({ file }: { file: CaseFile }) {
  if (file.opinions.length === 0) return <Nothing words="这一件没有会办单位。" />;
  return (
    <>
      <h2>会办意见</h2>
      {file.opinions.map((opinion) => (
        <OpinionView key={opinion.id} file={file} opinion={opinion} />
      ))}
      <ContributionsPart file={file} />
      {/* Whoever may not read the draft finds here what it was asked about it. */}
      {file.drafts.length === 0 && <ConfirmationsPart file={file} />}
    </>
  );
}

/** One unit's opinion: the latest version open, what became of it, the earlier ones below. */
export function OpinionView({ file, opinion }: { file: CaseFile; opinion: Opinion }) {
  return (
    <section className="part" aria-label={opinion.unit}>
      <h3 className="between">
        {opinion.unit}
        <Tag tint={stateTint(opinion.state)}>{opinion.stateLabel}</Tag>
      </h3>
      {opinion.returnReason && (
        <div className="question">
          <b>退回原因</b>
          <Prose text={opinion.returnReason} />
        </div>
      )}
      {opinion.ownRoute && <OwnRoute file={file} route={opinion.ownRoute} />}
      <Links opinion={opinion} />
      {opinion.versions.length === 0 && <p className="quiet">还没有提交。</p>}
      {[...opinion.versions]
        .sort((a, b) => b.version - a.version)
        .map((version, i) => (
          <details key={version.version} open={i === 0}>
            <summary>
              第 {version.version} 版 · {version.submittedBy} {showInstant(version.submittedAt)}{' '}
              {version.via !== 'system' && <Tag>{version.viaLabel}</Tag>}{' '}
              {version.late && <Tag>逾期提交</Tag>}
            </summary>
            <Items file={file} version={version} latest={i === 0} />
          </details>
        ))}
    </section>
  );
}

/** The links by which a unit without an account was asked; the address is there to be sent on. */
function Links({ opinion }: { opinion: Opinion }) {
  return opinion.links.map(({ id, stateLabel, expiresOn, address }) => (
    <p key={id} className="quiet">
      填写链接（{stateLabel}，{showDay(expiresOn)}前有效）{address && <code>{address}</code>}
    </p>
  ));
}

function Items({ file, version, latest }: { file: CaseFile; version: Version; latest: boolean }) {
  const adopt = latest ? file.nextActions.find((action) => action.command === 'draft.adopt') : undefined;
  return (
    <>
      {version.items.map((item) => {
        const suggestion = file.suggestions.find((each) => each.id === item.suggestionId);
        const adoptable = adopt?.choices.opinionItems?.some((choice) => choice.value === item.id);
        return (
          <article key={item.id} className="opinion">
            <h4>
              {suggestion ? `${chineseNumber(suggestion.ordinal)}、${suggestion.title}` : '总体意见'}{' '}
              <Tag>{item.positionLabel}</Tag>
            </h4>
            <Prose text={item.body} />
            {item.facts.length > 0 && (
              <ul>
                {item.facts.map((fact, i) => (
                  <li key={i}>
                    数据：{fact.scope}
                    {fact.name} {fact.value}
                    {fact.asOf && `（截至 ${showDay(fact.asOf)}）`}
                    {fact.source && `，来源：${fact.source}`}
                  </li>
                ))}
              </ul>
            )}
            {item.commitments.length > 0 && (
              <ul>
                {item.commitments.map((commitment, i) => (
                  <li key={i}>
                    承诺：{commitment.text}
                    {commitment.dueOn && `（${showDay(commitment.dueOn)}前）`}
                    {commitment.owner && `，责任：${commitment.owner}`}
                  </li>
                ))}
              </ul>
            )}
            {item.fate && (
              <div>
                答复稿：
                <Fate fate={item.fate} />
              </div>
            )}
            {adopt && adoptable && (
              <Link
                to="."
                search={(now) => ({
                  ...now,
                  do: actionKey(adopt),
                  with: { opinionItemId: item.id, sectionId: sectionFor(file, item.suggestionId) },
                })}
                className="as-button"
                resetScroll={false}
              >
                采用到答复稿
              </Link>
            )}
          </article>
        );
      })}
      <p className="quiet">
        联系人：{version.contactName} {version.contactPhone}
        {version.signerName && ` · 签发：${version.signerName} ${version.signerDuty ?? ''}`} ·{' '}
        {version.publicationLabel}
      </p>
      {version.attachments.map(({ id, name, scan, href }) => (
        <p key={id}>
          <a href={apiUrl(href)} download>
            {scan ? '扫描件' : '附件'}：{name}
          </a>
        </p>
      ))}
    </>
  );
}
