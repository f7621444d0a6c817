import type { CodeRow } from './row.ts';
export function codeAnchor(row: CodeRow): string {
  return `${row.space}-${String(row.code)}-${row.log ?? ''}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}
