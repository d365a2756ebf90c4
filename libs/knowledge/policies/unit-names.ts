import type { PolicyFinding } from './policy';

/** A unit as a place knows it. */
export interface KnownUnit {
  readonly name: string;
  readonly shortName: string;
  readonly aliases: readonly string[];
}

/** What a printed list of units says. */
export interface UnitList {
  readonly units: readonly string[];
  readonly findings: readonly PolicyFinding[];
}

const ENDINGS = /(?:局|委|办|厅|署|院|部|会|所|区|县|市|镇|行|社|中心|海关|政府|镇街|集团|公司|联合会)$/;
const LONGEST = 30;

/** Whether a line is nothing but names of units: 市科技局、市财政局. */
export const isUnitList = (text: string): boolean =>
  text !== '' &&
  !/[。；：，]/.test(text) &&
  text.split('、').every((part) => part.length <= LONGEST && ENDINGS.test(part.trim()));

/** 科技局 and 市科技局 are one unit; an area or an office of another tier keeps its own name. */
const bare = (name: string): string => name.replace(/^(?:市|区|县|省)/, '');

function resolve(name: string, known: readonly KnownUnit[]): readonly KnownUnit[] {
  const names = (unit: KnownUnit): string[] => [unit.name, unit.shortName, ...unit.aliases];
  const exact = known.filter((unit) => names(unit).includes(name));
  return exact.length > 0
    ? exact
    : known.filter((unit) => names(unit).some((each) => bare(each) === bare(name)));
}

/** The tier of a list stands before its first name alone: 市发展改革委、科技创新委. */
function spelled(parts: readonly string[]): string[] {
  const tier = /^[市区省]/.exec(parts[0] ?? '')?.[0] ?? '';
  return parts.map((part) =>
    /^[市区县省]|政府$|区$|镇街$|^(?:中国|国家)/.test(part) ? part : `${tier}${part}`,
  );
}

/** The units of a printed list, each under the name the place has for it. */
export function unitsIn(text: string, known: readonly KnownUnit[], source: string): UnitList {
  const parts = text
    .split(/[、，]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const findings: PolicyFinding[] = [];
  const units = spelled(parts).map((name) => {
    const found = resolve(name, known);
    if (found.length > 1)
      findings.push({
        id: 'unit.ambiguous',
        message: `“${name}”可能是${found.map(({ shortName }) => shortName).join('或')}，请在单位名录里写明简称。`,
        source,
      });
    if (found.length === 0 && known.length > 0)
      findings.push({
        id: 'unit.unknown',
        message: `单位名录里没有“${name}”。请添加单位，或把它登记为某个单位的别名。`,
        source,
      });
    return found.length === 1 ? (found[0] as KnownUnit).shortName : name;
  });
  return { units, findings };
}
