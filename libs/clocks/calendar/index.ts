export * from './working-days';
export * from './entities';
export * from './seed';
export * from './write-year';
export * from './change-calendar';
export * from './house.usecases';
export * from './missing-year';
