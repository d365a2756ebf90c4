export type IntakeProposerKind = 'member' | 'organisation' | 'sector';
export interface IntakeProposer {
  readonly kind: IntakeProposerKind;
  readonly name: string;
  /** First-named, in the same cell (联名), or in the cell of those who seconded (附议). */
  readonly role: 'first' | 'joint' | 'seconder';
  readonly contact: string | null;
}
export interface Proposers {
  readonly proposers: readonly IntakeProposer[];
  /** 等12人 is written, and so many are not named. */
  readonly unnamed: number;
}

const ORGANISATION =
  /委员会|市委会?$|区委会?$|县委会?$|总支|支部|联合会|联谊会|工商联|总工会|工会$|共青团|团[市区县]委|妇联|侨联|台联|科协|社科联|文联|残联|民盟|民革|民建|民进|农工党|致公党|九三|台盟|协会|学会|商会|促进会|政协|公司$|代表团$|局$|办公室$/;
const SECTOR = /界(?:别)?(?:小组|委员)?$|小组$|活动组$/;

const kindOf = (name: string): IntakeProposerKind => {
  if (SECTOR.test(name)) return 'sector';
  return ORGANISATION.test(name) ? 'organisation' : 'member';
};

/** 张三委员 → 张三; a name that is nothing but the word stays. */
const bareName = (name: string): string => name.replace(/(?<=^[\p{Script=Han}·]{2,})(?:委员|代表)$/u, '');

/** "张  三" is one name of two characters, spaced out as lists do. */
const joined = (text: string): string =>
  text.replace(/(?<=^|[、,，;；\s])(\p{Script=Han})[ \u3000]+(\p{Script=Han})(?=$|[、,，;；\n])/gu, '$1$2');

const AND_MORE = /等(?:共)?([\d一二三四五六七八九十]*)(?:位|名|人)?(?:政协)?(?:委员|代表|人)?$/;

function splitPeople(text: string): { names: string[]; unnamed: number } {
  let more = 0;
  const names = joined(text.normalize('NFKC').trim())
    .split(/[、,，;；/\s]+/)
    .flatMap((part) => {
      const whole = part.replace(/[(（][^)）]*[)）]/g, '').trim();
      const [ending, count = ''] = AND_MORE.exec(whole) ?? [];
      if (ending !== undefined && ending !== whole) more = Number(count) || 1;
      const name = bareName(ending === undefined ? whole : whole.slice(0, -ending.length));
      return name === '' || name === '无' ? [] : [name];
    });
  return { names, unnamed: Math.max(0, more > 1 ? more - names.length : more) };
}

/**
 * Who proposed: a member, several jointly, an organisation, a sector.
 * @param first the cell of the first proposer (or of all)
 * @param joint the cell of those who joined
 * @param contact the telephone of the first
 */
export function parseProposers(first: string, joint = '', contact: string | null = null): Proposers {
  const led = splitPeople(first);
  const followed = splitPeople(joint);
  const names = [...new Set([...led.names, ...followed.names])];
  return {
    proposers: names.map((name, i) => ({
      ...{ kind: kindOf(name), name, contact: i === 0 ? contact : null },
      role: i === 0 ? 'first' : led.names.includes(name) ? 'joint' : 'seconder',
    })),
    unnamed: Math.max(0, led.unnamed + followed.unnamed - (led.unnamed > 0 ? followed.names.length : 0)),
  };
}
