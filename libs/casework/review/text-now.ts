import { createHash } from 'node:crypto';
import { emptyLetter, type LetterModel, renderText } from '@fuhan/letter-engine';
import { FRAME, type PartDigests, type PlaceProfile, speaksOf } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import { DraftSection, DraftSnapshot } from '../case/entities';
import { composeDraft } from '../drafting/compose-draft';

interface Reading {
  readonly em: EntityManager;
  readonly profile: PlaceProfile;
}

interface SectionText {
  readonly id: string;
  readonly ordinal: number;
  readonly text: string;
  /** Units whose opinions stand in it. */
  readonly sources: readonly string[];
}

/** A draft as its rows stand now, whole and by part, without number and date. */
export interface TextNow {
  readonly model: LetterModel;
  /** SHA-256 of the whole text. */
  readonly digest: string;
  readonly frame: string;
  readonly sections: readonly SectionText[];
}

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A section by itself is numbered 一、 wherever it stands: another one before it does not touch it. */
const sectionText = (section: LetterModel['sections'][number] | undefined): string =>
  section === undefined ? '' : renderText({ ...emptyLetter(), sections: [section] });

/** Composes a draft and takes it apart. @throws FuhanError as `composeDraft` */
export async function textNow(ctx: Reading, draftId: string): Promise<TextNow> {
  const model = await composeDraft(ctx, draftId, { documentNumber: null, date: null });
  const sections = await ctx.em.find(DraftSection, { where: { draftId }, order: { ordinal: 'ASC' } });
  const sources = (await ctx.em.query(
    `SELECT p.section_id AS "sectionId", s.unit_id AS "unitId" FROM passage_source s JOIN passage p ON p.id = s.passage_id
     WHERE p.section_id = ANY($1::uuid[])`,
    [sections.map(({ id }) => id)],
  )) as { sectionId: string; unitId: string }[];
  return {
    model,
    digest: sha(renderText(model)),
    // What stands in no row of its own (a 更正函 has none) belongs to the frame.
    frame: renderText({ ...model, sections: model.sections.slice(sections.length) }),
    sections: sections.map(({ id, ordinal }, i) => ({
      id,
      ordinal,
      text: sectionText(model.sections[i]),
      sources: sources.filter(({ sectionId }) => sectionId === id).map(({ unitId }) => unitId),
    })),
  };
}

/** What a step looks at, by part: everything, what came from its unit, or what speaks of a topic; everything where that is nothing. */
export function partsFor(
  profile: PlaceProfile,
  { frame, sections }: TextNow,
  { sees, unitId }: { readonly sees: string; readonly unitId: string },
): PartDigests {
  const chosen =
    sees === 'all'
      ? []
      : sections.filter(({ text, sources }) =>
          sees === 'own' ? sources.includes(unitId) : speaksOf(profile, sees, text),
        );
  const digests = (list: readonly SectionText[]): PartDigests =>
    Object.fromEntries(list.map(({ id, text }) => [id, sha(text)]));
  return chosen.length > 0 ? digests(chosen) : { [FRAME]: sha(frame), ...digests(sections) };
}

/** Keeps the text as it was seen; the same text is kept once. */
export async function keepSnapshot(
  em: EntityManager,
  draftId: string,
  { digest, model }: TextNow,
  now: Date,
): Promise<void> {
  await em
    .createQueryBuilder()
    .insert()
    .into(DraftSnapshot)
    .values({ draftId, digest, model: model as never, takenAt: now })
    .orIgnore()
    .execute();
}
