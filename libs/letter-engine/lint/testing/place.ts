import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { LintPlace, LintUnit } from '../context';

const unit = (name: string, shortName: string, ...aliases: string[]): LintUnit => ({
  name,
  shortName,
  aliases,
});

const BUREAUS: readonly LintUnit[] = [
  unit('云陵市发展和改革局', '市发展改革局', '市发改局'),
  unit('云陵市教育和体育局', '市教育体育局', '市教体局', '市教育局'),
  unit('云陵市科学技术局', '市科技局'),
  unit('云陵市工业和信息化局', '市工业和信息化局', '市工信局'),
  unit('云陵市财政局', '市财政局'),
  unit('云陵市人力资源和社会保障局', '市人力资源社会保障局', '市人社局'),
  unit('云陵市自然资源局', '市自然资源局'),
  unit('云陵市住房和城乡建设局', '市住房城乡建设局', '市住建局'),
  unit('云陵市交通运输局', '市交通运输局', '市交通局'),
  unit('云陵市农业农村局', '市农业农村局'),
  unit('云陵市商务局', '市商务局'),
  unit('云陵市文化广电旅游局', '市文化广电旅游局', '市文旅局'),
  unit('云陵市卫生健康局', '市卫生健康局', '市卫健局'),
  unit('云陵市应急管理局', '市应急管理局', '市应急局'),
  unit('云陵市市场监督管理局', '市市场监管局', '市市监局'),
  unit('云陵市体育局', '市体育局'),
  unit('云陵市医疗保障局', '市医保局', '市医疗保障局'),
  unit('云陵市城市管理和综合执法局', '市城管执法局'),
];

/** An invented city: what the twins and the letters of these tests are about. */
export const yunling: LintPlace = {
  name: '云陵市',
  areaCode: '0899',
  units: [
    unit('中国人民政治协商会议云陵市委员会提案委员会', '市政协提案委', '市政协提案委员会'),
    unit('云陵市人民政府办公室', '市政府办公室', '市府办'),
    unit('中共云陵市委组织部', '市委组织部'),
    unit('云陵市人民政府国有资产监督管理委员会', '市国资委'),
    unit('云陵滨江新区管理委员会', '滨江新区管委会', '滨江新区'),
    ...BUREAUS,
  ],
  fixedCopyTo: ['市政协提案委', '市政府办公室'],
  classes: ['A', 'B', 'C'],
  proposalNumber: '^(?<term>\\d{2})(?<meeting>\\d)\\d{3}$',
  typos: {},
};

const profile = join(__dirname, '../../../../seeds/places/zhongshan');
const facts = (name: string): unknown => parse(readFileSync(join(profile, `${name}.yaml`), 'utf8'));

/** The shipped place, read straight from its files: the engine knows no profiles. */
export function zhongshan(): LintPlace {
  const { units } = facts('units') as {
    units: readonly { name: string; shortName: string; aliases?: readonly string[] }[];
  };
  const { classes } = facts('classes') as { classes: readonly { key: string }[] };
  const { name, areaCode, fixedCopyTo } = facts('place') as Pick<
    LintPlace,
    'name' | 'areaCode' | 'fixedCopyTo'
  >;
  return {
    ...yunling,
    name,
    areaCode,
    fixedCopyTo,
    units: units.map(({ aliases = [], ...names }) => ({ ...names, aliases })),
    classes: classes.map(({ key }) => key),
  };
}
