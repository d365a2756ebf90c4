export * from './calendar';
export * from './channels';
export * from './case';
export * from './chases';
export * from './common';
export * from './house';
export * from './outside';
export * from './worklist';
