/**
 * NCSA common and combined rows (IIS "NCSA" format, Apache, proxies), which have neither substatus
 * nor Win32 status:
 *
 *     172.21.13.45 - CONTOSO\anna [07/Apr/2026:17:39:04 -0800] "GET /app/ HTTP/1.1" 401 3401
 */
import { type Cell, isBlank, splitRuns } from '../../../text/cells.ts';
import { splitQuoted } from '../../../text/delimited.ts';
import { joinings } from './join-lines.ts';
import type { Piece } from '../../../text/lines.ts';

/** Some programs leave out the offset from UTC, or name the zone. */
const STAMP =
  /\[(\d{2}\/[A-Za-z]{3}\/\d{4}[: ]\d{2}:\d{2}:\d{2}(?: (?:[+-]\d{2}:?\d{2}|[A-Z]{1,5}))?)\]/;

export interface NcsaRow {
  readonly cells: readonly Cell[];
  readonly names: readonly string[];
  /** The text between the square brackets. */
  readonly stamp: string;
}

/** A stamp that the end of the line cuts off. */
const CUT_STAMP = /\[\d{2}\/[A-Za-z]{3}\/(?:\d{1,3}|\d{4}[:\d]{0,9}(?: [+-]?\d{0,4})?)$/;
/** Such a row begins with an address or a host name. */
const FIRST = /^\S{2,80} /;

/** Does the line have an NCSA time stamp? The rest of the row may stand on the next line. */
export function isNcsa(line: string): boolean {
  return line.includes('[') && (STAMP.test(line) || (CUT_STAMP.test(line) && FIRST.test(line)));
}

/** The row in its first line, or in all its lines. */
export function readNcsaPieces(
  text: string,
  first: Piece,
  pieces: readonly Piece[],
): { found?: NcsaRow; used: readonly Piece[] } {
  const alone = readNcsa(text, first.start, first.end);
  if (alone) return { found: alone, used: [first] };
  for (const joined of joinings(text, pieces)) {
    const found = readNcsa(joined.text, 0, joined.text.length);
    if (found) return { found: { ...found, cells: found.cells.map(joined.place) }, used: pieces };
  }
  return { used: pieces };
}

/** Reads an NCSA row; undefined when it is none or stops before its status. */
export function readNcsa(text: string, start: number, end: number): NcsaRow | undefined {
  const found = STAMP.exec(text.slice(start, end));
  if (!found?.[1]) return undefined;
  const at = start + found.index;
  const first = afterQuote(text, start, at);
  const before = splitRuns(text, first, at);
  const after = splitQuoted(text, at + found[0].length, beforeQuote(text, at, end));
  const [request, status, bytes, referer, agent] = after;
  if (!request || !/^[1-5]\d\d$/.test(status?.value ?? '') || before.length < 3) return undefined;
  // `HTTP/1.1` broken in two, or the bytes grown together with what follows: joined wrongly.
  if (/\sHTTP$|\s\/\d|\SHTTP\/\d/.test(request.value) || !/^(?:\d+|-)?$/.test(bytes?.value ?? ''))
    return undefined;
  const cells: Cell[] = [];
  const names: string[] = [];
  const add = (name: string, cell: Cell | undefined) => {
    if (!cell) return;
    names.push(name);
    cells.push(cell);
  };
  // A virtual host may stand first; user names may hold spaces.
  const host = before.length > 3 && /^[\d.:a-f]+$/i.test(before[1]?.value ?? '') ? 1 : 0;
  if (host) add('cs-host', before[0]);
  add('c-ip', before[host]);
  add('cs-username', span(text, before.slice(host + 2)));
  const stamp = at + 1;
  add('date', { value: found[1], start: stamp, end: stamp + found[1].length });
  const [method, target, version] = splitRuns(text, request.start, request.end);
  add('cs-method', method);
  addTarget(add, text, target);
  add('cs-version', version);
  add('sc-status', status);
  add('sc-bytes', bytes);
  add('cs(Referer)', referer);
  add('cs(User-Agent)', agent);
  return { cells, names, stamp: found[1] };
}

/** Behind the quote of a string that the row begins in: `{"message":"192.0.2.7 - - [...`. */
function afterQuote(text: string, start: number, stamp: number): number {
  let at = start;
  while (at < stamp && !isBlank(text.charCodeAt(at))) at++;
  while (at > start && !/["'`]/.test(text[at - 1] ?? '')) at--;
  return at;
}

/** The quote that closes that string, behind the quote of the last value or the last number. */
function beforeQuote(text: string, start: number, end: number): number {
  const row = text.slice(start, end);
  const quotes = row.split('"').length - 1;
  const closed = quotes % 2 === 1 ? /(?<=["\d-])"[;,.)\]}]{0,3}$/.exec(row) : null;
  return closed ? start + closed.index : end;
}

function addTarget(
  add: (name: string, cell: Cell | undefined) => void,
  text: string,
  target: Cell | undefined,
): void {
  const query = target?.value.indexOf('?') ?? -1;
  if (!target || query < 0) {
    add('cs-uri-stem', target);
    return;
  }
  const cut = target.start + query;
  add('cs-uri-stem', { value: text.slice(target.start, cut), start: target.start, end: cut });
  add('cs-uri-query', { value: text.slice(cut + 1, target.end), start: cut + 1, end: target.end });
}

function span(text: string, cells: readonly Cell[]): Cell | undefined {
  const [first] = cells;
  const last = cells.at(-1);
  if (!first || !last) return undefined;
  return { value: text.slice(first.start, last.end), start: first.start, end: last.end };
}
