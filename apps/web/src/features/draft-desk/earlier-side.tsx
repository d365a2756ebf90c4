import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { earlierRepliesQuery } from '../../shared/api/queries';
import type { EarlierReply } from '../../shared/api/types';
import { showDay } from '../../shared/format';
import { Answer, Nothing } from '../../shared/ui/states';
import { Tag } from '../../shared/ui/tag';
import { useDesk } from './desk';
import { insertQuote } from './insert';

/** 往年答复 to a suggestion like the one that is being answered, to be quoted with its source. */
export function EarlierSide({ draftId, sectionId }: { draftId: string; sectionId: string | undefined }) {
  if (!sectionId) return <Nothing words="把光标放进一条建议的答复里，这里会列出往年答复过的相近建议。" />;
  return <OfSection draftId={draftId} sectionId={sectionId} />;
}

function OfSection({ draftId, sectionId }: { draftId: string; sectionId: string }) {
  const query = useQuery(earlierRepliesQuery(draftId, sectionId));
  return (
    <Answer query={query}>
      {(replies) =>
        replies.length === 0 ? (
          <Nothing words="没有找到答复过相近建议的函。" />
        ) : (
          replies.map((reply) => <Reply key={`${reply.letterId} ${reply.heading}`} reply={reply} />)
        )
      }
    </Answer>
  );
}

function Reply({ reply }: { reply: EarlierReply }) {
  const { active, editorOf } = useDesk();
  const editor = active ? editorOf(active) : undefined;
  const { letterId, proposalId, documentNumber, date, unit, heading, paragraphs } = reply;
  return (
    <section className="part" aria-label={`${documentNumber} ${heading}`}>
      <h4>{heading}</h4>
      <p className="quiet">
        <Link
          {...(proposalId === null
            ? { to: '/earlier-letters', search: { letter: letterId }, target: '_blank' }
            : { to: '/proposals/$id', params: { id: proposalId }, search: { tab: 'letters' } })}
        >
          {documentNumber}
        </Link>{' '}
        · {unit} · {showDay(date)}
      </p>
      {paragraphs.map(({ text, aged }, i) => (
        <div key={i} className="offer">
          <p>{text}</p>
          {aged && <Tag tint="amber">有一年以前的数字，请核实更新</Tag>}
          {editor && (
            <button
              type="button"
              className="as-button"
              aria-label={`引用这一段：${text.slice(0, 12)}`}
              onClick={() => insertQuote(editor, text, documentNumber)}
            >
              引用这一段
            </button>
          )}
        </div>
      ))}
    </section>
  );
}
