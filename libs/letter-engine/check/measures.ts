import type { Measure } from './measure';
import { documentNumber, firstRule, markTop, secondRule } from './measures/head';
import { fonts } from './measures/fonts';
import { footPosition } from './measures/foot-position';
import { firstBaseline, lastBaseline, lineCount, pitch } from './measures/grid-measures';
import { lineLength } from './measures/line-length';
import { bodyLeft, lineRight, pageSize } from './measures/page';
import { pageNumbers } from './measures/page-numbers';
import { sizes } from './measures/sizes';
import { text } from './measures/text';

/** What is measured on a finished letter, in the order of the report. A new measure is one file and one line here. */
export const measures: readonly Measure[] = [
  pageSize,
  bodyLeft,
  lineRight,
  firstBaseline,
  lastBaseline,
  lineCount,
  pitch,
  lineLength,
  sizes,
  markTop,
  firstRule,
  secondRule,
  documentNumber,
  pageNumbers,
  footPosition,
  fonts,
  text,
];
