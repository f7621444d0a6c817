/**
 * Writes the search index once the pages are built: every article, and one record for each code in
 * all its spellings, because a person who pastes `80090322` means the page that says `0x80090322`.
 */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { codeRecord } from './code-record.ts';
import { ROWS } from '../core/codes/table.ts';

export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { index, errors } = await pagefind.createIndex();
        if (!index) throw new Error(`The search index cannot be made: ${errors.join('; ')}`);
        const site = fileURLToPath(dir);
        const pages = await index.addDirectory({ path: site });
        for (const row of ROWS) {
          const record = await index.addCustomRecord(codeRecord(row));
          if (record.errors.length > 0) throw new Error(record.errors.join('; '));
        }
        await index.writeFiles({ outputPath: `${site}pagefind` });
        await pagefind.close();
        logger.info(`indexed ${pages.page_count} pages and ${ROWS.length} codes`);
      },
    },
  };
}
