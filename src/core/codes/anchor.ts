/** Where the code reference explains a row, and what a row is called in a sentence. */
import { hex } from './number.ts';
import type { CodeRow, CodeSpace } from './row.ts';

/** Site path of the overview, below which each family has its page. */
export const CODES_PATH = '/reference/codes/';

const FAMILY_PAGE: Record<CodeSpace, string> = {
  http: 'http',
  win32: 'win32',
  sspi: 'sspi',
  ntstatus: 'ntstatus',
  kerberos: 'kerberos',
  event: 'events',
};

/** Last part of the address of a family's page: `sspi`, `events`. */
export function familyPage(space: CodeSpace): string {
  return FAMILY_PAGE[space];
}

/** Site path of the page that explains a family: `/reference/codes/sspi/`. */
export function familyPath(space: CodeSpace): string {
  return `${CODES_PATH}${FAMILY_PAGE[space]}/`;
}

/**
 * Anchor of a row on the page of its family, and on the overview, e.g. `http-401-2`, `win32-1326`, `sspi-8009030e`,
 * `event-security-auditing-4625`. Stable: other sites link to it.
 */
export function codeAnchor(row: CodeRow): string {
  const { space, code } = row;
  if (typeof code === 'string') return `${space}-${code.replace('.', '-')}`;
  if (space === 'event') {
    const provider = (row.provider ?? '').replace(/^Microsoft-Windows-/, '').toLowerCase();
    return `${space}-${provider}-${code}`;
  }
  const isHex = space === 'sspi' || space === 'ntstatus';
  return `${space}-${isHex ? hex(code).slice(2).toLowerCase().padStart(8, '0') : code}`;
}

/** Site path with fragment, e.g. `/reference/codes/sspi/#sspi-8009030e`. */
export function codeReference(row: CodeRow): string {
  return `${familyPath(row.space)}#${codeAnchor(row)}`;
}

/** Short label: `401.2`, `Event 4625`, or the symbol. */
export function codeLabel(row: CodeRow): string {
  if (typeof row.code === 'string') return row.code;
  return row.space === 'event' ? `Event ${row.code}` : row.name;
}
