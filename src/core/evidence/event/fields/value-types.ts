/**
 * What a value looks like, by the name that it has in the event's XML. Labels are translated and may be
 * lost; a security identifier, a status or the name of a package is the same everywhere.
 */

/** Surely of the type, possibly, or not. */
export const FIT = { sure: 3, possible: 1, none: 0 } as const;
type Fit = (typeof FIT)[keyof typeof FIT];

const NOTHING = /^[-–—]?$|^\(?null\)?$/i;

function fits(sure: RegExp, possible?: RegExp): (value: string) => Fit {
  return (value) =>
    sure.test(value)
      ? FIT.sure
      : NOTHING.test(value) || possible?.test(value) === true
        ? FIT.possible
        : FIT.none;
}

const HEX = /^0x[0-9a-f]{1,16}$/i;
const status = fits(/^0x[0-9a-f]{1,8}$/i, /^-?\d{1,10}$/);
const number = fits(/^\d{1,5}$/);
const address = fits(
  /^(?:::ffff:)?\d{1,3}(?:\.\d{1,3}){3}$|^[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:%\d{1,5})?$/i,
  /^[\w.*:%-]{1,64}$/,
);
const name = fits(/^$(?!)/, /^.{1,512}$/);
const path = fits(/^[a-z]:\\|^\\/i, /^[^:]{1,260}$/);

const TYPES: readonly (readonly [RegExp, (value: string) => Fit])[] = [
  // The name of the ticket-granting service is that of no user.
  [/^TargetUserName$/, fits(/^$(?!)/, /^(?!krbtgt\/).{1,512}$/i)],
  [/Sid$/, fits(/^S-1-\d|^NULL SID$/i, /^[^:]{1,256}$/)],
  [/^(?:Status|SubStatus|ErrorCode)$/, status],
  [/LogonId$|^ProcessId$|^CallerPID$|^ProcessPID$/, fits(HEX, /^\d{1,10}$/)],
  [/Guid$/, fits(/^\{?[0-9a-f]{8}-[0-9a-f-]{27}\}?$/i)],
  [/^LogonType$/, fits(/^(?:[02-9]|1[0-3])$/)],
  [
    /^(?:AuthenticationPackageName|PackageName)$/,
    fits(
      /^(?:Kerberos|NTLM|Negotiate|MICROSOFT_AUTHENTICATION_PACKAGE_V1_0|CredSSP|PKU2U|WDigest|Schannel|CloudAP)$/i,
      /^[\w :()-]{1,60}$/,
    ),
  ],
  [
    /^LogonProcessName$/,
    fits(
      /^(?:Kerberos|NtLmSsp|Advapi|User32|Negotiat|Schannel|CredPro|Chap|IAS|W3SVC|IIS)/i,
      /^.{1,60}$/,
    ),
  ],
  [/^LmPackageName$/, fits(/^(?:NTLM V[12]|LM)$/i)],
  [/^(?:KeyLength|IpPort|PreAuthType|SChannelType|NtlmUsageId)$/, number],
  [/^(?:IpAddress|ClientIP|TargetIP)$/, address],
  [/^TicketOptions$/, fits(/^0x[0-9a-f]{1,8}$/i)],
  [/EncryptionType$/, fits(/^0x(?:f{8}|0{0,6}[0-9a-f]{1,2})$/i)],
  [/^ProcessName$/, path],
  [
    /^(?:MechanismOID|NegotiatedFlags|CertThumbprint)$/,
    fits(/^[\d.]{5,60}$|^0x[0-9a-f]{8}$|^[0-9a-f]{40}$/i),
  ],
];

const BY_FIELD = new Map<string, (value: string) => Fit>();

/** How well a value suits a name of the message table. */
export function fitOf(field: string, value: string): Fit {
  let type = BY_FIELD.get(field);
  if (!type) {
    type = TYPES.find(([names]) => names.test(field))?.[1] ?? name;
    BY_FIELD.set(field, type);
  }
  return type(value);
}

/** True for the signs that stand for a value that is not there. */
export function isNothing(value: string): boolean {
  return NOTHING.test(value.trim());
}
