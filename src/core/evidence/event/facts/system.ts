/** What the System log has besides Kerberos: LSA, Netlogon, WAS, HTTP.sys and Schannel. */
import { win32OfHresult } from '../../../codes/number.ts';
import type { Fact, FactTypes } from '../../../facts/fact.ts';
import { accountOf, hostOf } from '../../../facts/names.ts';
import type { KnownEvent } from '../identify.ts';
import { codeIn, hostIn, numberIn, only, originOf, placeOf, spnIn, textOf } from './values.ts';

export function loopbackRefused(event: KnownEvent): Fact[] {
  return [
    {
      kind: 'loopbackRefused',
      at: placeOf(event, 'Target', 'Process'),
      ...originOf(event),
      ...only('process', textOf(event, 'Process')),
      ...only('target', textOf(event, 'Target')),
      ...only('spn', spnIn(event, 'Target')),
    },
  ];
}

export function authenticationError(event: KnownEvent): Fact[] {
  const error = codeIn(event, 'Error') ?? statusIn(event);
  return [
    {
      kind: 'authenticationError',
      at: error?.at ?? placeOf(event, 'Target'),
      ...originOf(event),
      ...only('target', textOf(event, 'Target')),
      ...only('spn', spnIn(event, 'Target')),
      ...only('protocol', textOf(event, 'Protocol')),
      ...only('code', error?.code),
    },
  ];
}

/** `(0xc0000234)`, wherever the message has it. */
function statusIn({ text, place }: KnownEvent): { code: number; at: Fact['at'] } | undefined {
  const match = /0x[c8][0-9a-f]{7}(?![0-9a-f])/i.exec(text);
  return match
    ? { code: Number(match[0]), at: place(match.index, match.index + match[0].length) }
    : undefined;
}

/** The number in the data of the event, least significant byte first: `5E0000C0`. */
function numberInBinary(event: KnownEvent): number | undefined {
  const bytes = /^([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(
    textOf(event, 'Binary') ?? '',
  );
  return bytes ? Number(`0x${bytes.slice(1).reverse().join('')}`) : undefined;
}

/** 3210, 5719 and 5783 on a member; 5722, 5723 and 5805 on the domain controller that it called. */
export function secureChannel(event: KnownEvent): Fact[] {
  const isMember = [3210, 5719, 5783].includes(event.id);
  const { computer } = originOf(event);
  const caller = [textOf(event, 'Account'), textOf(event, 'Computer')].find((name) =>
    /[a-z]/i.test(name ?? ''),
  );
  const code = numberInBinary(event);
  const dc = isMember ? hostIn(event, 'DomainController') : computer;
  const own = isMember ? computer : caller;
  const domain = textOf(event, 'Domain');
  return [
    {
      kind: 'secureChannel',
      at: placeOf(event, 'DomainController', 'Domain', 'Account', 'Computer'),
      told: 'event',
      event: event.id,
      works: false,
      ...only('domain', domain === 'due' ? undefined : domain),
      ...only('dc', dc === undefined ? undefined : hostOf(dc)),
      ...only('computer', own === undefined ? undefined : accountOf(own)),
      ...(code !== undefined && { code, space: 'ntstatus' }),
    },
  ];
}

const WHY: Readonly<Record<number, FactTypes['workerProcessFailed']['why']>> = {
  5002: 'failures',
  5059: 'start',
};

export function workerProcessFailed(event: KnownEvent): Fact[] {
  const quoted = /["'“„«]([^"'“”„«»]{1,100})["'”“»]/.exec(event.text)?.[1];
  const pool = (textOf(event, 'Pool', 'AppPoolID') ?? quoted)?.replace(/\s+/g, ' ');
  const number = numberInBinary(event);
  // HRESULT_FROM_WIN32 (winerror.h), or the error itself.
  const code = number === undefined || number <= 0xffff ? number : win32OfHresult(number);
  return [
    {
      kind: 'workerProcessFailed',
      at: placeOf(event, 'Pool', 'AppPoolID'),
      ...originOf(event),
      ...only('pool', pool),
      why: WHY[event.id] ?? 'identity',
      ...(number !== 0 && only('code', code)),
    },
  ];
}

const WHAT: Readonly<Record<number, FactTypes['tlsBindingEvent']['what']>> = {
  15016: 'no-package',
  15300: 'deleted',
  15301: 'created',
};
const ENDPOINT =
  /(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]{2,45}\]|[\w-]+(?:\.[\w-]+){1,10}):\d{1,5}/i;

export function tlsBindingEvent(event: KnownEvent): Fact[] {
  const endpoint = textOf(event, 'Endpoint')?.replace(/\.$/, '') ?? ENDPOINT.exec(event.text)?.[0];
  return [
    {
      kind: 'tlsBindingEvent',
      at: placeOf(event, 'Endpoint'),
      ...originOf(event),
      ...only('endpoint', endpoint),
      what: WHAT[event.id] ?? 'failed',
    },
  ];
}

export function tlsFailed(event: KnownEvent): Fact[] {
  const side = textOf(event, 'Side')?.toLowerCase();
  return [
    {
      kind: 'tlsFailed',
      at: placeOf(event, 'AlertDesc', 'ErrorCode', 'Target'),
      ...originOf(event),
      ...only('alert', numberIn(event, 'AlertDesc')),
      ...only('target', textOf(event, 'Target')),
      ...((side === 'client' || side === 'server') && { side }),
      ...only('code', codeIn(event, 'ErrorCode')?.code),
    },
  ];
}
