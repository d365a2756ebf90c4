import type { ReturnRequest } from '../../shared/api/types';
import { showDay, showInstant } from '../../shared/format';
import { Tag } from '../../shared/ui/tag';
import { Prose } from '../../shared/ui/text';
import { stateTint } from './state-tint';

/** 退办与调整申请 of one unit: who said what when, in order. */
export function ReturnRequests({ requests }: { requests: readonly ReturnRequest[] }) {
  return requests.map((request) => (
    <section key={request.id} className="request" aria-label="退办与调整申请">
      <h4 className="between">
        <span>{request.wishLabel}</span>
        <Tag tint={stateTint(request.state)}>{request.stateLabel}</Tag>
      </h4>
      <ol className="plain said">
        {request.statements.map((said) => (
          <li key={said.kind}>
            <p>
              <b>{said.label}</b>
              {said.unit && `（${said.unit}）`}
            </p>
            <Prose text={said.words} />
            <p className="quiet">
              {said.speaker} · {said.person} {showInstant(said.at)}
              {said.dated && ` · ${showDay(said.dated)}的文`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  ));
}
