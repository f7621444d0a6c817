/**
 * Codes that give themselves away by their own form, anywhere in a text: symbols, ten-digit
 * decimals, eight-digit hex, and status codes with a substatus.
 *
 * What can fool them: a ten-digit order number that happens to be an SSPI code, a price of 401.2.
 */
import { looksLikeStatus, spanOf, type Finder } from './found.ts';
import { describeHttp, describeKerberos, describeName, describeWin32 } from '../../codes/lookup.ts';
import { valuesOf } from '../../codes/spelling.ts';

const SYMBOL = /(?<!\w)[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?!\w)/gi;
/** Names that can be nothing but a security code, known or not. */
const SURELY_A_CODE = /^(?:SEC_[EI]|KDC_ERR|KRB_AP_ERR)_/;
/** Parts of a security identifier (S-1-5-21-3221225581-...) are no codes. */
const WIDE_DECIMAL =
  /(?<![\w.])(?:(?<!\d)[-−–])?\d{10}(?![\w]|[.,]\d)(?<!\bS-1-\d{1,2}-[\d-]{0,60})/g;
const WIDE_HEX = /(?<![\w#&])0x[0-9a-f]{8}(?!\w)/gi;
const BARE_HEX = /(?<![\w#-])(?:8007|8009|800b|c000)[0-9a-f]{4}(?![\w-])/gi;
const SUBSTATUS = /(?<![\w./:$€£-])([45]\d\d)\.(\d{1,3})(?!\w|\.\d)/g;

/** Below this a padded hex number is as likely a flag or a size as a code. */
const SMALLEST_WIDE = 0x1_0000;

/** `SEC_E_NO_CREDENTIALS`, `krb_ap_err_modified`. */
export const findSymbols: Finder = function* (text) {
  for (const match of text.matchAll(SYMBOL)) {
    const row = describeName(match[0]);
    if (row?.code === 0) continue;
    if (row) yield { at: spanOf(match), rows: [row] };
    else if (SURELY_A_CODE.test(match[0])) yield { at: spanOf(match), rows: [] };
  }
};

/** `2148074254`, `-2146893042`, `0x8009030E`, `8009030e`, `-1765328343`. */
export const findWideNumbers: Finder = function* (text) {
  for (const pattern of [WIDE_DECIMAL, WIDE_HEX, BARE_HEX]) {
    for (const match of text.matchAll(pattern)) {
      const value = valuesOf(match[0]).find((each) => each >= SMALLEST_WIDE);
      if (value === undefined) continue;
      const row = describeWin32(value) ?? describeKerberos(value);
      // Eight hex digits without 0x are too common to call an unknown code.
      if (row) yield { at: spanOf(match), rows: [row], value };
      else if (pattern !== BARE_HEX && looksLikeStatus(value)) {
        yield { at: spanOf(match), rows: [], value };
      }
    }
  }
};

/** `401.2`, but no price, address or version number. */
export const findSubstatus: Finder = function* (text) {
  for (const match of text.matchAll(SUBSTATUS)) {
    const row = describeHttp(Number(match[1]), Number(match[2]));
    if (row) yield { at: spanOf(match), rows: [row] };
  }
};
