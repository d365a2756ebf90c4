export * from './working-days';
export * from './entities';
export * from './seed';
export * from './write-year';
