/**
 * Writes the search index once the pages are built: every article, and one record for each code in
 * all its spellings, because a person who pastes `80090322` means the page that says `0x80090322`.
 */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { codeRecord } from './code-record.ts';
import { keywordsOf } from './keywords.ts';
import { ROWS } from '../core/index.ts';

export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { index, errors } = await pagefind.createIndex();
        if (!index) throw new Error(`The search index cannot be made: ${errors.join('; ')}`);
        const site = fileURLToPath(dir);
        const pages = globSync('**/*.html', { cwd: site });
        for (const page of pages) {
          const content = withKeywords(readFileSync(`${site}${page}`, 'utf8'), sitePathOf(page));
          const file = await index.addHTMLFile({ sourcePath: page, content });
          if (file.errors.length > 0) throw new Error(file.errors.join('; '));
        }
        for (const row of ROWS) {
          const record = await index.addCustomRecord(codeRecord(row));
          if (record.errors.length > 0) throw new Error(record.errors.join('; '));
        }
        await index.writeFiles({ outputPath: `${site}pagefind` });
        await pagefind.close();
        logger.info(`indexed ${pages.length} pages and ${ROWS.length} codes`);
      },
    },
  };
}

/** `kerberos/spn-duplicate/index.html` -> `/kerberos/spn-duplicate/`. */
function sitePathOf(file: string): string {
  return `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`;
}

/**
 * The page as it is indexed: what leads to an article is found without standing in its text, and
 * an article is found by its address, for the codes that name it.
 */
function withKeywords(html: string, path: string): string {
  const keywords = keywordsOf(path);
  if (keywords === undefined) return html;
  const marks = [
    `<meta data-pagefind-meta="keywords[content]" content="${attribute(keywords.symptoms)}">`,
    `<meta data-pagefind-meta="messages[content]" content="${attribute(keywords.messages)}">`,
    `<meta data-pagefind-meta="summary[content]" content="${attribute(keywords.summary)}">`,
    `<meta data-pagefind-filter="page:${path}">`,
  ];
  return html.replace('</body>', `${marks.join('')}</body>`);
}

function attribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
}
