// The directions of the house; docs/architecture.md draws them.
const lib = (name) => `^libs/${name}/`;
const pure = '^libs/(kernel|rules|letter-engine|intake|knowledge)/';
/** Casework's folders stand in the way of the data: each imports only earlier ones. */
const way = [
  'case',
  'clocks',
  'proposals',
  'imports',
  'hand-over',
  'opinions',
  'contacts',
  'drafting',
  'review',
  'issuing',
];

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'libs-only-through-index',
      comment: 'A library is its index.ts; nobody reaches into another one.',
      severity: 'error',
      from: { path: '^(libs|apps)/([^/]+)/' },
      to: { path: '^libs/([^/]+)/', pathNot: ['^libs/[^/]+/index\\.ts$', '^libs/$2/'] },
    },
    {
      name: 'libs-never-import-apps',
      comment: 'libs/testing starts the real server: it is the one library that production never sees.',
      severity: 'error',
      from: { path: '^libs/', pathNot: '^libs/testing/' },
      to: { path: '^apps/' },
    },
    {
      name: 'pure-libs-know-no-framework',
      severity: 'error',
      from: { path: pure, pathNot: '\\.test\\.ts$' },
      to: { path: 'node_modules/(@nestjs|typeorm|pg|bullmq|ioredis|express)' },
    },
    {
      name: 'pure-libs-import-only-pure-libs',
      severity: 'error',
      from: { path: pure },
      to: { path: '^libs/', pathNot: [pure] },
    },
    {
      name: 'clocks-never-import-casework',
      severity: 'error',
      from: { path: lib('(clocks|channels|identity|platform|contracts)') },
      to: { path: lib('casework') },
    },
    {
      name: 'clocks-never-import-channels',
      comment:
        'A notice does not know how it leaves the house: channels bind themselves to it (bindNoticeOutlet).',
      severity: 'error',
      from: { path: lib('(clocks|identity|platform|contracts)') },
      to: { path: lib('channels') },
    },
    ...way.map((folder, i) => ({
      name: `casework-${folder}-imports-only-earlier-folders`,
      severity: 'error',
      from: { path: `^libs/casework/${folder}/` },
      to: { path: `^libs/casework/(${way.slice(i + 1).join('|') || 'none'})/` },
    })),
    {
      name: 'web-imports-no-server-code',
      comment: 'The page knows the generated client, and nothing else of the server.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(libs|apps/(server|cli|launcher))/' },
    },
    {
      name: 'production-never-imports-tests',
      severity: 'error',
      from: { pathNot: '(\\.test\\.ts$|^test/|^libs/testing/|^libs/[^/]+/testing/)' },
      to: { path: '(\\.test\\.ts$|^test/|^libs/testing/|^libs/[^/]+/testing/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^dist/|^\\.data/)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  },
};
