/**
 * Attributes side by side:
 *
 *     SamAccountName Enabled msDS-SupportedEncryptionTypes      Format-Table
 *     -------------- ------- -----------------------------
 *     svc-portal        True                            28
 *
 *       sAMAccountName    servicePrincipalName              dsquery * -attr, dsget user
 *       svc-portal        HTTP/portal;HTTP/portal.contoso.com;
 *
 *     DN,objectClass,sAMAccountName,servicePrincipalName    csvde, Export-Csv
 *     "CN=svc-portal,DC=contoso,DC=com",user,svc-portal,HTTP/portal;HTTP/portal.contoso.com
 */
import { splitDelimited } from '../../text/delimited.ts';
import { attributeOf, isTelling, type Attribute } from './attributes.ts';
import type { DirectoryLine } from './directory-lines.ts';
import { isCutOff, type Entry, type Value } from './entry.ts';

interface Column {
  readonly attribute: Attribute | undefined;
  /** Characters of the line, its indentation included. */
  readonly start: number;
  readonly end: number;
}

/** Other columns of dsget (`dsget user /?`). */
const OTHER_COLUMNS =
  /^(?:display|desc|upn|fn|mi|ln|sid|email|office|tel|mgr|dept|company|title|canchpwd|reversiblepwd|pwdneverexpires|acctexpires|loc|memberid|adspath|cn|userPrincipalName|whenCreated|whenChanged|memberOf|description|displayName)$/i;

/** Rows of one table; a person lists a handful, a script all. */
const ROWS = 2_000;

/** The entries of all tables. */
export function tableEntries(lines: readonly DirectoryLine[]): Entry[] {
  const entries: Entry[] = [];
  for (let index = 0; index < lines.length; index++) {
    const own = csvAt(lines, index) ?? columnsAt(lines, index);
    if (!own || own.entries.length === 0) continue;
    entries.push(...own.entries);
    index = own.next - 1;
  }
  return entries;
}

interface Table {
  readonly entries: readonly Entry[];
  /** Index of the first line after it. */
  readonly next: number;
}

function columnsAt(lines: readonly DirectoryLine[], index: number): Table | undefined {
  const header = lines[index];
  const below = lines[index + 1];
  if (!header || !below) return undefined;
  const isRuled = /^-{2,}(?:\s+-{2,})*$/.test(below.text);
  const columns = columnsOf(header, isRuled ? below : undefined);
  if (!columns) return undefined;
  const gap = below.line - header.line;
  const entries: Entry[] = [];
  let next = index + (isRuled ? 2 : 1);
  for (; next < lines.length && entries.length < ROWS; next++) {
    const [row, before] = [lines[next], lines[next - 1]];
    if (!row || !before || row.line - before.line > Math.max(gap, 1)) break;
    const entry = entryOf(header, cellsOf(row, columns), row);
    if (!entry) break;
    entries.push(entry);
  }
  return { entries, next };
}

/** The columns that the dashes below a header mark, or the names themselves. */
function columnsOf(header: DirectoryLine, ruler: DirectoryLine | undefined): Column[] | undefined {
  const source = ruler ?? header;
  const starts = [...source.text.matchAll(ruler ? /-+/g : /\S+/g)].map(
    ({ index }) => index + source.indent,
  );
  const line = ' '.repeat(header.indent) + header.text;
  const columns = starts.map((start, index): Column => {
    const end = starts[index + 1] ?? Infinity;
    return { attribute: attributeOf(line.slice(start, end).trim()), start, end };
  });
  const known = columns.filter(({ attribute }) => attribute !== undefined);
  // Without dashes every word has to be a name of the directory, and one a telling one.
  const isAll = columns.every(
    ({ attribute, start, end }) =>
      attribute !== undefined || OTHER_COLUMNS.test(line.slice(start, end).trim()),
  );
  const isTold = known.some(({ attribute }) => attribute && isTelling(attribute));
  return isTold && (ruler !== undefined || (isAll && known.length > 1)) ? columns : undefined;
}

interface Cell {
  readonly attribute: Attribute;
  readonly text: string;
  readonly start: number;
}

function cellsOf(row: DirectoryLine, columns: readonly Column[]): Cell[] {
  return columns.flatMap(({ attribute, start, end }): Cell[] => {
    const from = Math.max(0, start - row.indent);
    const raw = row.text.slice(from, Math.max(0, end - row.indent));
    const text = raw.trim();
    const at = row.start + from + raw.length - raw.trimStart().length;
    return attribute === undefined || text === '' ? [] : [{ attribute, text, start: at }];
  });
}

function csvAt(lines: readonly DirectoryLine[], index: number): Table | undefined {
  const header = lines[index];
  if (!header?.text.includes(',')) return undefined;
  const names = splitDelimited(header.text, 0, header.text.length, ',').map(({ value }) =>
    attributeOf(value),
  );
  const known = names.filter((name) => name !== undefined);
  if (known.length < 2 || !known.some(isTelling)) return undefined;
  const entries: Entry[] = [];
  let next = index + 1;
  for (; next < lines.length && entries.length < ROWS; next++) {
    const row = lines[next];
    if (!row) break;
    const cells = splitDelimited(row.text, 0, row.text.length, ',');
    if (cells.length !== names.length) break;
    const own = cells.flatMap(({ value, start }, column): Cell[] => {
      const attribute = names[column];
      return attribute === undefined ? [] : [{ attribute, text: value, start: row.start + start }];
    });
    const entry = entryOf(header, own, row);
    if (entry) entries.push(entry);
  }
  return { entries, next };
}

function entryOf(
  header: DirectoryLine,
  cells: readonly Cell[],
  row: DirectoryLine,
): Entry | undefined {
  if (cells.length === 0) return undefined;
  const values = new Map<Attribute, Value>();
  for (const { attribute, text, start } of cells) {
    const at = { start, end: start + text.length };
    const isCut = isCutOff(text);
    values.set(attribute, { texts: [text], at, base64: new Set(), isCut });
  }
  // The header belongs to the first row.
  const start = row.line - header.line <= 4 ? header.start : row.start;
  return { values, at: { start, end: row.end } };
}
