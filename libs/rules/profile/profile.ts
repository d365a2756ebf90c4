import { createHash } from 'node:crypto';
import { FuhanError } from '@fuhan/kernel';
import { type ProfileFile, type ProfileFileName, profileFiles } from './schema';
import { readYaml, type YamlFile } from './yaml-file';

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;
type ClocksFile = ProfileFile<'clocks.yaml'>;

/** How the rules of one place differ from another's; read-only, passed as an argument, pinned by a case. */
export type PlaceProfile = DeepReadonly<
  ProfileFile<'place.yaml'> &
    Omit<ClocksFile, 'clocks'> & {
      /** Grows with every edit by an administrator; the shipped files are version 1. */
      version: number;
      /** SHA-256 of the files: tells whether two profiles are the same. */
      digest: string;
      clocks: (Omit<ClocksFile['clocks'][number], 'remind'> & { remind: ClocksFile['reminders'] })[];
      classes: ProfileFile<'classes.yaml'>['classes'];
      verdicts: ProfileFile<'classes.yaml'>['verdicts'];
      topics: ProfileFile<'routes.yaml'>['topics'];
      routes: ProfileFile<'routes.yaml'>['routes'];
      defaultRoute: string;
      opinionRoute: ProfileFile<'routes.yaml'>['opinionRoute'];
      series: ProfileFile<'numbers.yaml'>['series'];
      wording: ProfileFile<'wording.yaml'>;
      units: ProfileFile<'units.yaml'>['units'];
      checks: ProfileFile<'checks.yaml'>;
      handOver: ProfileFile<'hand-over.yaml'>;
    }
>;
export type ProfileClock = PlaceProfile['clocks'][number];
export type ProfileUnit = PlaceProfile['units'][number];
export type ProfileSeries = PlaceProfile['series'][number];
export type ProfileRoute = PlaceProfile['routes'][number];
export type ProfileStep = ProfileRoute['steps'][number];
export type ProfileClass = PlaceProfile['classes'][number];
export type ProfileWording = PlaceProfile['wording'];
export type Verdict = keyof PlaceProfile['verdicts'];

type Files = { [Name in ProfileFileName]: YamlFile<ProfileFile<Name>> };

/**
 * A place profile from the texts of its YAML files.
 * @param texts file name → content, as `readPlaceFiles` gives them
 * @throws FuhanError `profile.invalid` with file, line and a Chinese reason
 */
export function parseProfile(texts: Readonly<Record<string, string>>, version = 1): PlaceProfile {
  const stranger = Object.keys(texts).find((file) => !Object.hasOwn(profileFiles, file));
  if (stranger !== undefined) {
    const known = Object.keys(profileFiles).join('、');
    throw new FuhanError('profile.invalid', {
      file: stranger,
      line: 1,
      detail: `地方配置里没有这个文件，只有 ${known}`,
    });
  }
  const open = <Name extends ProfileFileName>(file: Name): YamlFile<ProfileFile<Name>> => {
    const text = texts[file] ?? (file === 'hand-over.yaml' ? '{}' : undefined);
    if (text === undefined)
      throw new FuhanError('profile.invalid', { file, line: 1, detail: '缺少这个文件' });
    return readYaml(file, text, profileFiles[file]) as YamlFile<ProfileFile<Name>>;
  };
  const files: Files = {
    'place.yaml': open('place.yaml'),
    'clocks.yaml': open('clocks.yaml'),
    'hand-over.yaml': open('hand-over.yaml'),
    'classes.yaml': open('classes.yaml'),
    'routes.yaml': open('routes.yaml'),
    'numbers.yaml': open('numbers.yaml'),
    'wording.yaml': open('wording.yaml'),
    'units.yaml': open('units.yaml'),
    'checks.yaml': open('checks.yaml'),
  };
  checkUnits(files);
  checkKeys(files);
  checkChoices(files);
  checkHours(files['clocks.yaml']);
  checkClocks(files['clocks.yaml']);
  checkRoutes(files);
  return deepFreeze(assemble(files, version, digestOf(texts)));
}

function assemble(files: Files, version: number, digest: string): PlaceProfile {
  const { clocks, ...timing } = files['clocks.yaml'].value;
  const { classes, verdicts } = files['classes.yaml'].value;
  const { default: defaultRoute, topics, routes, opinionRoute } = files['routes.yaml'].value;
  return {
    ...files['place.yaml'].value,
    ...timing,
    version,
    digest,
    clocks: clocks.map((clock) => ({ ...clock, remind: clock.remind ?? timing.reminders })),
    classes,
    verdicts,
    topics,
    routes,
    defaultRoute,
    opinionRoute,
    series: files['numbers.yaml'].value.series,
    wording: files['wording.yaml'].value,
    units: files['units.yaml'].value.units,
    checks: files['checks.yaml'].value,
    handOver: files['hand-over.yaml'].value,
  };
}

