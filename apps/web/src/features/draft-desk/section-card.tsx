import type { Editor } from '@tiptap/core';
import { useCallback, useEffect } from 'react';
import type { CaseFile, NextAction, Section } from '../../shared/api/types';
import { positions } from '../../shared/api/words';
import { chineseNumber } from '../../shared/format';
import { Clashes } from './clashes';
import { useDesk } from './desk';
import { lengthOf, type Source } from './pieces';
import { SaveNote } from './save-note';
import { SectionEditor } from './section-editor';
import { useSectionKeeper } from './use-section-keeper';

interface Props {
  readonly file: CaseFile;
  readonly section: Section;
  readonly write: NextAction;
}

const newId = (): string => crypto.randomUUID();

/** 采自 市人社局 第 2 版 */
const originLabel =
  (file: CaseFile) =>
  (sources: readonly Source[]): string => {
    const units = sources.map(({ opinionItemId }) => {
      const from = file.opinions.find(({ versions }) =>
        versions.some(({ items }) => items.some(({ id }) => id === opinionItemId)),
      );
      const version = from?.versions.find(({ items }) => items.some(({ id }) => id === opinionItemId));
      return from && version ? `${from.unit}（第 ${version.version} 版）` : '会办意见';
    });
    return `采自 ${[...new Set(units)].join('、')}`;
  };

/** One section on the desk: what it answers, how, and its text. */
export function SectionCard({ file, section, write }: Props) {
  const { draftId, personId, setActive, keepEditor, keepSaver } = useDesk();
  const { keeper, keeping } = useSectionKeeper(section, {
    proposalId: file.proposal.id,
    draftId,
    personId,
    href: write.href,
  });
  const { text } = keeping;
  useEffect(() => {
    keepSaver(section.id, () => keeper.flush().then(() => keeper.read().state === 'saved'));
    return () => keepSaver(section.id, null);
  }, [keepSaver, keeper, section.id]);
  const onEditor = useCallback(
    (editor: Editor | null) => keepEditor(section.id, editor),
    [keepEditor, section.id],
  );
  const title = `${chineseNumber(section.ordinal)}、${section.heading}`;
  return (
    <article id={`section-${section.id}`} className="card desk-section" aria-label={title}>
      <header className="between">
        {section.suggestionId === null ? (
          <input
            className="heading-field"
            aria-label="标题"
            value={text.heading ?? ''}
            maxLength={200}
            onChange={({ target }) => keeper.change({ ...keeper.read().text, heading: target.value })}
          />
        ) : (
          <h2>{title}</h2>
        )}
        {section.suggestionId !== null && (
          <select
            aria-label={`采纳意见：${title}`}
            value={text.verdict ?? ''}
            onChange={({ target }) =>
              keeper.change({
                ...keeper.read().text,
                verdict: (target.value || null) as Section['verdict'],
              })
            }
          >
            <option value="">采纳意见未定</option>
            {Object.entries(positions).map(([position, words]) => (
              <option key={position} value={position}>
                {words}
              </option>
            ))}
          </select>
        )}
      </header>
      <SectionEditor
        label={`${title}的正文`}
        pieces={text.pieces}
        revision={keeping.revision}
        originLabel={originLabel(file)}
        newId={newId}
        onChange={(pieces) => keeper.change({ ...keeper.read().text, pieces })}
        onEditor={onEditor}
        onFocus={() => setActive(section.id)}
      />
      {keeping.clashes.length > 0 && <Clashes clashes={keeping.clashes} keeper={keeper} />}
      <footer className="between">
        <SaveNote keeping={keeping} />
        <small className="quiet">{lengthOf(text.pieces)} 字</small>
      </footer>
    </article>
  );
}
