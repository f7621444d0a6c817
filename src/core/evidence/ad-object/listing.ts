/**
 * Attributes one below the other, whoever lists them:
 *
 *     SamAccountName                : svc-portal         Format-List, PowerView
 *     ServicePrincipalNames         : {HTTP/portal, HTTP/portal.contoso.com}
 *     sAMAccountName: svc-portal                         LDIF (RFC 2849), dsquery -l
 *     msDS-AllowedToDelegateTo:: SFRUUC9hcHA=
 *     servicePrincipalName (2): HTTP/a; HTTP/b;          ldp
 *     serviceprincipalname           {HTTP/portal}       a search result of ADSI
 *     "ServicePrincipalNames":  [ "HTTP/portal" ],       ConvertTo-Json
 */
import { decodeBase64 } from '../../text/base64.ts';
import { attributeOf, hasMany, isTelling, type Attribute } from './attributes.ts';
import { directoryCommand, type DirectoryCommand } from './command.ts';
import type { DirectoryLine } from './directory-lines.ts';
import { isCutOff, type Entry } from './entry.ts';

const LABELLED =
  /^["']?([A-Za-z][\w-]{1,60})["']?(?: \(\d{1,5}\))?(?:;\w{1,20}){0,3}[ \t]{0,80}(::?<?)(?:[ \t]{1,80}|$)(.*)$/;
/** ADSI's result: a name, blanks, and a value in braces. */
const BRACED = /^([A-Za-z][\w-]{1,60})[ \t]{2,80}(\{.*)$/;
/** A console command between two listings. */
const COMMAND = /^(?:PS [A-Za-z]:\\|[A-Za-z]:\\[^>]{0,200}>|PS>)/;
/** Lines without a name that an entry may have in it before it is over. */
const STRAY = 2;

interface State {
  readonly entries: Entry[];
  entry: Entry | undefined;
  /** The attribute that the next line may go on with. */
  open: Attribute | undefined;
  /** How far the line with its name is indented. */
  indent: number;
  /** The line before. */
  last: DirectoryLine | undefined;
  /** The command above. */
  command: DirectoryCommand | undefined;
  stray: number;
}

/** Every entry with an attribute that only the directory has. */
export function listedEntries(lines: readonly DirectoryLine[]): Entry[] {
  const state: State = {
    entries: [],
    entry: undefined,
    open: undefined,
    indent: 0,
    last: undefined,
    command: undefined,
    stray: 0,
  };
  for (const line of lines) {
    takeLine(state, line);
    state.last = line;
  }
  for (const { values } of state.entries) {
    for (const value of values.values()) {
      for (const index of value.base64) value.texts[index] = decoded(value.texts[index] ?? '');
      value.isCut ||= value.texts.some(isCutOff);
    }
  }
  return state.entries.filter(({ values }) => [...values.keys()].some(isTelling));
}

function takeLine(state: State, line: DirectoryLine): void {
  const command = directoryCommand(line.text);
  if (command || COMMAND.test(line.text)) {
    state.command = command;
    state.entry = state.open = undefined;
    return;
  }
  const [, name = '', separator = ':', value = ''] =
    LABELLED.exec(line.text) ?? braced(line.text) ?? [];
  const attribute = name === '' ? undefined : attributeOf(name);
  // A line inside an open list is a value, even where it looks like a name.
  if (attribute === undefined && (goesOn(state, line, name) || isExpanded(state, line))) return;
  state.open = undefined;
  if (name === '') {
    state.stray++;
    if (state.stray > STRAY) state.entry = state.command = undefined;
    return;
  }
  state.stray = 0;
  if (attribute !== undefined) begin(state, attribute, name, separator, value, line);
}

/** An SPN on a line of its own, below a command that lists nothing else. */
function isExpanded(state: State, line: DirectoryLine): boolean {
  const attribute = state.command?.expanded;
  if (!attribute || !hasMany(attribute) || !/^[\w.-]{1,60}\/\S{1,250}$/.test(line.text))
    return false;
  begin(state, attribute, attribute, ':', line.text, line);
  return true;
}

function braced(text: string): readonly string[] | undefined {
  const [whole = '', name = '', value = ''] = BRACED.exec(text) ?? [];
  return attributeOf(name) === undefined ? undefined : [whole, name, ':', value];
}

function begin(
  state: State,
  attribute: Attribute,
  name: string,
  separator: string,
  raw: string,
  line: DirectoryLine,
): void {
  const isNew = /^dn$/i.test(name) || isRepeated(state.entry, attribute, state);
  const entry = isNew || !state.entry ? newEntry(state, line) : state.entry;
  state.open = attribute;
  state.indent = line.indent;
  // The quotation marks and commas of JSON; a list keeps its own.
  const text = /^[{[]/.test(raw) ? raw.replace(/\],$/, ']') : raw.replace(/^"|"?,?$/g, '');
  const at = { start: raw === '' ? line.start : line.end - raw.length, end: line.end };
  let value = entry.values.get(attribute);
  if (value) value.at = { start: value.at.start, end: line.end };
  else {
    value = { texts: [], at, base64: new Set(), isCut: false };
    entry.values.set(attribute, value);
  }
  if (separator === '::') value.base64.add(value.texts.length);
  value.texts.push(text);
  entry.at = { start: entry.at.start, end: line.end };
}

/** An attribute of one value comes a second time where the next entry begins. */
function isRepeated(entry: Entry | undefined, attribute: Attribute, { open }: State): boolean {
  if (!entry?.values.has(attribute)) return false;
  // LDIF has a line for each value; what stands between them is a name that is not read.
  return !hasMany(attribute) || (open !== attribute && open !== undefined);
}

function newEntry(state: State, { start, end }: DirectoryLine): Entry {
  const { identity } = state.command ?? {};
  const entry: Entry = {
    values: new Map(),
    at: { start, end },
    ...(identity !== undefined && { identity }),
  };
  state.entries.push(entry);
  state.entry = entry;
  return entry;
}

/** Takes the line as the rest of the value above; false where it is none. */
function goesOn(state: State, line: DirectoryLine, name: string): boolean {
  const value = state.open && state.entry?.values.get(state.open);
  if (!value || !state.entry) return false;
  const last = value.texts.length - 1;
  const before = value.texts[last] ?? '';
  const isInList = /^[{[]/.test(before) && !/[}\]]$/.test(before);
  const indent = line.indent - state.indent;
  const isIndented = indent >= (name === '' ? 1 : 12);
  if (!isIndented && !(isInList && name === '')) return false;
  const isEnd = /^\],?$/.test(line.text);
  const text = isEnd
    ? ']'
    : line.text.replace(/^"|"?,?$/g, (found) => (isInList && found.includes(',') ? ',' : ''));
  value.texts[last] = `${before}${isWordEnd(state, line, before) ? ' ' : ''}${text}`;
  value.at = { start: value.at.start, end: line.end };
  state.entry.at = { start: state.entry.at.start, end: line.end };
  return true;
}

/**
 * LDIF folds anywhere. PowerShell breaks between words, and in the middle of one only where that word
 * alone is wider than the window.
 */
function isWordEnd({ last, indent }: State, line: DirectoryLine, before: string): boolean {
  if (line.indent - indent === 1) return false;
  return last?.isOpen === true || /[,{[]$/.test(before) || /\s/.test(last?.text ?? '');
}

function decoded(text: string): string {
  const { bytes } = decodeBase64(text, { start: 0, end: text.length });
  const plain = new TextDecoder('utf-8', { fatal: false }).decode(bytes);
  // eslint-disable-next-line no-control-regex -- binary values, such as security descriptors
  return /[\0-\x08\ufffd]/.test(plain) ? '(binary)' : plain;
}
