export * from './back-plan';
export * from './modes';
export * from './returns';
