/**
 * Rows written as names and values: JSON, PowerShell's Format-List, XML and `name=value`. A row ends
 * where a name comes a second time, and at its notation's own mark.
 */
import type { Cell } from '../../../text/cells.ts';
import { knownField } from './fields.ts';
import { NOTATIONS } from './notations.ts';
import { isOtherService } from './other-services.ts';
import { type Row, rowOf } from './row.ts';
import type { Sink } from './sink.ts';

interface Named extends Cell {
  readonly spelled: string;
}

/** Are there rows of names and values in this text? */
export function isPairs(text: string): boolean {
  return NOTATIONS.some(({ seen }) => seen.test(text));
}

/** Hands on every row of such a text; false when it has none, so that it is read line by line. */
export function readPairs(text: string, sink: Pick<Sink, 'row' | 'otherService'>): boolean {
  const notation = NOTATIONS.find(({ seen }) => seen.test(text));
  if (!notation) return false;
  const lineAt = lineCounter(text);
  let cells = new Map<string, Named>();
  let found = 0;
  const close = () => {
    const row = rowFrom(cells, lineAt);
    cells = new Map();
    if (!row) return;
    found++;
    if (isOtherService(row.cells, row.names)) sink.otherService({ line: row.line, ...row.at });
    else sink.row(row);
  };
  for (const pair of notation.pairs(text)) {
    if (pair === 'end') {
      close();
      continue;
    }
    const { name, value, start, end } = pair;
    const field = fieldNamed(name);
    if (!field) continue;
    // Another spelling of a column that is there already says the same once more.
    const known = cells.get(field);
    if (known && known.spelled !== name) continue;
    if (known) close();
    cells.set(field, { value, start, end, spelled: name });
  }
  close();
  return found > 0;
}

/** Fields of the Elastic Common Schema that no column's own spelling covers, by their last words. */
const ELASTIC: Readonly<Record<string, string>> = {
  '@timestamp': 'time',
  'response.status_code': 'sc-status',
  'access.sub_status': 'sc-substatus',
  'access.win32_status': 'sc-win32-status',
  'access.site_name': 's-sitename',
  'access.server_name': 's-computername',
  'host.name': 's-computername',
  'source.ip': 'c-ip',
  'source.address': 'c-ip',
  'destination.ip': 's-ip',
  'destination.address': 's-ip',
  'destination.port': 's-port',
  'request.method': 'cs-method',
  'request.referrer': 'cs(Referer)',
  'user_agent.original': 'cs(User-Agent)',
  'url.path': 'cs-uri-stem',
  'url.query': 'cs-uri-query',
  'url.domain': 'cs-host',
};

/** Groups of that schema whose members would pass for columns under their last word alone. */
const OTHER = /(?:^|\.)(?:agent|ecs|event|log|input|related|observer|as|geo|os|device)\./;

/** The column that a name, or the end of a path of names, means. */
function fieldNamed(path: string): string | undefined {
  const words = path.split('.');
  const last = words.slice(-2).join('.');
  const elastic = ELASTIC[last];
  if (elastic !== undefined) return elastic;
  if (OTHER.test(path)) return undefined;
  return (knownField(last) ?? knownField(words.at(-1) ?? ''))?.name;
}

function rowFrom(
  cells: ReadonlyMap<string, Cell>,
  lineAt: (offset: number) => number,
): Row | undefined {
  const values = [...cells.values()].map(({ value, start, end }) => ({ value, start, end }));
  const [first] = values;
  const last = values.at(-1);
  if (!first || !last || !cells.has('sc-status')) return undefined;
  const at = { start: first.start, end: last.end };
  const context = { format: 'w3c', by: 'pairs', line: lineAt(first.start), at } as const;
  return rowOf(values, [...cells.keys()], { ...context, recovered: false });
}

/** Line numbers of offsets that only grow, in one pass over the text. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let next = text.indexOf('\n');
  return (offset) => {
    while (next >= 0 && next < offset) {
      line++;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
}
