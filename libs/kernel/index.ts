export * from './asked-once';
export * from './clock';
export * from './dates';
export * from './errors';
export * from './ids';
export * from './shared-run';
export * from './titles';
export * from './zip-format';
