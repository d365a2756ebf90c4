export * from './answers';
export * from './commands';
export * from './fields';
export * from './list-file-queries';
export * from './messages';
export * from './openapi';
export * from './queries';
export * from './words';
