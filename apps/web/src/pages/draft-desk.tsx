import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Desk, DeskContext } from '../features/draft-desk/desk';
import { DeskHead } from '../features/draft-desk/desk-head';
import { SectionCard } from '../features/draft-desk/section-card';
import { Side } from '../features/draft-desk/side';
import { SuggestionsSide } from '../features/draft-desk/suggestions-side';
import { caseQuery, meQuery } from '../shared/api/queries';
import type { CaseFile, Draft, NextAction } from '../shared/api/types';
import { useChangedAt } from '../shared/live';
import { Answer, Nothing, usePageTitle } from '../shared/ui/states';

const route = getRouteApi('/shell/proposals/$id/draft');

const writesOf = (file: CaseFile): readonly NextAction[] =>
  file.nextActions.filter(({ command }) => command === 'draft.saveSection');

/** 拟稿台: the reply section by section, beside what the units said and what the checks find. */
export function DraftDeskPage() {
  const { id } = route.useParams();
  const client = useQueryClient();
  const query = useQuery(caseQuery(id));
  const changedAt = useChangedAt(id);
  usePageTitle(query.data && `拟稿：${query.data.proposal.title}`);
  // What is being typed is safe with its keeper, so a colleague's change may come in by itself.
  useEffect(() => {
    if (changedAt > 0) void client.invalidateQueries({ queryKey: caseQuery(id).queryKey });
  }, [changedAt, client, id]);
  return (
    <Answer query={query}>
      {(file) => {
        const draft = file.drafts.find(({ id: own }) =>
          writesOf(file).some(({ targetId }) => targetId === own),
        );
        return draft ? <DeskView file={file} draft={draft} /> : <NothingToWrite file={file} />;
      }}
    </Answer>
  );
}

function NothingToWrite({ file }: { file: CaseFile }) {
  return (
    <div className="card">
      <h1 className="pad-head">{file.proposal.title}</h1>
      <Nothing words="现在没有由您拟写的答复稿：可能还没有分办，已经送审，或由别人拟稿。">
        <Link
          to="/proposals/$id"
          params={{ id: file.proposal.id }}
          search={{ tab: 'draft' }}
          className="as-button"
        >
          回到案卷
        </Link>
      </Nothing>
    </div>
  );
}

function useEditors(): Pick<Desk, 'keepEditor' | 'editorOf'> {
  const [editors, setEditors] = useState<ReadonlyMap<string, Editor>>(new Map());
  const keepEditor = useCallback((sectionId: string, editor: Editor | null) => {
    setEditors((now) => {
      const next = new Map(now);
      if (editor) next.set(sectionId, editor);
      else next.delete(sectionId);
      return next;
    });
  }, []);
  return { keepEditor, editorOf: (sectionId) => editors.get(sectionId) };
}

function useSavers(): Pick<Desk, 'keepSaver' | 'saveAll'> {
  const savers = useRef(new Map<string, () => Promise<boolean>>());
  const keepSaver = useCallback((sectionId: string, save: (() => Promise<boolean>) | null) => {
    if (save) savers.current.set(sectionId, save);
    else savers.current.delete(sectionId);
  }, []);
  const saveAll = useCallback(
    async () => (await Promise.all([...savers.current.values()].map((save) => save()))).every(Boolean),
    [],
  );
  return { keepSaver, saveAll };
}

function DeskView({ file, draft }: { file: CaseFile; draft: Draft }) {
  const { data: me } = useSuspenseQuery(meQuery);
  const { side } = route.useSearch();
  const [active, setActive] = useState<string | undefined>(draft.sections[0]?.id);
  const { keepEditor, editorOf } = useEditors();
  const { keepSaver, saveAll } = useSavers();
  const desk = useMemo(
    () => ({
      ...{ draftId: draft.id, personId: me.id, active, setActive },
      ...{ keepEditor, editorOf, keepSaver, saveAll },
    }),
    [draft.id, me.id, active, keepEditor, editorOf, keepSaver, saveAll],
  );
  return (
    <DeskContext value={desk}>
      <DeskHead file={file} draft={draft} />
      <div className="desk">
        <SuggestionsSide file={file} draft={draft} />
        <div className="desk-sections">
          {draft.sections.map((section) => {
            const write = writesOf(file).find(({ defaults }) => defaults.sectionId === section.id);
            return write && <SectionCard key={section.id} file={file} section={section} write={write} />;
          })}
        </div>
        <Side file={file} draft={draft} asked={side} />
      </div>
    </DeskContext>
  );
}
