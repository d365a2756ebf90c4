export * from './answers';
export * from './commands';
export * from './fields';
export * from './messages';
export * from './openapi';
export * from './queries';
export * from './words';
