export * from './browser';
export * from './database';
export * from './redis';
export * from './app';
export * from './client';
export * from './factories';
export * from './server-process';
export * from './mail-server';
