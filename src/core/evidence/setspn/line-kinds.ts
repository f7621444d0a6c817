/**
 * What each line of setspn's output is. Distinguished names, SPNs, codes and the final colon decide;
 * labels are translated on a localised Windows, so English words only add to what these prove.
 */
import { accountOf, spnOf } from '../../facts/names.ts';
import type { Account, Spn } from '../../facts/names.ts';
import type { FactOf } from '../../facts/fact.ts';
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
  readonly spn: Spn | undefined;
  readonly at: Span;
}

/** What setspn or the directory answered instead of doing what it was asked for. */
export interface Failure {
  readonly why: FactOf<'spnRefused'>['why'];
  readonly code?: number;
  readonly account?: Account;
  readonly domain?: string;
}

export type Result = 'found' | 'none' | 'updated' | 'aborted';

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
  | { readonly is: 'result'; readonly result: Result }
  | { readonly is: 'count'; readonly count: number }
  | { readonly is: 'failure'; readonly failure: Failure };

/** What mail, forums and Markdown put before and after a line. */
const LEAD = /^(?:[\s>`"]|&gt;|<pre>){0,80}/i;
const TAIL = /(?:[\s`"]|<\/pre>){0,80}$/i;
const LONGEST = 2_000;

const DISTINGUISHED = /CN=[^\n]{1,400}?,\s?DC=[\w-]+(?:,\s?DC=[\w-]+){0,20}/i;
const TARGET = /^(.{0,80}[\s"'])?DC=[\w-]+(?:,\s?DC=[\w-]+){0,20}(?:[^\w,].{0,60})?$/i;
/** Hyper-V and SQL Server register classes with spaces and dots. */
const SPN_LIKE = /^\w[\w. -]{0,60}\/[^\s/]\S*$/;
const FOREST = /forest|gesamtstruktur|for.t |bosque/i;
const RESULTS: readonly (readonly [RegExp, Result])[] = [
  [/^Existing SPN found\W?$/i, 'found'],
  [/^No such SPN found\W?$/i, 'none'],
  [/^Updated object\W?$/i, 'updated'],
  [/^Duplicate SPN found, aborting operation\W?$/i, 'aborted'],
];
/** `error 0x2098/8344`. */
const PAIR = /\b0x([0-9a-f]{1,8})\/(\d{1,10})\b/i;
const LOOKUP = /DsGetDcNameWith\w{1,20}[^\n]{0,99}?0x([0-9a-f]{1,8})/i;
const NO_ACCOUNT = /^(?:Could not|Cannot|Unable to) (?:find|locate) account ["']?([^\s"']+)/i;
const NO_DOMAIN = /^Failed to retrieve DN for domain "([^"]*)"/i;
const NO_RIGHTS = /^Failed to \w+ SPN .*Insufficient access rights/i;
/** Win32 codes that setspn prints (winerror.h). */
const WHY: Record<number, Failure['why']> = {
  5: 'access-denied',
  1317: 'no-account',
  1355: 'no-domain',
  8344: 'access-denied',
  8647: 'duplicate',
};

/** The kind of one line; `start` is the place of its first character in the text. */
export function lineKind(line: string, start: number): Line {
  if (line.length > LONGEST) return { is: 'words' };
  const lead = LEAD.exec(line)?.[0].length ?? 0;
  const text = line.slice(lead).replace(TAIL, '');
  if (text === '') return { is: 'blank' };
  const command = commandOf(text);
  if (command) return { is: 'command', command };
  const from = start + lead;
  const found = DISTINGUISHED.exec(text);
  const place = from + (found?.index ?? 0);
  const name = found && {
    written: found[0],
    at: { start: place, end: place + found[0].length },
  };
  return messageOf(text, name?.written) ?? (name ? accountLine(text, name) : nameLine(text, from));
}

function messageOf(text: string, name: string | undefined): Line | undefined {
  const result = RESULTS.find(([words]) => words.test(text))?.[1];
  if (result) return { is: 'result', result };
  const count = /^(?:found )?(\d{1,7}) groups? of duplicate SPNs/i.exec(text)?.[1];
  if (count) return { is: 'count', count: Number(count) };
  const account = NO_ACCOUNT.exec(text)?.[1];
  if (account) return refused({ why: 'no-account', account: accountOf(account) });
  const domain = NO_DOMAIN.exec(text)?.[1];
  if (domain !== undefined) return refused({ why: 'no-domain', domain });
  // The pair may be of any program; with the name of an account it is setspn's.
  const [, hex, decimal] = (name && PAIR.exec(text)) ?? [];
  const code = parseInt(LOOKUP.exec(text)?.[1] ?? hex ?? '', 16);
  const isCode = code > 0 && (decimal === undefined || code === Number(decimal));
  if (!isCode && !NO_RIGHTS.test(text)) return undefined;
  const why = isCode ? (WHY[code] ?? 'other') : 'access-denied';
  return refused({ why, ...(isCode && { code }), ...(name && { account: accountOf(name) }) });
}

const refused = (failure: Failure): Line => ({ is: 'failure', failure });

function accountLine(text: string, name: Name): Line {
  const rest = text.replace(name.written, '');
  // A label before the name, as in LDIF, ends in a colon; a colon after it heads a list.
  const isHeader = /[:\uff1a]$/.test(text) && !text.startsWith(name.written);
  const as = rest === '' ? 'alone' : isHeader ? 'header' : 'change';
  return { is: 'account', name, as, removes: /^un/i.test(text) };
}

function nameLine(text: string, from: number): Line {
  const target = TARGET.exec(text);
  if (target) return { is: 'target', isForest: FOREST.test(target[1] ?? '') };
  const spn = spnOf(text);
  if (spn || SPN_LIKE.test(text)) {
    return { is: 'spn', listed: { spn, at: { start: from, end: from + text.length } } };
  }
  // The one word with a slash in a sentence that ends in a colon.
  const words = /\s.{0,300}[:\uff1a]$/.test(text) ? text.match(/[^\s"'«„]+\/[^\s"'»“”]+/g) : null;
  const [word = ''] = words ?? [];
  const held = words?.length === 1 ? spnOf(word.replace(/:$/, '')) : undefined;
  if (!held) return { is: 'words' };
  const start = from + text.indexOf(word);
  const isEnglish = /is registered on these accounts:$/i.test(text);
  return { is: 'group', isEnglish, listed: { spn: held, at: { start, end: start + word.length } } };
}
