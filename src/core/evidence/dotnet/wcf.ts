/**
 * WCF, in one line: the scheme that the client used, and the header that the server answered with.
 *
 *     The HTTP request is unauthorized with client authentication scheme 'Anonymous'. The
 *     authentication header received from the server was 'Negotiate,NTLM'.
 *
 * The sentence is translated, the two quoted values are not. Source: Strings.resx of
 * System.ServiceModel.Http, HttpAuthenticationFailed.
 */
import type { Fact } from '../../facts/fact.ts';
import type { Part } from './part.ts';

const SCHEME = /(?:Anonymous|Negotiate|Ntlm|Basic|Digest|IntegratedWindowsAuthentication|None)/;
/** The two values in straight quotes of one kind, or in those of French, and what is between them. */
const QUOTED = [`'`, `"`].map(
  (quote) =>
    new RegExp(
      `${quote} ?(${SCHEME.source}) ?${quote}[^${quote}]{4,200}${quote} ?([^${quote}\\n]{0,8000}) ?${quote}`,
      'gi',
    ),
);
const FRENCH = new RegExp(
  `\u00ab ?(${SCHEME.source}) ?\u00bb[^\u00ab\u00bb]{4,200}\u00ab ?([^\u00ab\u00bb\\n]{0,8000}) ?\u00bb`,
  'gi',
);
/** Characters before the first value in which the sentence says that it is about HTTP. */
const BEFORE = 120;

const STATUS = 401;

export const wcf: Part = (text) => {
  const facts: Fact[] = [];
  for (const pattern of [...QUOTED, FRENCH]) {
    for (const { 0: whole, 1: scheme = '', 2: header = '', index } of text.matchAll(pattern)) {
      const before = text.slice(Math.max(0, index - BEFORE), index);
      const offers = offersIn(header);
      if (!before.includes('HTTP') || !offers) continue;
      facts.push({
        kind: 'clientRefused',
        program: 'wcf',
        scheme,
        offered: offers.schemes,
        ...(offers.hasToken && { isContinued: true }),
        status: STATUS,
        at: { start: index, end: index + whole.length },
      });
    }
  }
  return { facts };
};

const KNOWN = ['Negotiate', 'NTLM', 'Kerberos', 'Basic', 'Digest', 'Bearer', 'Nego2'];
/** A scheme, then its token or its parameters, up to the comma before the next scheme. */
const CHALLENGE = /^([A-Za-z][\w-]{1,30})(?: (.{0,8000}))?$/;
const TOKEN = /^[A-Za-z0-9+/]{2,}[A-Za-z0-9+/=\u2026.]*$/;

/** The schemes of a header; undefined for a text that is no header. */
function offersIn(header: string): { schemes: string[]; hasToken: boolean } | undefined {
  if (header.trim() === '') return { schemes: [], hasToken: false };
  const schemes: string[] = [];
  let hasToken = false;
  for (const part of header.split(/,\s{0,4}/)) {
    const [, name = '', rest = ''] = CHALLENGE.exec(part.trim()) ?? [];
    const scheme = KNOWN.find((one) => one.toLowerCase() === name.toLowerCase());
    // A further parameter of the challenge before.
    if (scheme === undefined) continue;
    if (!schemes.includes(scheme)) schemes.push(scheme);
    const carries = scheme === 'Negotiate' || scheme === 'NTLM' || scheme === 'Kerberos';
    if (carries && TOKEN.test(rest)) hasToken = true;
  }
  return schemes.length > 0 ? { schemes, hasToken } : undefined;
}
