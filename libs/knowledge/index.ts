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
