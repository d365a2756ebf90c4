import { withoutTitle } from '@fuhan/kernel';

/** How a unit's name becomes its short address: 贵局, 我委, 你办. The first that fits. */
const ADDRESS: readonly (readonly [RegExp, string])[] = [
  [/九三学社|社$/, '社'],
  [/(?:联合会|工商联|商会|协会|学会|妇联|侨联|台联|科协|文联|工会|红十字会)$/, '会'],
  [/委(?:员?会)?$/, '委'],
  [/办(?:公室)?$/, '办'],
  [/街道(?:办事处)?$/, '街道'],
  [/(?<place>[镇乡])(?:人民政府|政府)?$/, ''],
  [/(?:大学|学院|学校)$/, '校'],
  [/代表团$/, '团'],
  [/(?<place>局|厅|部|院|中心|公司|集团)$/, ''],
];

/** 市交通局 → 贵局, 市工商联 → 贵会; 贵单位 where the name tells nothing. */
export function callUnit(name: string, prefix: string): string {
  for (const [pattern, word] of ADDRESS) {
    const found = pattern.exec(name);
    if (found) return prefix + (word || (found.groups?.['place'] ?? ''));
  }
  return `${prefix}单位`;
}

interface Person {
  readonly name?: unknown;
  readonly kind?: unknown;
}
const isMember = ({ kind }: Person): boolean => kind === 'member' || kind === 'joint';

/**
 * Proposers in the third person: 甲、乙委员; 甲委员、民盟市委会; with `most`, from more than so many members on 甲等5名委员.
 * `title` is 委员 or 代表.
 */
export function nameProposers(proposers: readonly Person[], title: string, most = Infinity): string {
  const name = (person: Person): string =>
    isMember(person) ? withoutTitle(String(person.name ?? ''), title) : String(person.name ?? '');
  const allMembers = proposers.every(isMember);
  if (allMembers && proposers.length > most) return `${name(proposers[0]!)}等${proposers.length}名${title}`;
  if (allMembers) return proposers.length > 0 ? proposers.map(name).join('、') + title : '';
  return proposers.map((person) => name(person) + (isMember(person) ? title : '')).join('、');
}
