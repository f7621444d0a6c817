/** Loads every part of the decoder ahead of its use, for a page that may lose its network. */
import { READERS } from '../evidence/list.ts';

/** Ends when each part has come; rejects when one cannot be loaded. */
export async function loadAll(): Promise<void> {
  const readers = READERS.map(async ({ load }) => (await load()).loadRules());
  await Promise.all([
    ...readers,
    import('./conclude.ts'),
    import('./causes.ts'),
    import('./rules/exchange-rules.ts'),
    import('./rules/cross-source.ts'),
    import('./site/site-tables.ts'),
    import('../evidence/iis-log/is-rows-only.ts'),
    import('../evidence/iis-log/read-texts.ts'),
    import('../evidence/iis-log/file/zip.ts'),
  ]);
}
