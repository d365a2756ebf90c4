import { Link } from '@tanstack/react-router';
import { Tag } from '../../shared/ui/tag';
import { useState } from 'react';
import type { CaseFile, Draft, Passage, Section } from '../../shared/api/types';
import { positions, publications } from '../../shared/api/words';
import { Nothing } from '../../shared/ui/states';
import { Differences, Prose } from '../../shared/ui/text';
import { actionKey } from './action-key';
import { ConfirmationsPart } from './confirmations-part';
import { MergeDeskPart } from './merge-desk-part';
import { FindingsPart } from './findings-part';
import { WrittenLetter } from '../letters/written-letter';
import { ReviewSteps } from './review-steps';
import { stateTint } from './state-tint';

/** 答复稿: each section with its passages and where they came from, and how the review went. */
export function DraftPart({ file }: { file: CaseFile }) {
  if (file.drafts.length === 0)
    return <Nothing words="还没有开始拟稿：主办单位分给科室后，答复稿会自动建好。" />;
  return file.drafts.map((draft) => (
    <section key={draft.id} aria-label={`${draft.unit}的答复稿`}>
      <h2 className="between">
        <span>
          {draft.unit}的答复稿 <small className="quiet">第 {draft.version} 稿</small>
        </span>
        <Tag tint={stateTint(draft.state)}>{draft.stateLabel}</Tag>
      </h2>
      {draft.returnReason && (
        <div className="question">
          <b>退回意见</b>
          <Prose text={draft.returnReason} />
        </div>
      )}
      <Frame draft={draft} />
      <DeskLink file={file} draft={draft} />
      <ReviewLink file={file} draft={draft} />
      <Preview proposalId={file.proposal.id} draft={draft} />
      {draft.prose.length > 0 && (
        <div className="part">
          <h3>总体回应</h3>
          <Prose text={draft.prose.join('\n')} />
        </div>
      )}
      {draft.sections.map((section) => (
        <SectionView key={section.id} file={file} section={section} />
      ))}
      {draft.kind === 'reply' && <MergeDeskPart file={file} draft={draft} />}
      <ConfirmationsPart
        file={{ ...file, confirmations: file.confirmations.filter((each) => each.draftId === draft.id) }}
      />
      <FindingsPart draft={draft} />
      <ReviewSteps draft={draft} />
    </section>
  ));
}

/** Where the drafter writes: for whoever may write this draft now. */
function DeskLink({ file, draft }: { file: CaseFile; draft: Draft }) {
  const mayWrite = file.nextActions.some(
    ({ command, targetId }) => command === 'draft.saveSection' && targetId === draft.id,
  );
  return (
    mayWrite && (
      <Link to="/proposals/$id/draft" params={{ id: file.proposal.id }} className="as-button as-primary">
        打开拟稿台
      </Link>
    )
  );
}

/** Where it is read and signed: for whoever reviews it. */
function ReviewLink({ file, draft }: { file: CaseFile; draft: Draft }) {
  if (draft.steps.length === 0) return null;
  const mine = draft.steps.some((step) => step.mine);
  return (
    <Link
      to="/proposals/$id/review"
      params={{ id: file.proposal.id }}
      className={mine ? 'as-button as-primary' : 'as-button'}
    >
      {mine ? '去审阅签批' : '看审阅页'}
    </Link>
  );
}

function Frame({ draft }: { draft: Draft }) {
  return (
    <dl className="facts">
      <dt>办理结果</dt>
      <dd>
        {draft.outcomeClass ? `${draft.outcomeClass} 类${draft.printClass ? '（印在函上）' : ''}` : '未定'}
      </dd>
      <dt>公开方式</dt>
      <dd>{publications[draft.publication]}</dd>
      <dt>联系人</dt>
      <dd>{draft.contacts.map((contact) => `${contact.name} ${contact.phone}`).join('；') || '未填'}</dd>
    </dl>
  );
}

function Preview({ proposalId, draft }: { proposalId: string; draft: Draft }) {
  const [open, setOpen] = useState(false);
  const address = `/api/drafts/${draft.id}/preview`;
  return (
    <>
      <p className="row-buttons">
        <button type="button" className="as-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? '收起预览' : '预览答复函'}
        </button>
        <a className="as-button" href={`${address}.pdf`} target="_blank" rel="noreferrer">
          按纸面版式看（PDF）
        </a>
        {draft.alsoLetters.map(({ proposalId: other, number }) => (
          <a
            key={other}
            className="as-button"
            href={`${address}.pdf?answers=${other}`}
            target="_blank"
            rel="noreferrer"
          >
            第 {number} 号的函（PDF）
          </a>
        ))}
      </p>
      {open && <WrittenLetter proposalId={proposalId} href={`${address}.html`} title="答复函预览" />}
    </>
  );
}

function SectionView({ file, section }: { file: CaseFile; section: Section }) {
  const write = file.nextActions.find(
    (action) => action.command === 'draft.saveSection' && action.defaults.sectionId === section.id,
  );
  return (
    <article className="part">
      <h3 className="between">
        <span>
          {section.heading} {section.verdict && <Tag tint="blue">{positions[section.verdict]}</Tag>}
        </span>
        {write && (
          <Link
            to="."
            search={(now) => ({ ...now, do: actionKey(write), with: undefined })}
            className="as-button"
            resetScroll={false}
          >
            写这一部分<span className="sr-only">：{section.heading}</span>
          </Link>
        )}
      </h3>
      {section.passages.length === 0 && <p className="quiet">还没有写。</p>}
      {section.passages.map((passage) => (
        <PassageView key={passage.id} passage={passage} />
      ))}
    </article>
  );
}

function PassageView({ passage }: { passage: Passage }) {
  const { sources, edited } = passage;
  const from = sources.map(({ unit, opinionVersion }) => `采自 ${unit} 第 ${opinionVersion} 版`).join('，');
  return (
    <div className={`passage passage-${passage.kind}`}>
      <Prose text={passage.body} />
      <p className="source">
        {from || `${passage.writtenBy} 撰写`}
        {edited && (
          <details>
            <summary>已改动，看改了哪里</summary>
            <Differences before={sources.map(({ text }) => text).join('')} after={passage.body} />
          </details>
        )}
      </p>
    </div>
  );
}
