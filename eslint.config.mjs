import eslint from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  // AssemblyScript, a language of its own.
  globalIgnores(['src/core/evidence/iis-log/file/scanner/rows.ts']),
  globalIgnores(['dist/', '.astro/', '.cache/', 'test-results/', 'playwright-report/', 'public/']),
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
    files: ['tests/**/*.ts'],
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
    rules: {
      'no-restricted-globals': [
        'error',
        'document',
        'window',
        'fetch',
        'process',
        'Buffer',
        'localStorage',
        'console',
      ],
      'no-restricted-imports': ['error', { patterns: ['node:*', 'astro', 'astro:*'] }],
    },
  },
  {
    // What starts before TypeScript can be read.
    files: ['src/cli/*.js'],
    languageOptions: { globals: { WebAssembly: 'readonly' } },
  },
  ...astro.configs['flat/recommended'],
);
