import tseslint from 'typescript-eslint';

const typed = {
  files: ['apps/{server,cli}/**/*.ts', 'libs/**/*.ts', 'test/**/*.ts'],
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  rules: {
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/no-misused-promises': 'error',
    '@typescript-eslint/await-thenable': 'error',
    '@typescript-eslint/switch-exhaustiveness-check': 'error',
  },
};

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.data/**', 'coverage/**', '**/*.d.ts'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  typed,
  // A test file is one long `describe`; a component is one long function of markup.
  {
    files: ['**/*.test.ts', 'test/**', 'libs/testing/**', 'apps/web/**/*.tsx'],
    rules: { 'max-lines-per-function': 'off' },
  },
  { files: ['**/*.tsx'], rules: { 'max-lines': ['error', { max: 250 }] } },
  // These are the programs that talk to a terminal.
  {
    files: ['apps/{cli,launcher}/**', 'libs/testing/**', 'test/bench/**', 'test/faults/**'],
    rules: { 'no-console': 'off' },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
