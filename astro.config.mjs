import process from 'node:process';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { POLICY_HEADER } from './src/csp.ts';
import { readGlossary } from './src/markdown/glossary.ts';
import { glossaryTerms } from './src/markdown/glossary-terms.ts';
import { takeAway } from './src/one-file/build/integration.ts';
import { searchIndex } from './src/search/integration.ts';

// Building a site about secrets calls nobody.
process.env.ASTRO_TELEMETRY_DISABLED = '1';

/**
 * Vite wraps each dynamic import in a preloader that weighs more than all of an article's script.
 * The chunks of this site have no style sheets of their own and load after a click.
 */
function plainDynamicImports() {
  return {
    name: 'plain-dynamic-imports',
    enforce: 'pre',
    // Astro turns the list of what to preload back on.
    configResolved: ({ build, environments }) => {
      for (const each of [build, environments.client.build]) each.modulePreload = false;
    },
    load: (id) =>
      id === '\0vite/preload-helper.js'
        ? 'export const __vitePreload = (load) => load();'
        : undefined,
  };
}

export default defineConfig({
  // Only the sitemap and canonical links need the public address: `npm run build -- --site https://...`.
  site: 'http://localhost:4321',
  trailingSlash: 'always',
  integrations: [mdx(), sitemap(), searchIndex(), takeAway()],
  devToolbar: { enabled: false },
  // The policy forbids inline style and script, so nothing may be inlined.
  build: { inlineStylesheets: 'never' },
  vite: {
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Astro's own mark in every MDX module; seven lines each that say nothing to a reader.
        onLog: (level, log, report) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
        },
      },
    },
    worker: { format: 'es' },
    plugins: [plainDynamicImports()],
  },
  markdown: {
    syntaxHighlight: false,
    processor: satteri({ mdastPlugins: [glossaryTerms(readGlossary('content/glossary.yaml'))] }),
  },
  server: ({ command }) => ({
    port: 4321,
    headers:
      command === 'preview'
        ? {
            'Content-Security-Policy': POLICY_HEADER,
            'Referrer-Policy': 'no-referrer',
            'X-Content-Type-Options': 'nosniff',
          }
        : {},
  }),
});
