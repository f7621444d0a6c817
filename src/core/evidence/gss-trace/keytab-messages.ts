/**
 * What an acceptor says of its keytab: which name, version and encryption type it looked for.
 *
 *     Request ticket server HTTP/app@CONTOSO.COM kvno 4 enctype aes256-cts found in keytab but cannot decrypt ticket
 *     Cannot find key of appropriate type to decrypt AP-REQ - RC4 with HMAC
 *
 * Source: MIT krb5 lib/krb5/krb/rd_req_dec.c and lib/gssapi/krb5/acquire_cred.c; Heimdal
 * lib/krb5/keytab.c; JDK sun.security.krb5.KrbApReq.
 */
import { etypeOfName } from '../../codes/etype-of-name.ts';
import type { FactOf } from '../../facts/fact.ts';
import { within, type Part } from './part.ts';
import { serviceOf } from './principals.ts';

type Missing = FactOf<'keytabKeyMissing'>;

/** Groups: `name`, `kvno`, `etype`, `file`. */
const MESSAGES: readonly (readonly [pattern: RegExp, what: Missing['what']])[] = [
  [
    /Request ticket server (?<name>\S{1,300}) kvno (?<kvno>\d{1,10}) (?:enctype (?<etype>\S{1,60}) )?found in keytab but cannot decrypt/i,
    'wrong',
  ],
  [
    /Request ticket server (?<name>\S{1,300}) kvno (?<kvno>\d{1,10}) found in keytab but not with enctype (?<etype>[\w-]{1,60})/i,
    'etype',
  ],
  [
    /Request ticket server (?<name>\S{1,300}) kvno (?<kvno>\d{1,10}) not found in keytab/i,
    'version',
  ],
  [
    /Request ticket server (?<name>\S{1,300}) not found in keytab(?: \(ticket kvno (?<kvno>\d{1,10})\))?/i,
    'entry',
  ],
  [/Cannot find key for (?<name>\S{1,300}) kvno (?<kvno>\d{1,10}) in keytab/i, 'version'],
  [/Cannot decrypt ticket for (?<name>\S{1,300}) using keytab key for/i, 'wrong'],
  [/No key table entry found (?:for|matching) (?<name>[^\s)]{1,300})/i, 'entry'],
  [/Server principal (?<name>\S{1,300}) does not match any keys in keytab/i, 'entry'],
  [
    /Failed to find (?<name>[^\s(]{1,300})(?:\(kvno (?<kvno>\d{1,10})\))? in keytab (?<file>\S{1,300})(?: \((?<etype>[\w-]{1,60})\))?/i,
    'entry',
  ],
  [/Key version (?<kvno>\d{1,10}) is not available/i, 'version'],
  [/Keytab (?<file>\S{1,300}) is nonexistent or empty/i, 'keytab'],
  [/Key table file '(?<file>[^'\n]{1,300})' not found/i, 'keytab'],
  [
    /Cannot find key (?:of appropriate type|for type\/kvno) to decrypt AP[- ]RE[QP] - (?<etype>[\w -]{1,60})(?:\/ ?(?<kvno>\d{1,10}))?/i,
    'etype',
  ],
];
const SIGN = /keytab|key table|key (?:version|of appropriate|for type)/i;

export const keytabMessages: Part = ({ lines, facts }) => {
  for (const line of lines) {
    if (!SIGN.test(line.text)) continue;
    for (const [pattern, what] of MESSAGES) {
      const found = pattern.exec(line.text);
      if (!found) continue;
      facts.push(missing(found, what, within(line, found.index, found[0].length)));
      break;
    }
  }
};

function missing(
  { groups = {} }: RegExpExecArray,
  what: Missing['what'],
  at: Missing['at'],
): Missing {
  const { name, kvno, etype: type = '', file } = groups;
  const principal = name?.replace(/[,;.)]+$/, '');
  const spn = principal === undefined ? undefined : serviceOf(principal);
  const etype = etypeOfName(type);
  return {
    kind: 'keytabKeyMissing',
    what,
    at,
    ...(principal !== undefined && { principal }),
    ...(spn && { spn }),
    ...(kvno !== undefined && { kvno: Number(kvno) }),
    ...(etype !== undefined && { etype }),
    ...(file !== undefined && { keytab: file.replace(/[,;)]+$/, '') }),
  };
}
