export {
  type Measure,
  type Policy,
  type PolicyFinding,
  type PolicyKind,
  policyKinds,
  type PolicySection,
  type Target,
} from './policies/policy';
export { readPolicy } from './policies/read-policy';
export { type KnownUnit } from './policies/unit-names';
export {
  type Experience,
  type PastCase,
  proposeByKeywords,
  proposeUnits,
  type Responsibility,
  responsibilityMap,
  type UnitProposal,
} from './proposing/propose-units';
export { type Responsible, responsibleFinder } from './proposing/responsible';
export { Likeness } from './proposing/likeness';
export { type Cell } from './export/cells';
export { type Sheet, type SheetColumn, workbook } from './export/workbook';
export { excerptOf, marked, type Piece } from './search/excerpt';
export { anyOf, plainText, readSought, type Sought, tokensOf } from './search/tokens';
export { isLitter, type LetterFile, lettersIn } from './letters/letter-files';
export {
  type EarlierField,
  earlierFields,
  type EarlierPlace,
  earlierReading,
  type EarlierReading,
  letterKey,
  plainNumber,
  type ReadFile,
  readEarlier,
  type UnitFinder,
  unitFinder,
} from './letters/read-earlier';
