import type {
  letterWordingAnswer,
  wordingChangesAnswer,
  wordingChangesQuery,
  wordingPreviewAnswer,
  wordingPreviewBody,
} from '@fuhan/contracts';
import { Person } from '@fuhan/identity';
import { FuhanError } from '@fuhan/kernel';
import { renderHtml } from '@fuhan/letter-engine';
import { PlaceProfileVersion, type Profiles } from '@fuhan/platform';
import {
  letterKindNames,
  type LetterPiece,
  letterPieces,
  pieceAt,
  pieceChanges,
  type PlaceProfile,
  trialLetter,
} from '@fuhan/rules';
import { type EntityManager, In } from 'typeorm';
import type { z } from 'zod';
import { readWording } from './publish-wording.usecase';

type Wording = Omit<z.input<typeof letterWordingAnswer>, 'actions'>;

const passage = ({ path, kind, label, file }: LetterPiece) => ({
  ...{ piece: path, kind, label, file },
  kindName: letterKindNames[kind],
});

/** Every version of the place's profile with who published it, the newest first. */
export async function versionsBy(em: EntityManager, profiles: Profiles): Promise<Wording['versions']> {
  const versions = await profiles.versions(em);
  const people = await em.findBy(Person, {
    id: In(versions.flatMap(({ publishedBy }) => publishedBy ?? [])),
  });
  return versions.map(({ version, createdAt, publishedBy, reason }) => ({
    ...{ version, reason },
    createdAt: createdAt.toISOString(),
    by: people.find(({ id }) => id === publishedBy)?.name ?? null,
  }));
}

/** The passages as they stand, and the versions there were. */
export async function letterWordingOf(em: EntityManager, profiles: Profiles): Promise<Wording> {
  const current = await profiles.current(em);
  return {
    ...{ name: current.name, version: current.version },
    pieces: letterPieces(current).map((piece) => ({
      ...passage(piece),
      template: piece.template,
      usual: piece.usual,
    })),
    versions: await versionsBy(em, profiles),
  };
}

/**
 * A sample letter in words that are not saved; a fault in them is the answer. Nothing is changed.
 * @throws FuhanError `version.moved-on`, `wording.unknown-piece`
 */
export async function previewWording(
  em: EntityManager,
  profiles: Profiles,
  { piece: path, paper, ...edit }: z.output<typeof wordingPreviewBody>,
): Promise<z.input<typeof wordingPreviewAnswer>> {
  try {
    const { next } = await readWording(em, profiles, edit);
    const piece = pieceAt(next, path);
    if (!piece) throw new FuhanError('wording.unknown-piece', { piece: path });
    return { html: renderHtml(trialLetter(next, piece, paper)), problem: null };
  } catch (error) {
    const faults: readonly string[] = ['wording.faulty', 'profile.invalid'];
    if (error instanceof FuhanError && faults.includes(error.code))
      return { html: null, problem: error.message };
    throw error;
  }
}

/** A version that is there; 0: as shipped. @throws FuhanError `request.not-found` */
async function versionAsked(em: EntityManager, profiles: Profiles, version: number): Promise<PlaceProfile> {
  if (version === 0) return profiles.shipped();
  const { place } = await profiles.current(em);
  if (!(await em.existsBy(PlaceProfileVersion, { place, version })))
    throw new FuhanError('request.not-found');
  return profiles.version(em, version);
}

/** What differs in wording between two versions, passage by passage. @throws FuhanError `request.not-found` */
export async function wordingChangesOf(
  em: EntityManager,
  profiles: Profiles,
  { from, to }: z.output<typeof wordingChangesQuery>,
): Promise<z.input<typeof wordingChangesAnswer>> {
  const [before, after] = [await versionAsked(em, profiles, from), await versionAsked(em, profiles, to)];
  return {
    ...{ from, to },
    changes: pieceChanges(before, after).map(({ piece, ...words }) => ({ ...passage(piece), ...words })),
  };
}
