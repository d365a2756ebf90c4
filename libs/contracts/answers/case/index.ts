export * from './assignments';
export * from './case-file';
export * from './clocks';
export * from './contacts';
export * from './drafts';
export * from './findings';
export * from './letters';
export * from './opinions';
