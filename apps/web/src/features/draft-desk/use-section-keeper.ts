import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { postCommand } from '../../shared/api/client';
import { asProblem } from '../../shared/api/problem';
import { caseQuery, findingsQuery } from '../../shared/api/queries';
import type { CaseFile, Section } from '../../shared/api/types';
import { localCopies } from './local-copy';
import { textOf } from './pieces';
import { SectionKeeper, type Stored } from './section-keeper';

interface Place {
  readonly proposalId: string;
  readonly draftId: string;
  readonly personId: string;
  /** Where this section is saved. */
  readonly href: string;
}

const storedOf = (section: Section): Stored => ({ version: section.version, text: textOf(section) });

const sectionIn = (file: CaseFile | undefined, id: string): Section | undefined =>
  file?.drafts.flatMap(({ sections }) => sections).find((section) => section.id === id);

/** Keeps one section while it is open: saves it, follows what others write, and lets nothing get lost on the way out. */
export function useSectionKeeper(section: Section, place: Place) {
  const client = useQueryClient();
  const { proposalId, draftId, personId, href } = place;
  const keeper = useMemo(
    () =>
      new SectionKeeper(storedOf(section), {
        copies: localCopies(personId, section.id),
        newId: () => crypto.randomUUID(),
        now: Date.now,
        async send({ heading, verdict, pieces }, version) {
          const body = { sectionId: section.id, version, heading, verdict, passages: pieces };
          await postCommand(href, body).catch((error: unknown) => {
            throw asProblem(error);
          });
          void client.invalidateQueries({ queryKey: findingsQuery(draftId).queryKey });
        },
        async fetch() {
          const file = await client
            .fetchQuery({ ...caseQuery(proposalId), staleTime: 0 })
            .catch((error: unknown) => {
              throw asProblem(error);
            });
          return storedOf(sectionIn(file, section.id) ?? section);
        },
      }),
    // The section's own later versions are told to the keeper below; a new keeper would forget what is being typed.
    [client, draftId, href, personId, proposalId, section.id],
  );
  useEffect(() => keeper.serverHas(storedOf(section)), [keeper, section]);
  useEffect(() => {
    const save = (): void => void keeper.flush();
    const onVisibility = (): void => {
      if (document.visibilityState === 'hidden') save();
    };
    window.addEventListener('online', save);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      window.removeEventListener('online', save);
      document.removeEventListener('visibilitychange', onVisibility);
      save();
    };
  }, [keeper]);
  return { keeper, keeping: useSyncExternalStore(keeper.subscribe, keeper.read) };
}
