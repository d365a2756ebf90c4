import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseProfile } from '@fuhan/rules';
import { decodeText, importLetter } from '@fuhan/letter-engine';
import { findProjectRoot, readPlaceFiles } from '@fuhan/platform';
import { type DemoStep, readCast, readStories } from './demo-files';

const root = findProjectRoot();
const cast = readCast();
const { issued, midway, waiting } = readStories();
const stories = [
  ['issued', issued],
  ['midway', midway],
  ['waiting', waiting],
] as const;
const steps = stories.flatMap(([, story]) => story.steps);
const profile = parseProfile(readPlaceFiles(path.join(root, 'seeds', 'places', 'zhongshan')), 1);

const unique = (values: readonly string[]): boolean => new Set(values).size === values.length;

describe('the people of the demo', () => {
  const accounts = cast.people.map(({ account }) => account);

  it('should have accounts that are typed easily', () => {
    expect(accounts.filter((account) => !/^[a-z]{2,8}(-[a-z]{4,8})?$/.test(account))).toEqual([]);
  });

  it('should share no account', () => {
    expect(unique(accounts)).toBe(true);
  });

  it('should share no name', () => {
    expect(unique(cast.people.map(({ name }) => name))).toBe(true);
  });

  it('should stand in one group for each unit of the path', () => {
    const units = cast.people.map(({ unit }) => unit).filter((unit, i, all) => unit !== all[i - 1]);
    // The bureau of the coordinator has the supervisor too, who comes at the end.
    expect(units.filter((unit, i) => units.indexOf(unit) !== i)).toEqual(['zhengfuban']);
  });

  it('should belong to units of the place', () => {
    const codes = new Set(profile.units.map(({ code }) => code));
    expect(cast.people.filter(({ unit }) => !codes.has(unit))).toEqual([]);
  });

  it('should keep the administrators apart from each other and from the work', () => {
    const admins = cast.people.filter(({ duties }) => duties.some((duty) => duty.endsWith('_admin')));
    expect(admins.map(({ duties }) => duties.length)).toEqual([1, 1, 1]);
  });
});

describe.each(stories)('the %s case', (_name, { proposal, steps }) => {
  it('should have a number that fits its session', () => {
    expect(proposal.number.startsWith(`${proposal.term}${proposal.meeting}`)).toBe(true);
  });

  it('should begin with its registration', () => {
    expect(steps[0]?.do).toBe('proposal.register');
  });

  it('should name its days in order', () => {
    const days = steps.map(({ on, at }) => (typeof on === 'number' ? `${1000 + on} ${at}` : `${on} ${at}`));
    expect(days).toEqual([...days].sort());
  });

  it('should name only people of the demo', () => {
    const known = new Set(cast.people.map(({ account }) => account));
    const named = steps.flatMap((step: DemoStep) => ('who' in step ? [step.who] : []));
    expect(named.filter((account) => !known.has(account))).toEqual([]);
  });
});

describe('the words of the demo', () => {
  const folder = path.join(root, 'seeds', 'demo');
  const demo = readdirSync(folder)
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
  const spoken = steps.flatMap((step) =>
    step.do === 'draft.saveSection'
      ? step.text.flatMap((passage) => (typeof passage === 'string' ? [passage] : (passage.edited ?? [])))
      : step.do === 'opinion.submit'
        ? step.items.map(({ body }) => body)
        : [],
  );

  it.each(['**', '(', ')', ',', ';', '{{', '"'])('should have no "%s" in a passage', (mark) => {
    expect(spoken.filter((text) => text.includes(mark))).toEqual([]);
  });

  it('should end every paragraph like a sentence, but the headings', () => {
    const lines = spoken.flatMap((text) => text.split('\n')).filter((text) => !/^（[一二三四]）/.test(text));
    expect(lines.filter((text) => !text.endsWith('。'))).toEqual([]);
  });

  const shared = path.join(root, '..', 'shared', 'seeds');
  const where = existsSync(shared) ? 'against real letters' : 'against real letters (skipped: none are here)';
  (existsSync(shared) ? describe : describe.skip)(where, () => {
    const letters = (existsSync(shared) ? readdirSync(shared) : []).map((file) =>
      decodeText(readFileSync(path.join(shared, file))),
    );

    it('should share no clause of twelve characters with one', () => {
      const clauses = letters.flatMap((text) =>
        text.replace(/\s/g, '').split(/[，。；：！？、“”《》（）()]/),
      );
      expect(clauses.filter((clause) => clause.length >= 12 && demo.includes(clause))).toEqual([]);
    });

    it('should name nobody whom one names', () => {
      const names = letters.flatMap((text) => importLetter(text).contacts.map(({ name }) => name));
      expect(names.filter((name) => demo.includes(name))).toEqual([]);
    });
  });
});
