/** Builds SPNEGO and Kerberos messages (RFC 4178, RFC 4120) with made-up names and noise for ciphers. */
import {
  application,
  context,
  element,
  enumerated,
  flags,
  generalString,
  integer,
  noise,
  octetString,
  oid,
  sequence,
  time,
  type Bytes,
} from './der.ts';

export const SPNEGO = '1.3.6.1.5.5.2';
export const KERBEROS = '1.2.840.113554.1.2.2';
export const MS_KERBEROS = '1.2.840.48018.1.2.2';
export const NEGOEX = '1.3.6.1.4.1.311.2.2.30';
export const NTLMSSP = '1.3.6.1.4.1.311.2.2.10';

/** What Windows clients offer, in their order. */
export const WINDOWS_LIST = [MS_KERBEROS, KERBEROS, NEGOEX, NTLMSSP];

const AP_REQ = [0x01, 0x00];
const AP_REP = [0x02, 0x00];
const KRB_ERROR = [0x03, 0x00];

export function principal(type: number, ...components: string[]): Bytes {
  return sequence(
    context(0, integer(type)),
    context(1, sequence(...components.map(generalString))),
  );
}

export function encrypted(
  etype: number,
  kvno: number | undefined,
  size: number,
  seed: number,
): Bytes {
  return sequence(
    context(0, integer(etype)),
    ...(kvno === undefined ? [] : [context(1, integer(kvno))]),
    context(2, octetString(noise(size, seed))),
  );
}

export interface TicketOptions {
  realm: string;
  spn: string;
  etype?: number;
  kvno?: number;
  nameType?: number;
  cipherBytes?: number;
  authenticatorBytes?: number;
}

export function ticket({
  realm,
  spn,
  etype = 18,
  kvno = 4,
  nameType = 2,
  cipherBytes = 1100,
}: TicketOptions): Bytes {
  return application(
    1,
    sequence(
      context(0, integer(5)),
      context(1, generalString(realm)),
      context(2, principal(nameType, ...spn.split('/'))),
      context(3, encrypted(etype, kvno, cipherBytes, 401)),
    ),
  );
}

export function apReq(options: TicketOptions): Bytes {
  return application(
    14,
    sequence(
      context(0, integer(5)),
      context(1, integer(14)),
      context(2, flags(0x20000000)),
      context(3, ticket(options)),
      context(4, encrypted(options.etype ?? 18, undefined, options.authenticatorBytes ?? 340, 402)),
    ),
  );
}

export function apRep(): Bytes {
  return application(
    15,
    sequence(
      context(0, integer(5)),
      context(1, integer(15)),
      context(2, encrypted(18, undefined, 85, 403)),
    ),
  );
}

export interface ErrorOptions {
  code: number;
  stime: string;
  ctime?: string;
  realm: string;
  sname: Bytes;
  edata?: Bytes;
}

export function krbError({ code, stime, ctime, realm, sname, edata }: ErrorOptions): Bytes {
  return application(
    30,
    sequence(
      context(0, integer(5)),
      context(1, integer(30)),
      ...(ctime === undefined ? [] : [context(2, time(ctime)), context(3, integer(17))]),
      context(4, time(stime)),
      context(5, integer(120_417)),
      context(6, integer(code)),
      context(9, generalString(realm)),
      context(10, sname),
      ...(edata === undefined ? [] : [context(12, octetString(edata))]),
    ),
  );
}

/** The GSS frame around a mechanism's first token. */
export function frame(mechanism: string, ...inner: Bytes[]): Bytes {
  return application(0, oid(mechanism), ...inner);
}

export const framedApReq = (options: TicketOptions) => frame(KERBEROS, AP_REQ, apReq(options));
export const framedApRep = () => frame(KERBEROS, AP_REP, apRep());
export const framedKrbError = (options: ErrorOptions) =>
  frame(KERBEROS, KRB_ERROR, krbError(options));

export function negTokenInit(mechTypes: readonly string[], mechToken?: Bytes): Bytes {
  return frame(
    SPNEGO,
    context(
      0,
      sequence(
        context(0, sequence(...mechTypes.map(oid))),
        ...(mechToken ? [context(2, octetString(mechToken))] : []),
      ),
    ),
  );
}

export interface RespOptions {
  negState?: number;
  supportedMech?: string;
  responseToken?: Bytes;
  mechListMic?: Bytes;
}

export function negTokenResp({
  negState,
  supportedMech,
  responseToken,
  mechListMic,
}: RespOptions): Bytes {
  return context(
    1,
    sequence(
      ...(negState === undefined ? [] : [context(0, enumerated(negState))]),
      ...(supportedMech === undefined ? [] : [context(1, oid(supportedMech))]),
      ...(responseToken ? [context(2, octetString(responseToken))] : []),
      ...(mechListMic ? [context(3, octetString(mechListMic))] : []),
    ),
  );
}

/** NegTokenInit2 as a Windows server sends it, with the hint that clients ignore. */
export function negTokenInit2(mechTypes: readonly string[]): Bytes {
  const hints = sequence(context(0, generalString('not_defined_in_RFC4178@please_ignore')));
  return frame(
    SPNEGO,
    context(0, sequence(context(0, sequence(...mechTypes.map(oid))), element(0xa3, hints))),
  );
}
