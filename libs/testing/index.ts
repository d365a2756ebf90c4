export * from './browser';
export * from './database';
export * from './redis';
