/**
 * The signs of all lines of a text. Where a browser's panel is copied, a name and its value stand on
 * two lines; and in a translated panel only the values tell what a row is.
 */
import type { Span } from '../../facts/span.ts';
import { httpLines } from './http-lines.ts';
import { isKnownName, signOf, type Sign } from './signs.ts';

export interface LineSigns {
  readonly signs: readonly Sign[];
  /** Ranges of lines, by the place at which they begin. */
  readonly lineAt: ReadonlyMap<number, Span>;
  /** Lines that only repeat what others show. */
  readonly echoes: readonly Span[];
}

/** `Request URL:`, `Status Code:`, `Host` alone on a line, the value below it. */
const LABEL = /^([^:\n]{2,40}):?$/;
const LABELS =
  /^(?:request url|request method|status|status code|:authority|:method|:path|:status)$/i;

/** Characters of the shortest line that says something by itself. */
const SHORTEST = 6;

/** A row of a translated panel: a label, a colon, a value that no language changes. */
const URL_ROW = /^[^\s:][^:]{1,40}:\s{0,8}(https?:\/\/\S{1,4000})$/;
const METHOD_ROW =
  /^[^\s:][^:]{1,40}:\s{0,8}(GET|POST|PUT|HEAD|OPTIONS|DELETE|PATCH|PROPFIND|MKCOL)$/;
const STATUS_ROW = /^[^\s:][^:]{1,40}:\s{0,8}([1-5]\d\d)(?: [A-Z][A-Za-z -]{1,40})?$/;
/** Headers, whose values are no rows of a panel. */
const NO_LABEL = /^(?:referer|origin|location|link|access-control|x-|sec-|content-|upgrade)/i;
/** `DEBUG:urllib3.connectionpool:http://web.contoso.com:80 "GET / HTTP/1.1" 401 1293` */
const URLLIB3 =
  /\bhttps?:\/\/([^\s"/]{1,255}) "([A-Z]{3,20}) (\S{1,4000}) HTTP\/\d(?:\.\d)?" (\d{3})(?=\s|$)/;

export function signsInLines(text: string, isTaken?: (span: Span) => boolean): LineSigns {
  const signs: Sign[] = [];
  const lineAt = new Map<number, Span>();
  const echoes: Span[] = [];
  const panel = new TranslatedPanel();
  let before = '';
  for (const { start, end, text: line, isEcho } of httpLines(text, isTaken)) {
    const at = { start, end };
    if (isEcho) echoes.push(at);
    else if (line === '') signs.push({ at, isEnd: true, set: () => undefined });
    else {
      lineAt.set(start, at);
      const own = line.length < SHORTEST ? undefined : signOf(line);
      const row = own && !own.isMinor ? undefined : withLabel(before, line);
      const found = row === undefined ? own : signOf(row);
      const rows = found?.starts ? undefined : (pooled(line, at) ?? panel.add(row ?? line, at));
      if (rows) signs.push(...rows);
      else if (found) signs.push({ ...found, at });
      before = line;
    }
  }
  return { signs, lineAt, echoes };
}

/** The row that a label on the line before and this value make up. */
function withLabel(before: string, value: string): string | undefined {
  const [, label] = LABEL.exec(before) ?? [];
  if (label === undefined) return undefined;
  const isLabel = before.endsWith(':') || LABELS.test(label) || isKnownName(label);
  return isLabel ? `${label}: ${value}` : undefined;
}

/** Address, method and status in rows one below the other, whatever the labels say. */
class TranslatedPanel {
  /** The row before this one, where it was one of the three. */
  #before: 'url' | 'method' | undefined;
  #url: Sign[] = [];

  /** The signs of a row; empty for an address, which waits for its method. */
  add(row: string, at: Span): readonly Sign[] | undefined {
    const before = this.#before;
    // A label whose value is on the next line is no row of its own.
    if (before !== undefined && /^[^:]{2,40}:$/.test(row)) return undefined;
    this.#before = undefined;
    if (NO_LABEL.test(row)) return undefined;
    const url = URL_ROW.exec(row)?.[1];
    if (url !== undefined) {
      this.#before = 'url';
      this.#url = signIn(`request url: ${url}`, at);
      return undefined;
    }
    const method = before === 'url' ? METHOD_ROW.exec(row)?.[1] : undefined;
    if (method !== undefined) {
      this.#before = 'method';
      return [...this.#url, ...signIn(`request method: ${method}`, at)];
    }
    const status = before === 'method' ? STATUS_ROW.exec(row)?.[1] : undefined;
    return status === undefined ? undefined : signIn(`status code: ${status}`, at);
  }
}

function signIn(row: string, at: Span): Sign[] {
  const sign = signOf(row);
  return sign ? [{ ...sign, at }] : [];
}

/** A request and its answer on one line. */
function pooled(line: string, at: Span): Sign[] | undefined {
  const [, host = '', method = '', target = '', status] = URLLIB3.exec(line) ?? [];
  if (status === undefined) return undefined;
  const rows = [`${method} ${target} HTTP/1.1`, `host: ${host}`, `HTTP/1.1 ${status}`];
  return rows.flatMap((row) => signIn(row, at));
}
