import { chineseNumeral, MAX_NUMERAL } from '../text/numerals';
import { parseXml } from './xml';

interface Level {
  format: string;
  text: string;
  start: number;
}

const CHINESE = /^(?:chinese|japaneseCounting|taiwaneseCounting|ideographDigital)/;

function written(n: number, format: string): string {
  if (CHINESE.test(format) && n >= 0 && n <= MAX_NUMERAL) return chineseNumeral(n);
  if (format === 'decimalEnclosedCircle' && n >= 1 && n <= 20) return String.fromCodePoint(0x2460 + n - 1);
  if (/Letter$/.test(format) && n >= 1 && n <= 26)
    return String.fromCodePoint((format.startsWith('upper') ? 65 : 97) + n - 1);
  return String(n);
}

/** The automatic numbers of a Word file ("一、", "（一）", "1."), written out as they are printed. */
export class WordNumbering {
  private readonly levels = new Map<string, Level>();
  private readonly lists = new Map<string, string>();
  private readonly counted = new Map<string, number>();

  constructor(xml: string | null) {
    if (xml === null) return;
    let [abstract, list, level] = ['', '', ''];
    const current = (): Level | undefined => this.levels.get(`${abstract}.${level}`);
    parseXml(xml, {
      open: (name, attribute) => {
        const value = attribute('val') ?? '';
        if (name === 'abstractNum') abstract = attribute('abstractNumId') ?? '';
        if (name === 'num') list = attribute('numId') ?? '';
        if (name === 'abstractNumId') this.lists.set(list, value);
        if (name === 'lvl') {
          level = attribute('ilvl') ?? '0';
          this.levels.set(`${abstract}.${level}`, { format: 'decimal', text: '', start: 1 });
        }
        const at = current();
        if (!at) return;
        if (name === 'numFmt') at.format = value;
        if (name === 'lvlText') at.text = value;
        if (name === 'start') at.start = Number(value) || 1;
      },
    });
  }

  /** The mark of the next paragraph of a list; '' for a bullet and for a list that is not described. */
  next(list: string, level: number): string {
    const abstract = this.lists.get(list);
    const at = this.levels.get(`${abstract}.${level}`);
    if (abstract === undefined || !at) return '';
    const key = `${abstract}.${level}`;
    this.counted.set(key, (this.counted.get(key) ?? at.start - 1) + 1);
    for (let deeper = level + 1; deeper < 9; deeper++) this.counted.delete(`${abstract}.${deeper}`);
    if (at.format === 'bullet' || at.format === 'none') return '';
    return at.text.replace(/%(\d)/g, (_, n: string) => {
      const above = this.levels.get(`${abstract}.${Number(n) - 1}`);
      return above
        ? written(this.counted.get(`${abstract}.${Number(n) - 1}`) ?? above.start, above.format)
        : '';
    });
  }
}
