export { type KnownUnit, type UnitFinder, unitFinder } from './cells/units';
export { splitSuggestions } from './cells/suggestions';
export type {
  CheckedRow,
  IntakeDefaults,
  IntakeFacts,
  IntakeProblem,
  Paper,
  ProposedHandOver,
} from './check/checked';
export { paperKey } from './check/duplicates';
export { type Columns, type IntakeField, intakeFieldNames, intakeFields } from './columns/fields';
export { columnLabel, type IntakeRow, type IntakeValues } from './columns/rows';
export { checkIntake, edited, type Edits, type Intake, takeIn } from './intake';
export { readList } from './read-list';
export { columnName } from './table/table';
