import { unitFinder } from '../cells/units';
import type { IntakeFacts } from '../check/checked';

export const units = [
  { id: 'gongxin', name: '中山市工业和信息化局', shortName: '市工业和信息化局', aliases: ['市工信局'] },
  { id: 'caizheng', name: '中山市财政局', shortName: '市财政局', aliases: [] },
  { id: 'shangwu', name: '中山市商务局', shortName: '市商务局', aliases: [] },
  {
    id: 'renshe',
    name: '中山市人力资源和社会保障局',
    shortName: '市人力资源社会保障局',
    aliases: ['市人社局'],
  },
];

/** A place of the tests: four units, all kinds, numbers like 135001. */
export const facts = (more: Partial<IntakeFacts> = {}): IntakeFacts => ({
  units: unitFinder(units),
  today: '2026-03-20',
  kinds: ['plenary', 'regular', 'npc_suggestion', 'npc_bill'],
  numberPattern: /^(?<term>\d{2})(?<meeting>\d)\d{3}$/,
  defaults: { kind: 'plenary', term: null, meeting: null },
  date1904: false,
  ...more,
});
