/**
 * What each line of setspn's output is. Distinguished names, SPNs, codes and the final colon decide;
 * labels are translated on a localised Windows, so English words only add to what these prove.
 */
import type { Spn } from '../../facts/names.ts';
import { spnOf } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';
import { commandOf } from './command.ts';
import type { Command } from './command.ts';

/** A distinguished name and its place. */
export interface Name {
  readonly written: string;
  readonly at: Span;
}

/** An SPN and its place; `spn` is absent where the class has a space or a dot in it. */
export interface Listed {
  readonly spn?: Spn;
  readonly at: Span;
}

export type Line =
  | { readonly is: 'blank' }
  | { readonly is: 'words' }
  | { readonly is: 'command'; readonly command: Command }
  /** `Checking domain DC=contoso,DC=com`. */
  | { readonly is: 'target'; readonly isForest: boolean }
  /** `alone`: as -Q and -X print it. `header`: above a list. `change`: what is registered where. */
  | {
      readonly is: 'account';
      readonly name: Name;
      readonly as: 'alone' | 'header' | 'change';
      readonly removes: boolean;
    }
  | { readonly is: 'spn'; readonly listed: Listed }
  /** `HTTP/portal is registered on these accounts:`. */
  | { readonly is: 'group'; readonly listed: Listed; readonly isEnglish: boolean }
  | { readonly is: 'result'; readonly result: 'found' | 'none' | 'updated' | 'aborted' }
  | { readonly is: 'groups'; readonly count: number }
  /** `error 0x2098/8344`: the directory refused. */
  | { readonly is: 'error'; readonly code: number | undefined; readonly name?: Name }
  /** The call that looks for the account's domain failed. */
  | { readonly is: 'lookup'; readonly code: number }
  | { readonly is: 'no-account'; readonly account: string }
  | { readonly is: 'no-domain'; readonly domain: string };

const DISTINGUISHED = /CN=[^\n]{1,400}?,\s?DC=[\w-]+(?:,\s?DC=[\w-]+){0,20}/i;
const TARGET = /(?:^|\s)DC=[\w-]+(?:,\s?DC=[\w-]+){0,20}\W{0,3}$/i;
/** Hyper-V and SQL Server register classes with spaces and dots. */
const SPN_LIKE = /^[\w][\w. -]{0,60}\/[^\s/]\S*$/;
const FOREST = /forest|gesamtstruktur|for[êe]t|bosque|floresta|フォレスト|林|лес/i;
const RESULTS: readonly (readonly [RegExp, 'found' | 'none' | 'updated' | 'aborted'])[] = [
  [/^Existing SPN found\W{0,2}$/i, 'found'],
  [/^No such SPN found\W{0,2}$/i, 'none'],
  [/^Updated object\W{0,2}$/i, 'updated'],
  [/^Duplicate SPN found,? aborting operation\W{0,2}$/i, 'aborted'],
];
const PAIR = /\b0x([0-9a-f]{1,8})\/(\d{1,10})\b/i;
const LOOKUP = /DsGetDcNameWith\w{1,20}[^\n]{0,200}?0x([0-9a-f]{1,8})/i;
const NO_ACCOUNT =
  /^(?:Could not|Cannot|Unable to) (?:find|locate) (?:the )?account:? ?["']?([^\s"']{1,200})/i;
const NO_DOMAIN = /^Failed to retrieve DN for domain "([^"]{0,200})"/i;
const NO_RIGHTS = /^Failed to (?:assign|remove) SPN [^\n]{0,300}Insufficient access rights/i;

/** What mail, forums and Markdown put before and after a line. */
const LEAD = /^(?:[\s>`"]|&gt;|<\/?(?:pre|code)>){0,80}/i;
const TAIL = /(?:[\s`"]|<\/?(?:pre|code)>){0,80}$/i;
const LONGEST = 2_000;

/** The kind of one line; `start` is the place of its first character in the text. */
export function lineKind(line: string, start: number): Line {
  if (line.length > LONGEST) return { is: 'words' };
  const [lead = ''] = LEAD.exec(line) ?? [];
  const text = line.slice(lead.length).replace(TAIL, '');
  if (text === '') return { is: 'blank' };
  const from = start + lead.length;
  const command = commandOf(text);
  if (command) return { is: 'command', command };
  return messageOf(text, from) ?? nameOf(text, from) ?? { is: 'words' };
}

function messageOf(text: string, from: number): Line | undefined {
  const result = RESULTS.find(([words]) => words.test(text))?.[1];
  if (result) return { is: 'result', result };
  const count = /^(?:found )?(\d{1,7}) groups? of duplicate SPNs/i.exec(text)?.[1];
  if (count !== undefined) return { is: 'groups', count: Number(count) };
  const lookup = LOOKUP.exec(text)?.[1];
  if (lookup !== undefined) return { is: 'lookup', code: parseInt(lookup, 16) };
  const account = NO_ACCOUNT.exec(text)?.[1];
  if (account !== undefined) return { is: 'no-account', account };
  const domain = NO_DOMAIN.exec(text)?.[1];
  if (domain !== undefined) return { is: 'no-domain', domain };
  const [, hex = '', decimal] = PAIR.exec(text) ?? [];
  const isPair = hex !== '' && parseInt(hex, 16) === Number(decimal);
  const name = distinguished(text, from);
  if (isPair || NO_RIGHTS.test(text)) {
    return { is: 'error', code: isPair ? Number(decimal) : undefined, ...(name && { name }) };
  }
  return undefined;
}

function nameOf(text: string, from: number): Line | undefined {
  const name = distinguished(text, from);
  if (name) {
    const before = name.at.start - from;
    const after = text.slice(before + name.written.length).trim();
    const isAlone = before === 0 && after === '';
    // A label before the name, as in LDIF, ends in a colon; one after it heads a list.
    const isHeader = before > 0 && /[:：]$/.test(after);
    const as = isAlone ? 'alone' : isHeader ? 'header' : 'change';
    return { is: 'account', name, as, removes: /^un/i.test(text) };
  }
  if (TARGET.test(text))
    return { is: 'target', isForest: FOREST.test(text.split('DC=', 1)[0] ?? '') };
  const at = { start: from, end: from + text.length };
  const spn = spnOf(text);
  if (spn || SPN_LIKE.test(text)) return { is: 'spn', listed: { at, ...(spn && { spn }) } };
  return groupOf(text, from);
}

/** The one word with a slash in a sentence that ends in a colon. */
function groupOf(text: string, from: number): Line | undefined {
  if (text.length > 400 || !/\s\S.*[:：]$/.test(text)) return undefined;
  const words = text.split(/\s+/).filter((word) => word.includes('/') && !word.includes('://'));
  const [word = ''] = words;
  const spn = words.length === 1 ? spnOf(word.replace(/^["'«„]|["'»“”:]+$/g, '')) : undefined;
  if (!spn) return undefined;
  const start = from + text.indexOf(word);
  const isEnglish = /\bis registered on these accounts:$/i.test(text);
  return { is: 'group', isEnglish, listed: { spn, at: { start, end: start + word.length } } };
}

function distinguished(text: string, from: number): Name | undefined {
  const found = DISTINGUISHED.exec(text);
  if (!found) return undefined;
  const start = from + found.index;
  return { written: found[0], at: { start, end: start + found[0].length } };
}
