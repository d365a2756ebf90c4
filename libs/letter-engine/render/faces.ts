import { FuhanError } from '@fuhan/kernel';
import { existsSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { projectPath } from '../project-root';
import { type FontFile, readFontFile } from './font-file';

export type FaceRole = 'fangsong' | 'kai' | 'hei' | 'xiaobiaosong' | 'latin';

/** Families by role, the licensed ones first; a name is compared without case and blanks. */
const PREFERENCE: Readonly<Record<FaceRole, readonly string[]>> = {
  fangsong: [
    'FangSong_GB2312',
    '仿宋_GB2312',
    'FZFangSong-Z02S',
    '方正仿宋_GBK',
    'FangSong',
    '仿宋',
    'FandolFang R',
    'LXGW WenKai',
    'Noto Serif SC',
  ],
  kai: [
    'KaiTi_GB2312',
    '楷体_GB2312',
    'FZKai-Z03S',
    '方正楷体_GBK',
    'KaiTi',
    '楷体',
    'FandolKai',
    'LXGW WenKai',
    'Noto Serif SC',
  ],
  hei: ['SimHei', '黑体', 'FZHei-B01S', '方正黑体_GBK', 'Noto Sans SC', 'LXGW WenKai'],
  xiaobiaosong: ['FZXiaoBiaoSong-B05S', '方正小标宋简体', '方正小标宋_GBK', 'Noto Serif SC', 'LXGW WenKai'],
  latin: ['Times New Roman', 'Tinos'],
};
const ROLE_NAMES: Readonly<Record<FaceRole, string>> = {
  fangsong: '仿宋体',
  kai: '楷体',
  hei: '黑体',
  xiaobiaosong: '小标宋体（或替代的宋体）',
  latin: '西文字体',
};
/** Typst drops a style word at the end of a family's name: "LXGW WenKai Light" is asked for as "LXGW WenKai". */
const familyKey = (name: string): string =>
  name
    .replace(/[\s-]+(?:Light|Medium|Bold|Regular)$/i, '')
    .replace(/\s+/g, '')
    .toLowerCase();

/** What is remembered of a character: nothing yet, that no face has it (1), or the place of the face that has it. */
const UNASKED = 0;
const FIRST_FACE = 2;

const ROLES = Object.keys(PREFERENCE) as FaceRole[];
const mapRoles = <T>(make: (role: FaceRole) => T): Record<FaceRole, T> =>
  Object.fromEntries(ROLES.map((role) => [role, make(role)])) as Record<FaceRole, T>;

export interface Faces {
  /** Family names for the layout, the best first. */
  readonly families: Readonly<Record<FaceRole, readonly string[]>>;
  /** The characters of `text` that no face of the role has. */
  missing(role: FaceRole, text: string): string[];
  /** The characters of `text` that the first face of the role lacks and another one has. */
  rare(role: FaceRole, text: string): string[];
  readonly directories: readonly string[];
}

function fontsIn(directory: string): FontFile[] {
  if (!existsSync(directory)) throw new FuhanError('letter.fonts-missing', { directory, role: '字体' });
  const files = readdirSync(directory).filter((f) =>
    ['.ttf', '.otf', '.ttc'].includes(extname(f).toLowerCase()),
  );
  return files.sort().flatMap((f) => readFontFile(join(directory, f)));
}

/** Where the project's own fonts lie. */
export const shippedFonts = (): string => projectPath('assets/fonts');

/**
 * Looks through directories of fonts (the site's licensed ones first, the shipped ones last) and says which face plays
 * which part. Throws `letter.fonts-missing` when a part has none.
 */
export function loadFaces(fontDirs: readonly string[]): Faces {
  const directories = [...fontDirs, shippedFonts()];
  const fonts = directories.flatMap(fontsIn);
  const byKey = new Map<string, FontFile>();
  for (const font of fonts) {
    for (const family of font.families) if (!byKey.has(familyKey(family))) byKey.set(familyKey(family), font);
  }
  const chosen = (role: FaceRole): { family: string; font: FontFile }[] =>
    PREFERENCE[role].flatMap((family) => {
      const font = byKey.get(familyKey(family));
      return font ? [{ family, font }] : [];
    });
  const roles = mapRoles(chosen);
  for (const role of ROLES) {
    if (roles[role].length === 0)
      throw new FuhanError('letter.fonts-missing', { directory: directories[0]!, role: ROLE_NAMES[role] });
  }
  const usable = mapRoles((role) =>
    (role === 'latin' || role === 'xiaobiaosong' ? roles[role] : [...roles[role], ...roles.latin]).map(
      (r) => r.font,
    ),
  );
  // Which of a role's faces has a character is asked for every character of every letter: remembered by its number.
  const known = mapRoles(() => new Uint8Array(0x110000));
  const faceOf = (role: FaceRole, c: number): number => {
    if (known[role][c] === UNASKED)
      known[role][c] = FIRST_FACE + usable[role].findIndex((font) => font.has(c));
    return known[role][c]! - FIRST_FACE;
  };
  const charactersOf = (role: FaceRole, text: string, wanted: (face: number) => boolean): string[] => {
    const found: string[] = [];
    const faces = known[role];
    for (let i = 0; i < text.length; i++) {
      const c = text.codePointAt(i)!;
      if (c > 0xffff) i++;
      // Nearly every character: the first face has it, which is neither missing nor rare.
      if (faces[c] !== FIRST_FACE && wanted(faceOf(role, c))) found.push(String.fromCodePoint(c));
    }
    return found.length > 1 ? [...new Set(found)] : found;
  };
  return {
    directories,
    families: mapRoles((role) => roles[role].map((found) => found.family)),
    rare: (role, text) => charactersOf(role, text, (face) => face > 0),
    missing: (role, text) => charactersOf(role, text, (face) => face < 0).filter((c) => c !== '\n'),
  };
}
