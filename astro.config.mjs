import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { CONTENT_SECURITY_POLICY } from './src/csp.ts';
import { searchIndex } from './src/search/integration.ts';

// Building a site about secrets calls nobody.
process.env.ASTRO_TELEMETRY_DISABLED = '1';

export default defineConfig({
  // Only the sitemap and canonical links need the public address: `npm run build -- --site https://...`.
  site: 'http://localhost:4321',
  trailingSlash: 'always',
  integrations: [mdx(), sitemap(), searchIndex()],
  devToolbar: { enabled: false },
  // The policy forbids inline style and script, so nothing may be inlined.
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 }, worker: { format: 'es' } },
  markdown: { syntaxHighlight: false },
  server: ({ command }) => ({
    port: 4321,
    headers:
      command === 'preview'
        ? {
            'Content-Security-Policy': CONTENT_SECURITY_POLICY,
            'X-Content-Type-Options': 'nosniff',
          }
        : {},
  }),
});
