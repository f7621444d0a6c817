/** A code as a search record. */
import type { CustomRecord } from 'pagefind';
import { articlePath, codeReference, type CodeRow, spellings } from '../core/index.ts';
import { codeTitle } from '../site/code-title.ts';
import { CODES_GROUP } from '../site/groups.ts';

export function codeRecord(row: CodeRow): CustomRecord {
  const names = spellings(row);
  return {
    url: codeReference(row),
    language: 'en',
    content: [row.name, ...names, row.meaning, row.iis ?? ''].join(' '),
    meta: { title: codeTitle(row), summary: row.meaning, article: articlePath(row.article) },
    // As a filter, a spelling is matched whole: `5` is not also `5057`.
    filters: { group: [CODES_GROUP], spelling: names.map((name) => name.toLowerCase()) },
  };
}
