import { FuhanError } from '@fuhan/kernel';
import {
  composeLetter,
  type LetterFields,
  type LetterKind,
  letterKinds,
  type LetterModel,
  letterSamples,
  type SampleKind,
  sampleKinds,
  type VerdictCode,
} from '@fuhan/letter-engine';
import type { LetterPiece } from './letter-pieces';
import { letterKindNames } from './piece-names';
import type { PlaceProfile } from './profile';
import { letterWording, mergedWording, type WordingChoice } from './wording';

type Sample = ReturnType<typeof letterSamples>['reply'];

const proposersBy: Readonly<Record<string, Sample['proposers']>> = {
  member: [{ name: '闻人清和', kind: 'member' }],
  joint: [
    { name: '闻人清和', kind: 'member' },
    { name: '乔未名', kind: 'member' },
  ],
  organisation: [{ name: '民盟云陵市委员会', kind: 'organisation' }],
  sector: [{ name: '经济界', kind: 'sector' }],
};

/** The sample reply in which a passage is printed: for such proposers, with such a verdict, for several proposals. */
function replyWith(sample: Sample, { path, piece }: LetterPiece): Sample {
  const [part, name = ''] = path.split('/');
  if (part === 'pronouns') return { ...sample, proposers: proposersBy[name] ?? sample.proposers };
  if (part === 'publication') return { ...sample, publication: name as 'active' };
  if (part === 'verdicts')
    return {
      ...sample,
      sections: sample.sections.map((each) => ({ ...each, verdict: name as VerdictCode })),
    };
  if (part !== 'merged') return piece === 'heading' ? { ...sample, printClass: true } : sample;
  const { number, title } = sample.proposal;
  return {
    ...sample,
    proposals: [
      { number, title },
      { number: `${number}2`, title: '关于优化老城区公交线网的提案' },
    ],
  };
}

function fieldsFor(kind: LetterKind, piece: LetterPiece, paper: SampleKind): LetterFields {
  const samples = letterSamples(paper);
  if (kind === 'reply') return replyWith(samples.reply, piece);
  if (kind !== 'commentRequest') return samples[kind];
  return piece.piece === 'link'
    ? { ...samples.commentRequest, link: 'https://fuhan.example/f/abc' }
    : samples.commentRequest;
}

/** The variant that a passage is. */
function choiceOf({ path, piece }: LetterPiece): WordingChoice {
  const [, variants, name] = path.split('/');
  return variants === 'variants' && name !== undefined ? { [piece]: name } : {};
}

/** A sample letter in which a passage is printed, in the words of a profile. @throws FuhanError as `composeLetter` */
export function trialLetter(
  profile: PlaceProfile,
  piece: LetterPiece,
  paper: SampleKind,
  { kind = piece.kind, bare = false } = {},
): LetterModel {
  const fields = fieldsFor(kind, piece, paper);
  const merged = piece.path.startsWith('merged/') ? mergedWording(profile) : {};
  return composeLetter(bare ? { ...fields, coHandlers: [], contacts: [], fixedRecipients: [] } : fields, {
    ...letterWording(profile, choiceOf(piece)),
    ...merged,
  });
}

/** In which letters a passage may stand: a shared one in all of them. */
const kindsWith = ({ path, kind }: LetterPiece): readonly LetterKind[] =>
  path.startsWith('letters/') || path.startsWith('merged/') ? [kind] : letterKinds;

export interface PieceFault {
  readonly piece: LetterPiece;
  readonly line: number;
  readonly detail: string;
}

/** The first fault that keeps a sample letter with one of these passages from being composed. */
export function trialFault(profile: PlaceProfile, pieces: readonly LetterPiece[]): PieceFault | null {
  for (const piece of pieces)
    for (const kind of kindsWith(piece))
      for (const paper of sampleKinds)
        for (const bare of [false, true]) {
          try {
            trialLetter(profile, piece, paper, { kind, bare });
          } catch (error) {
            if (!(error instanceof FuhanError)) throw error;
            return faultFrom(error, kind, piece, pieces);
          }
        }
  return null;
}

function faultFrom(
  error: FuhanError,
  kind: LetterKind,
  tried: LetterPiece,
  pieces: readonly LetterPiece[],
): PieceFault {
  const { template, line, detail } = error.params;
  const named = String(template).split('/').at(-1);
  const written = [tried, ...pieces].find((each) => each.piece === named);
  if (written && error.code === 'letter.template')
    return {
      piece: written,
      line: Number(line),
      detail: `${String(detail)}（印在${letterKindNames[kind]}里时）`,
    };
  // Another passage cannot be printed any more: the sentence names it.
  return { piece: tried, line: 1, detail: error.message.replace(/。$/, '') };
}
