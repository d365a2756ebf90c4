export * from './assignments';
export * from './case-file';
export * from './clocks';
export * from './drafts';
export * from './findings';
export * from './letters';
export * from './opinions';
