import { join } from 'node:path';
import { findProjectRoot, PlaceProfileVersion, readPlaceFiles } from '@fuhan/platform';
import { parseProfile, type PlaceProfile } from '@fuhan/rules';
import { saveCoHandler, startTestApp, type TestApp } from '@fuhan/testing';
import { assemble, walkToSigned } from '../e2e/walk';
import { shortPlan } from '../e2e/short-plan';

/**
 * Terms of a day or two in the place of months, and people who may be told at any hour: a house that is down for some seconds is down for
 * hours of its time. Days off, moments, reminders and chases stay the place's own.
 */
const SHORTER: readonly (readonly [RegExp, string])[] = [
  [/rule: 15工作日/g, 'rule: 1工作日'],
  [/rule: 5工作日/g, 'rule: 2工作日'],
  [/rule: 1个月/g, 'rule: 1工作日'],
  [/rule: 3个月/g, 'rule: 2工作日'],
  [/from: '08:30'/, "from: '00:00'"],
  [/to: '17:30'/, "to: '23:59'"],
];

function shortTerms(): { files: Record<string, string>; profile: PlaceProfile } {
  const files = readPlaceFiles(join(findProjectRoot(), 'seeds', 'places', 'zhongshan'));
  const clocks = SHORTER.reduce((text, [from, to]) => text.replace(from, to), files['clocks.yaml'] ?? '');
  const short = { ...files, 'clocks.yaml': clocks };
  return { files: short, profile: parseProfile(short, 2) };
}

export interface Stage {
  /** Reads only, from here on: its database is that of the run. */
  readonly app: TestApp;
  readonly profile: PlaceProfile;
  /** Signed, to be numbered while things fail. */
  readonly drafts: readonly string[];
  /** Unit code → who signs for it and writes its opinions. */
  readonly offices: ReadonlyMap<string, string>;
  readonly units: readonly { readonly id: string; readonly code: string }[];
}

const BEFORE = '2026-05-25T02:00:00Z';

/** A house with its people in every unit, letters that wait for their numbers, and terms short enough to run out. */
export async function setStage(server: string, letters: number): Promise<Stage> {
  const app = await startTestApp({ server, at: BEFORE });
  const cast = await assemble(app, shortPlan());
  const drafts: string[] = [];
  for (let i = 0; i < letters; i++) {
    const plan = { ...shortPlan(String(135_900 + i)), handedOverAt: BEFORE };
    drafts.push((await walkToSigned(app, cast, plan)).draftId);
  }
  const em = app.house.dataSource.manager;
  const units = (await em.query('SELECT id, code FROM unit ORDER BY code')) as { id: string; code: string }[];
  const staffed = new Set(
    (
      (await em.query('SELECT DISTINCT u.code FROM person p JOIN unit u ON u.id = p.unit_id')) as {
        code: string;
      }[]
    ).map(({ code }) => code),
  );
  const offices = new Map<string, string>();
  for (const { code } of units.filter((unit) => !staffed.has(unit.code))) {
    offices.set(code, await saveCoHandler(app.house, code));
  }
  const { files, profile } = shortTerms();
  await em.insert(PlaceProfileVersion, {
    ...{ place: 'zhongshan', version: 2, digest: profile.digest, files, createdAt: app.clock.now() },
  });
  return { app, profile, drafts, offices, units: units.filter(({ code }) => offices.has(code)) };
}
