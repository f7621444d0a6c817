import { readdirSync } from 'node:fs';
import eslint from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Tests, and what only they use, may look into any room. */
const TESTS = ['**/*.test.ts', '**/testing/**'];

const OUTSIDE = ['document', 'window', 'fetch', 'process', 'Buffer', 'localStorage', 'console'];
const ANYWHERE = ['node:*', 'astro', 'astro:*'].map((name) => ({
  group: [name],
  message: 'The core runs anywhere.',
}));

const roomsOf = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** One kind of evidence knows no other one, and concludes nothing; it may name the type of a rule. */
const KINDS = roomsOf('src/core/evidence').map((kind) => ({
  files: [`src/core/evidence/${kind}/**/*.ts`],
  may: [kind],
}));

/** What every kind of evidence is built on knows none of them. */
const ROOMS = ['facts', 'text', 'binary', 'codes', 'contract', 'checklist', 'queries'].map(
  (room) => ({
    files: [`src/core/${room}/**/*.ts`],
    may: [],
  }),
);

/** Patterns that forbid all kinds of evidence but those, and the case. */
function roomsExcept(may) {
  const others = roomsOf('src/core/evidence').filter((kind) => !may.includes(kind));
  return [
    {
      regex: `^\\.\\.?/(?:.*/)?(?:${others.join('|')})/`,
      message: 'A kind of evidence imports no other kind; `case` joins them.',
    },
    {
      regex: '/case/(?!rule\\.ts$)',
      message: 'Only the type of a rule is known outside of `case`.',
    },
  ];
}

export default defineConfig(
  // AssemblyScript, a language of its own.
  globalIgnores(['src/core/evidence/iis-log/file/scanner/{rows,row-values}.ts']),
  globalIgnores([
    'tools/',
    'dist/',
    'dist-decoder/',
    '.astro/',
    '.cache/',
    'test-results/',
    'playwright-report/',
    'public/',
  ]),
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    // node:test registers a test when it is called; its promise is the runner's to wait for.
    files: ['tests/**/*.ts', ...TESTS],
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'describe', 'it', 'suite'], package: 'node:test' },
          ],
        },
      ],
    },
  },
  {
    // The core runs anywhere: no page, no Node, no clock, no network.
    files: ['src/core/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-globals': ['error', ...OUTSIDE],
      'no-restricted-imports': ['error', { patterns: ANYWHERE }],
    },
  },
  ...[...KINDS, ...ROOMS].map(({ files, may }) => ({
    files,
    ignores: TESTS,
    rules: {
      'no-restricted-imports': ['error', { patterns: [...ANYWHERE, ...roomsExcept(may)] }],
    },
  })),
  {
    // The rest of the program knows the core by its doors only.
    files: ['src/**/*.ts', 'src/**/*.astro'],
    ignores: ['src/core/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '/core/(?!index\\.ts$|log-thread\\.ts$)',
              message: 'Import from core/index.ts.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: TESTS,
    rules: {
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // What starts before TypeScript can be read.
    files: ['src/cli/*.js'],
    languageOptions: { globals: { WebAssembly: 'readonly' } },
  },
  ...astro.configs['flat/recommended'],
);
