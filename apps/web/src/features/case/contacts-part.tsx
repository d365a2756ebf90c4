import { apiUrl } from '../../shared/api/client';
import type { CaseFile } from '../../shared/api/types';
import { showDay, showInstant } from '../../shared/format';
import { Nothing } from '../../shared/ui/states';
import { Tag } from '../../shared/ui/tag';
import { Prose } from '../../shared/ui/text';
import { stateTint } from './state-tint';

/** 沟通: each talk with the proposer, and what the proposer says of the record. */
export function ContactsPart({ file }: { file: CaseFile }) {
  if (file.contacts.length === 0) return <Nothing words="还没有与提案者沟通的记录。" />;
  return (
    <>
      <h2>沟通记录</h2>
      {file.contacts.map((contact) => (
        <section key={contact.id} className="part" aria-label={`${contact.heldOn} ${contact.wayLabel}`}>
          <h3 className="between">
            {showDay(contact.heldOn)} {contact.wayLabel}
            <Tag tint={stateTint(contact.state)}>{contact.stateLabel}</Tag>
          </h3>
          <p className="quiet">
            {contact.proposers.join('、')} · {contact.unit} {contact.people}
            {contact.place && ` · ${contact.place}`}
          </p>
          <Prose text={contact.said} />
          {contact.outcome && (
            <div className="question">
              <b>提案者意见</b>
              <Prose text={contact.outcome} />
            </div>
          )}
          {contact.answer && (
            <div className="question">
              <b>{contact.state === 'struck' ? '更正原因' : `${contact.answeredBy ?? '提案者'}的说明`}</b>
              <Prose text={contact.answer} />
            </div>
          )}
          <p className="quiet">
            {contact.recordedBy} 记于 {showInstant(contact.recordedAt)}
            {contact.file && (
              <>
                {' · '}
                <a href={apiUrl(contact.file.href)}>照片或扫描件</a>
              </>
            )}
          </p>
        </section>
      ))}
    </>
  );
}
