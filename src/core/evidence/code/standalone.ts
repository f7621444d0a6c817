/**
 * A paste that is nothing but codes, one a line. Only here is a bare `5` a code: the whole line
 * says so. Every reading it can have is offered.
 */
import { CODES } from '../../limits.ts';
import type { Found } from './found.ts';
import { describeKerberos, describeWin32, lookup } from '../../codes/lookup.ts';
import { httpOf, LONGEST_SPELLING, valuesOf } from '../../codes/spelling.ts';

const SYMBOL = /^(?:SEC_[EI]|KDC_ERR|KRB_AP_ERR|KRB_ERR|ERROR|STATUS|CERT_E|CRYPT_E|TRUST_E)_\w+$/;

/** The codes of a paste whose every line is one; undefined for any other text. */
export function findStandalone(text: string): Found[] | undefined {
  const found: Found[] = [];
  let start = 0;
  for (const line of text.split('\n', CODES + 2)) {
    const code = line.trim();
    if (code) {
      if (found.length > CODES) return undefined;
      const one = readLine(code, start + line.indexOf(code));
      if (!one) return undefined;
      found.push(one);
    }
    start += line.length + 1;
  }
  return start > text.length && found.length ? found : undefined;
}

function readLine(code: string, start: number): Found | undefined {
  if (code.length > LONGEST_SPELLING) return undefined;
  const at = { start, end: start + code.length };
  const rows = lookup(code);
  const values = valuesOf(code);
  const value = values.find((one) => describeWin32(one) ?? describeKerberos(one)) ?? values[0];
  if (value !== undefined) return { at, rows, value };
  const isCode = rows.length > 0 || httpOf(code) !== undefined || SYMBOL.test(code);
  return isCode ? { at, rows } : undefined;
}
