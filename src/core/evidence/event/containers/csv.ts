/**
 * Events as CSV: what Event Viewer saves (its headings are translated, and the message has none), and
 * `Get-WinEvent | Export-Csv` or `Get-EventLog | Export-Csv`, whose headings are names of properties.
 *
 *     Level,Date and Time,Source,Event ID,Task Category
 *     Information,11/20/2026 3:12:44 AM,Microsoft-Windows-Security-Auditing,4625,Logon,"An account ...
 */
import type { Span } from '../../../facts/span.ts';
import { messageOf, providerOf } from '../fields/messages.ts';
import { pageOf, type Original } from '../fields/page.ts';
import { eventNumber, type Body, type EventRecord, type Header, type Value } from '../record.ts';
import { csvRows } from './csv-rows.ts';
import { roleOf, type Role } from './header-names.ts';

/** A provider and a number, with a delimiter between them; or a row of headings. */
const MARK =
  /(?:Microsoft-Windows-[\w-]{2,60}|LsaSrv|NETLOGON|Schannel)"?([,;\t])"?\d{1,5}"?\1|^"?(?:[\w ]{1,40}"?[,;\t]"?){1,30}?(?:ProviderName|MachineName|InstanceId|EventID)"?([,;\t])/im;

type Columns = ReadonlyMap<number, Role>;

export function eventsInCsv(text: string, original: Original): EventRecord[] {
  const mark = MARK.exec(text);
  const delimiter = mark?.[1] ?? mark?.[2];
  if (delimiter === undefined) return [];
  const found: EventRecord[] = [];
  let columns: Columns = new Map();
  for (const row of csvRows(text, delimiter)) {
    const headings = columnsOf(row);
    if (headings) columns = headings;
    else {
      const record = recordOf(row, columns, text, original);
      if (record) found.push(record);
    }
  }
  return found;
}

/** The roles of the columns; undefined for a row that is none of headings. */
function columnsOf(row: readonly Value[]): Columns | undefined {
  const roles = row.map(({ text }) => roleOf(text));
  const isHeadings = roles.includes('id') && (roles.includes('provider') || roles.includes('body'));
  if (!isHeadings || row.some(({ text }) => /\d{3}/.test(text))) return undefined;
  return new Map(roles.flatMap((role, index) => (role ? [[index, role] as const] : [])));
}

function recordOf(
  row: readonly Value[],
  columns: Columns,
  text: string,
  original: Original,
): EventRecord | undefined {
  const header: Partial<Record<Role, Value>> = {};
  for (const [index, role] of columns) {
    const value = row[index];
    // "Id" and "InstanceId" may both be there; the first one that is a number counts.
    if (value && header[role] === undefined && value.text !== '') header[role] = value;
  }
  const provider = row.findIndex((value) => providerOf(value.text) !== undefined);
  const number = row[provider + 1];
  const [before, own] = [row[provider - 1], row[provider]];
  if (own && number && eventNumber(number.text) !== undefined) {
    header.provider ??= own;
    header.id = number;
    if (before) header.time ??= before;
  }
  const { body = longest(row), ...rest } = header;
  const id = rest.id && eventNumber(rest.id.text);
  const [first, last] = [row[0], row.at(-1)];
  if (id === undefined || !first || !last) return undefined;
  if (!rest.provider && messageOf('Security', id) === undefined) return undefined;
  const place = ({ start, end }: Span) => original(start, end);
  const at = original(first.at.start, last.at.end);
  return {
    ...(Object.fromEntries(
      Object.entries(rest).map(([role, value]) => [
        role,
        { text: value.text, at: place(value.at) },
      ]),
    ) as Header),
    at,
    named: new Map(),
    listed: [],
    ...(body && { body: bodyOf(text, body.at, original) }),
    claimed: [at],
  };
}

/** Event Viewer gives the message no heading: it is the one value with line ends or sentences. */
function longest(row: readonly Value[]): Value | undefined {
  return (
    row.find(({ text }) => text.includes('\n')) ?? row.find(({ text }) => / \w+ \w+ \w+/.test(text))
  );
}

function bodyOf(text: string, { start, end }: Span, original: Original): Body {
  const page = pageOf(text.slice(start, end), [], (from, to) => original(start + from, start + to));
  return { page, start: 0, first: 0, end: page.lines.length };
}
