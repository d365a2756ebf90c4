import type { CaseFile, Draft, Section } from '../../shared/api/types';
import { positions } from '../../shared/api/words';
import { chineseNumber } from '../../shared/format';
import { Tag } from '../../shared/ui/tag';
import { useDesk } from './desk';

/** Where a section stands, in a word. */
function stateOf({ suggestionId, verdict, passages }: Section): { words: string; tint: 'green' | 'amber' } {
  if (passages.length === 0) return { words: '还没写', tint: 'amber' };
  if (suggestionId !== null && verdict === null) return { words: '采纳意见未定', tint: 'amber' };
  return { words: verdict ? positions[verdict] : '已写', tint: 'green' };
}

/** How many units have said something to a suggestion. */
const opinionsOn = (file: CaseFile, suggestionId: string | null): number =>
  file.opinions.filter(({ versions }) =>
    versions.some(({ items }) => items.some((item) => item.suggestionId === suggestionId)),
  ).length;

/** The sections as a list, each with how far it is. */
export function SuggestionsSide({ file, draft }: { file: CaseFile; draft: Draft }) {
  const { active, editorOf } = useDesk();
  const go = (id: string): void => {
    document.getElementById(`section-${id}`)?.scrollIntoView({ block: 'start' });
    editorOf(id)?.commands.focus('end', { scrollIntoView: false });
  };
  return (
    <nav className="card desk-list" aria-label="各条建议">
      <ol className="plain">
        {draft.sections.map((section) => {
          const { words, tint } = stateOf(section);
          const given = opinionsOn(file, section.suggestionId);
          return (
            <li key={section.id}>
              <button
                type="button"
                aria-current={active === section.id ? 'true' : undefined}
                onClick={() => go(section.id)}
              >
                <span>
                  {chineseNumber(section.ordinal)}、{section.heading}
                </span>
                <span className="row-buttons">
                  <Tag tint={tint}>{words}</Tag>
                  {given > 0 && <small className="quiet">{given} 家意见</small>}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
