import { type CaseSnapshot, type PlaceProfile, stateCouncilCalendar } from '@fuhan/rules';
import { buildCaseFile, type CaseFileContext } from '../case-file';
import type { CaseMaterial } from '../case-material';
import { PersonalLinks } from '../case/links';
import { rows, whole } from './material';

export const profile = {
  closing: [],
  lights: { red: 3, yellow: 10 },
  clocks: [],
  wording: { words: {} },
} as unknown as PlaceProfile;
export const links = new PersonalLinks(Buffer.from('a key of the tests'), 'https://fuhan.example');

/** The page as a unit reads it; `overseer` is of another unit and looks over every case. */
export const ctx = (reader: string, more: Partial<CaseMaterial> = {}): CaseFileContext => {
  const material = whole(more);
  const overseesAll = reader === 'overseer';
  const { assignments, drafts, steps } = material;
  return {
    ...{ material, profile, calendar: stateCouncilCalendar(), today: '2026-06-08', links },
    ...{ unitId: reader, overseesAll, isFormer: reader === 'former' },
    snapshot: {
      ...{ assignments, drafts, steps, proposal: {} },
      ...{
        opinions: [],
        letters: [],
        returnRequests: [],
        outsideLinks: [],
        contacts: [],
        confirmations: [],
        contributions: [],
        commitments: [],
        publications: [],
        ratings: [],
        redos: [],
      },
      ...{ deliveries: [], extensions: [], deadlines: [] },
    } as unknown as CaseSnapshot,
    actor: {
      ...{ personId: 'reviewer', name: '林三', unitId: reader, officeId: null },
      duties: overseesAll ? ['coordinator'] : ['drafter', 'proposal_office', 'reviewer'],
    },
  };
};
export const page = (reader: string, more: Partial<CaseMaterial> = {}) => buildCaseFile(ctx(reader, more));
export const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
export const delivered = { letters: rows<'letters'>([{ ...whole().letters[0], state: 'delivered' }]) };
