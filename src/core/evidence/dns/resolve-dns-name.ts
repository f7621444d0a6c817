/**
 * Resolve-DnsName as a table, with all columns or some, and as a list. PowerShell translates neither
 * the names of properties nor its error ids.
 *
 *     Name                 Type   TTL   Section    NameHost
 *     ----                 ----   ---   -------    --------
 *     portal.contoso.com   CNAME  3600  Answer     web01.contoso.com
 *
 *     Name       : web01.contoso.com
 *     QueryType  : A
 *     IP4Address : 10.0.0.21
 *
 *     Resolve-DnsName : portal.contoso.com : DNS name does not exist
 */
import { cover, type Span } from '../../facts/span.ts';
import type { DnsLine } from './dns-lines.ts';
import { isAddressText, isHostText, type Statement } from './statement.ts';

const HEADER = /^\s{0,20}Name\s{1,200}(?:Query)?Type\s.*(?:NameHost|IP[46]?Address)/;
const ROW =
  /^\s{0,20}(\S{1,255})\s{1,200}(CNAME|A|AAAA)\s{1,200}(?:(\d{1,10})\s{1,200})?(?:(Answer|Additional|Authority)\s{1,200})?(\S{1,255})$/;
const PROPERTY = /^\s{0,20}(\w{1,30})\s{0,30}:\s?(\S{0,255})$/;
const ERROR = /^\s{0,20}Resolve-DnsName ?: (\S{1,255}) : (.*)$/i;
const NO_SUCH_NAME = /DNS name does not\b|DNS_ERROR_RCODE_NAME_ERROR/;
/** Lines of an error record of Windows PowerShell, wrapped ones included. */
const ERROR_LINES = 10;

export function readResolveDnsName(lines: readonly DnsLine[]): Statement[] {
  return [...rows(lines), ...lists(lines), ...errors(lines)];
}

function* rows(lines: readonly DnsLine[]): Generator<Statement> {
  let hasHeader = false;
  for (const { text, at, command } of lines) {
    if (command !== undefined) hasHeader = false;
    else if (HEADER.test(text)) hasHeader = true;
    const [, name = '', type = '', ttl, section, value = ''] = ROW.exec(text) ?? [];
    const isRow = hasHeader || (ttl !== undefined && section !== undefined);
    if (isRow && (section ?? 'Answer') !== 'Authority') yield* said(name, type, value, at);
  }
}

function* said(name: string, type: string, value: string, at: Span): Generator<Statement> {
  if (!isHostText(name)) return;
  if (type === 'CNAME' && isHostText(value)) yield { says: 'alias', name, value, at };
  if (type !== 'CNAME' && isAddressText(value)) yield { says: 'address', name, value, at };
}

function* lists(lines: readonly DnsLine[]): Generator<Statement> {
  let properties = new Map<string, string>();
  let places: Span[] = [];
  for (const line of [...lines, undefined]) {
    const [, key, value = ''] = PROPERTY.exec(line?.text ?? '') ?? [];
    if (key === undefined || properties.has(key)) {
      yield* listed(properties, places);
      properties = new Map();
      places = [];
    }
    if (key === undefined || !line) continue;
    properties.set(key, value);
    places.push(line.at);
  }
}

function* listed(properties: ReadonlyMap<string, string>, places: Span[]): Generator<Statement> {
  const type = properties.get('Type') ?? properties.get('QueryType');
  const at = cover(places);
  if (type === undefined || !at || properties.get('Section') === 'Authority') return;
  const address = ['IPAddress', 'IP4Address', 'IP6Address'].flatMap(
    (key) => properties.get(key) ?? [],
  );
  const value = type === 'CNAME' ? properties.get('NameHost') : address[0];
  yield* said(properties.get('Name') ?? '', type, value ?? '', at);
}

function* errors(lines: readonly DnsLine[]): Generator<Statement> {
  for (const [index, { text, at }] of lines.entries()) {
    const [, name = '', message = ''] = ERROR.exec(text) ?? [];
    if (!isHostText(name)) continue;
    const record = lines.slice(index + 1, index + ERROR_LINES);
    const end = record.findIndex(({ text: line }) => ERROR.test(line));
    const own = end < 0 ? record : record.slice(0, end);
    if ([message, ...own.map((line) => line.text)].some((line) => NO_SUCH_NAME.test(line))) {
      yield { says: 'missing', name, at };
    }
  }
}
