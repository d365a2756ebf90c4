export * from './escalation';
export * from './hours';
export * from './plan';
