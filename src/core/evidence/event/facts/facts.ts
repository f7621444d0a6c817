/** What each event states besides that it was written. */
import type { Fact } from '../../../facts/fact.ts';
import type { KnownEvent } from '../identify.ts';
import { keyMissing, weakTicket } from './kdc.ts';
import { decryptFailed, duplicateName, kerberosError, unknownName } from './kerberos-client.ts';
import { explicitLogon, logon, logonFailed } from './logons.ts';
import { accountPolicyRefused, ntlmUse, ntlmValidation } from './ntlm.ts';
import {
  authenticationError,
  loopbackRefused,
  secureChannel,
  tlsBindingEvent,
  tlsFailed,
  workerProcessFailed,
} from './system.ts';
import { serviceTicket, signIn } from './tickets.ts';
import { only, originOf } from './values.ts';

type Writer = (event: KnownEvent) => Fact[];

const SECURITY: Readonly<Record<number, Writer>> = {
  540: logon,
  672: signIn,
  673: serviceTicket,
  675: signIn,
  680: ntlmValidation,
  4624: logon,
  4625: logonFailed,
  4648: explicitLogon,
  4768: signIn,
  4769: serviceTicket,
  4771: signIn,
  4776: ntlmValidation,
  ...each([529, 530, 531, 532, 533, 534, 535, 536, 537, 539], logonFailed),
  ...each([4820, 4821, 4822, 4823, 4824], accountPolicyRefused),
};

const NTLM: Readonly<Record<number, Writer>> = {
  ...each(
    [4001, 4002, 4003, 4004, 4005, 4006, 4013, 4015, 4020, 4021, 4022, 4023, 4024, 4025],
    ntlmUse,
  ),
  ...each([4030, 4031, 4032, 4033, 8001, 8002, 8003, 8004, 8005, 8006], ntlmUse),
  ...each([100, 101], accountPolicyRefused),
};

const KDC: Readonly<Record<number, Writer>> = {
  11: duplicateName,
  ...each([14, 16, 26, 27], keyMissing),
  ...each([201, 202, 203, 204, 205, 206, 207, 208, 209], weakTicket),
  ...each([104, 105, 106], accountPolicyRefused),
};

const WRITERS: Readonly<Record<string, Readonly<Record<number, Writer>>>> = {
  'Microsoft-Windows-Security-Auditing': SECURITY,
  Security: SECURITY,
  'Microsoft-Windows-NTLM': NTLM,
  'Microsoft-Windows-Security-Netlogon': NTLM,
  'Microsoft-Windows-Kerberos-Key-Distribution-Center': KDC,
  Kdcsvc: KDC,
  'Microsoft-Windows-Security-Kerberos': {
    3: kerberosError,
    4: decryptFailed,
    100: unknownName,
    101: duplicateName,
  },
  LsaSrv: { 6037: loopbackRefused, ...each([40960, 40961, 40970], authenticationError) },
  NETLOGON: each([3210, 5719, 5722, 5723, 5783, 5805], secureChannel),
  'Microsoft-Windows-WAS': each([5002, 5021, 5057, 5059], workerProcessFailed),
  'Microsoft-Windows-HttpEvent': each([15016, 15021, 15300, 15301], tlsBindingEvent),
  Schannel: each([36870, 36871, 36874, 36876, 36877, 36881, 36882, 36884, 36887, 36888], tlsFailed),
};

function each(ids: readonly number[], writer: Writer): Record<number, Writer> {
  return Object.fromEntries(ids.map((id) => [id, writer]));
}

/** The event itself, then what it says. */
export function factsOf(event: KnownEvent): Fact[] {
  const { at, id, provider, by } = event;
  const { computer, time } = originOf(event);
  return [
    { kind: 'event', at, id, provider, ...only('computer', computer), ...only('time', time), by },
    ...(WRITERS[provider]?.[id]?.(event) ?? []),
  ];
}
