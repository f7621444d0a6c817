/**
 * Small numbers, which are codes only because a word next to them says so: `HTTP Error 401`,
 * `Kerberos error 41`, `Failure Code: 0x18`, `System error 5`, `401 1 1326`.
 *
 * What can fool them: "error 5" in a list of five errors. All repetitions are bounded, so that a
 * hostile paste costs no more than a harmless one. Event Viewer fills up with spaces or tabs
 * between a label and its value, so the bound is wide there.
 */
import { spanOf, type Finder, type Found } from './found.ts';
import { describeHttp, describeKerberos, describeWin32 } from '../../codes/lookup.ts';
import type { CodeRow } from '../../codes/row.ts';

/** sc-status, sc-substatus and sc-win32-status, copied out of a row. */
const TRIPLE = /(?<![\w.-])([45]\d\d)[ .,;\t]{1,3}(\d{1,3})[ ,;\t]{1,3}(\d{1,10})(?![\w.-])/g;
const HTTP =
  /\b(?:http(?:\/[\d.]+)?\s{1,3}(?:(?:error|status)\s{1,3})?(?:code\s{1,3})?|status(?:\s?code)?\s?[:=]?\s?)([1-5]\d\d)(?:\.(\d{1,3}))?(?![\w]|\.\d)/gi;
/** Words of the Kerberos events 4768, 4769 and 4771, and of KRB-ERROR itself. */
const KERBEROS_OWN =
  /\b(?:(?:failure|result) code|krb[-_ ]?error)(?:[ \t]{0,64}[:=#(])?[ \t]{0,64}(0x[0-9a-f]{1,8}|\d{1,3})\b/gi;
const ERROR =
  /\b(?:(?:sc-)?win32(?:-?status)?|net helpmsg|error|code|err)[ \t]{0,2}(?:code|number|no\.?)?(?:[ \t]{0,64}[:=#(])?[ \t]{0,64}(0x[0-9a-f]{1,8}|\d{1,5})(?![\w]|\.\d)/gi;
const KERBEROS_NEAR = /kerberos|krb|kdc/i;

/** Characters on either side within which a word still tells what a number is. */
const NEAR = 120;

/** The part of the line around `index` that is near enough to tell. */
function lineAround(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - NEAR), index);
  const after = text.slice(index, index + NEAR);
  return `${before.slice(before.lastIndexOf('\n') + 1)}${after.split('\n', 1)[0] ?? ''}`;
}

function one(match: RegExpExecArray, row: CodeRow): Found {
  const at = spanOf(match, 1);
  return row.space === 'http' ? { at, rows: [row] } : { at, rows: [row], value: Number(match[1]) };
}

/** `401 1 2148074254`: the status with its substatus, and the win32 status on its own. */
export const findTriples: Finder = function* (text) {
  for (const match of text.matchAll(TRIPLE)) {
    const row = describeHttp(Number(match[1]), Number(match[2]));
    if (!row) continue;
    const win32 = spanOf(match, 3);
    const pair = text.slice(match.index, win32.start).replace(/[ ,;\t]+$/, '');
    yield { at: { start: match.index, end: match.index + pair.length }, rows: [row] };
    const value = Number(match[3]);
    const meaning = describeWin32(value);
    yield { at: win32, rows: meaning ? [meaning] : [], value };
  }
};

/** `HTTP Error 401.1`, `HTTP/1.1 401`, `Status code: 401`. */
export const findHttpWords: Finder = function* (text) {
  for (const match of text.matchAll(HTTP)) {
    const row = describeHttp(Number(match[1]), match[2] ? Number(match[2]) : undefined);
    if (row) yield { at: spanOf(match), rows: [row] };
    else if (match[1] === '401') yield { at: spanOf(match), rows: [] };
  }
};

/** A number after a word that only Kerberos uses, or after `error` on a line about Kerberos. */
export const findKerberosWords: Finder = function* (text) {
  for (const pattern of [KERBEROS_OWN, ERROR]) {
    for (const match of text.matchAll(pattern)) {
      const row = describeKerberos(Number(match[1]));
      if (!row) continue;
      if (pattern === KERBEROS_OWN || KERBEROS_NEAR.test(lineAround(text, match.index))) {
        yield one(match, row);
      }
    }
  }
};

/** `System error 5`, `net helpmsg 1326`, `sc-win32-status=64`, `Error 401`. */
export const findErrorWords: Finder = function* (text) {
  for (const match of text.matchAll(ERROR)) {
    const number = Number(match[1]);
    const row = number === 0 ? undefined : (describeHttp(number) ?? describeWin32(number));
    if (row) yield one(match, row);
  }
};