/** Every name of a unit means one unit, and every unit named elsewhere exists. */
function checkUnits(files: Files): void {
  const { value, refuse } = files['units.yaml'];
  const owners = new Map<string, number>();
  value.units.forEach((unit, index) => {
    const places: [string, PropertyKey[]][] = [
      [unit.code, ['code']],
      [unit.name, ['name']],
      [unit.shortName, ['shortName']],
      ...unit.aliases.map((alias, n): [string, PropertyKey[]] => [alias, ['aliases', n]]),
    ];
    for (const [name, path] of places) {
      const owner = owners.get(name) ?? index;
      if (owner !== index) {
        refuse(['units', index, ...path], `名称“${name}”已属于${value.units[owner]?.name ?? ''}`);
      }
      owners.set(name, index);
    }
  });
  const codes = new Set(value.units.map(({ code }) => code));
  const shortNames = new Set(value.units.map(({ shortName }) => shortName));
  files['place.yaml'].value.fixedCopyTo.forEach((name, index) => {
    if (!shortNames.has(name)) {
      files['place.yaml'].refuse(['fixedCopyTo', index], `units.yaml 里没有简称为“${name}”的单位`);
    }
  });
  files['numbers.yaml'].value.series.forEach((series, index) => {
    if (!codes.has(series.unit)) {
      files['numbers.yaml'].refuse(
        ['series', index, 'unit'],
        `units.yaml 里没有代码为“${series.unit}”的单位`,
      );
    }
  });
}

/** A key names one thing. */
function checkKeys(files: Files): void {
  const unique = (
    list: readonly { key: string }[],
    refuse: YamlFile<unknown>['refuse'],
    path: PropertyKey[],
  ): void => {
    const seen = new Set<string>();
    list.forEach(({ key }, index) => {
      if (seen.has(key)) refuse([...path, index, 'key'], `“${key}”出现了两次`);
      seen.add(key);
    });
  };
  const { 'clocks.yaml': clocks, 'classes.yaml': classes, 'routes.yaml': routes } = files;
  const handOver = files['hand-over.yaml'];
  unique(handOver.value.backPlan, handOver.refuse, ['backPlan']);
  unique(handOver.value.returns.ladder, handOver.refuse, ['returns', 'ladder']);
  unique(clocks.value.clocks, clocks.refuse, ['clocks']);
  unique(clocks.value.pauseCategories, clocks.refuse, ['pauseCategories']);
  unique(classes.value.classes, classes.refuse, ['classes']);
  unique(routes.value.routes, routes.refuse, ['routes']);
  routes.value.routes.forEach(({ steps }, index) => unique(steps, routes.refuse, ['routes', index, 'steps']));
  unique(routes.value.topics, routes.refuse, ['topics']);
  unique(files['numbers.yaml'].value.series, files['numbers.yaml'].refuse, ['series']);
}

/** What a route speaks of exists: topics, classes, kinds; and its first step stands beside nothing. */
function checkRoutes(files: Files): void {
  const { value, refuse } = files['routes.yaml'];
  const topics = value.topics.map(({ key }) => key);
  const known = {
    mentions: topics,
    classes: files['classes.yaml'].value.classes.map(({ key }) => key),
    kinds: files['place.yaml'].value.kinds,
  };
  value.routes.forEach(({ when, steps }, index) => {
    for (const condition of ['mentions', 'classes', 'kinds'] as const) {
      const names: readonly string[] = known[condition];
      when?.[condition]?.forEach((name, n) => {
        if (!names.includes(name))
          refuse(
            ['routes', index, 'when', condition, n],
            `没有名为“${name}”的，只有 ${known[condition].join('、')}`,
          );
      });
    }
    steps.forEach(({ sees, withPrevious }, n) => {
      if (!['all', 'own', ...topics].includes(sees))
        refuse(['routes', index, 'steps', n, 'sees'], `“${sees}”不是 all、own，也不在 topics 里`);
      if (withPrevious && n === 0)
        refuse(['routes', index, 'steps', n, 'withPrevious'], '第一个环节前面没有可以并行的环节');
    });
  });
}

/** A default is one of what there is to choose from. */
function checkChoices(files: Files): void {
  const { 'routes.yaml': routes, 'wording.yaml': wording } = files;
  if (!routes.value.routes.some(({ key }) => key === routes.value.default)) {
    routes.refuse(['default'], `没有名为“${routes.value.default}”的流程`);
  }
  for (const piece of ['openings', 'closings', 'annotations'] as const) {
    const chosen = wording.value[piece];
    if (!Object.hasOwn(chosen.variants, chosen.default)) {
      wording.refuse([piece, 'default'], `variants 里没有名为“${chosen.default}”的写法`);
    }
  }
}

/** Nothing is sent outside working hours, so no reminder is set there. */
function checkHours({ value: { hours, reminders, clocks, commitment }, refuse }: YamlFile<ClocksFile>): void {
  const check = (at: string, path: PropertyKey[]): void => {
    if (at < hours.from || at >= hours.to)
      refuse([...path, 'at'], `${at} 不在工作时间 ${hours.from}–${hours.to} 之内`);
  };
  check(reminders.at, ['reminders']);
  if (commitment.remind) check(commitment.remind.at, ['commitment', 'remind']);
  clocks.forEach(({ remind }, index) => remind && check(remind.at, ['clocks', index, 'remind']));
}

/** Of two clocks of one duty it is always clear which runs. */
function checkClocks({ value, refuse }: YamlFile<ClocksFile>): void {
  const seen = new Map<string, string>();
  value.clocks.forEach((clock, index) => {
    const proposers = clock.proposers?.toSorted().join(' ') ?? '';
    for (const role of clock.appliesTo) {
      const when = `${clock.duty}|${clock.startsWith}|${role}|${proposers}`;
      const other = seen.get(when);
      if (other !== undefined)
        refuse(['clocks', index, 'appliesTo'], `“${other}”已适用于同样的情形（${role}），分不清用哪一个`);
      seen.set(when, clock.key);
    }
  });
}

function digestOf(texts: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256');
  for (const file of Object.keys(texts).sort()) hash.update(JSON.stringify([file, texts[file]]));
  return hash.digest('hex');
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
