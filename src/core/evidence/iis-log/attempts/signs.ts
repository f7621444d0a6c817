/**
 * What happened in an attempt, as a set of signs: one bit each, in a number. The signs of rows are in
 * the order of their weight; the heaviest one in an attempt names its outcome, and the row that it was
 * seen in is the row that decided.
 */
import { type Cause, causeOf } from './win32-causes.ts';
import { Leg } from './leg-of-401.ts';

/** The signs of rows, the lightest first, then those of the attempt as a whole. */
export const SIGNS = [
  'challenge',
  'plain',
  'handshake',
  'application',
  'refusal',
  'bad-credentials',
  'broken-token',
  'no-domain-controller',
  'kerberos-key',
  'clock-skew',
  'no-package',
  'authentication-firewall',
  'logon-right',
  'account-state',
  'account-locked',
  'channel-binding',
  'address-or-limit',
  'url-authorization',
  'isapi-program',
  'isapi-filter',
  'access',
  // The answer was an accepted one, after a pause that only a person makes, or a refusal.
  'accepted',
  'pause',
  // Two rows without a substatus before the answer; three refusals or more.
  'plain-twice',
  'again',
  // The request is of a browser that asks what another site's page may send.
  'preflight',
] as const;

export type Sign = (typeof SIGNS)[number];

/** The bit of one sign. */
export const bitOf = (sign: Sign): number => 1 << SIGNS.indexOf(sign);
/** The bits of several. */
export const bitsOf = (signs: readonly Sign[]): number =>
  signs.reduce((bits, sign) => bits | bitOf(sign), 0);

const BITS_OF_LEG: Readonly<Record<Leg, number>> = {
  [Leg.challenge]: bitOf('challenge'),
  [Leg.handshake]: bitOf('handshake'),
  [Leg.refusal]: bitOf('refusal'),
  [Leg.access]: bitOf('access'),
  [Leg.application]: bitOf('application'),
  [Leg.other]: bitOf('address-or-limit'),
  [Leg.plain]: bitOf('plain'),
};

const BITS_OF_OTHER = new Map<number, number>([
  [4, bitOf('isapi-filter')],
  [5, bitOf('isapi-program')],
  [7, bitOf('url-authorization')],
]);

const BITS_OF_CAUSE = new Map<Cause, number>(
  SIGNS.slice(SIGNS.indexOf('bad-credentials'), SIGNS.indexOf('address-or-limit')).map((sign) => [
    sign as Cause,
    bitOf(sign),
  ]),
);

/** The signs of one 401. */
export function signsOf(leg: Leg, substatus: number, win32: number): number {
  if (leg === Leg.other) return BITS_OF_OTHER.get(substatus) ?? BITS_OF_LEG[leg];
  if (leg !== Leg.refusal) return BITS_OF_LEG[leg];
  const cause = win32 < 0 ? undefined : causeOf(win32);
  return BITS_OF_LEG[leg] | (cause === undefined ? 0 : (BITS_OF_CAUSE.get(cause) ?? 0));
}

/** How much a row with these signs weighs: that of its heaviest sign. */
export const weightOf = (signs: number): number => 31 - Math.clz32(signs);

const CAUSES = bitsOf(['access', ...([...BITS_OF_CAUSE.keys()] as Sign[])]);
const BAD_CREDENTIALS = bitOf('bad-credentials');
/** What somebody meets who tries one account or password after the other. */
const OF_PERSON =
  BAD_CREDENTIALS | bitsOf(['account-state', 'account-locked', 'logon-right', 'access']);

/** Are two refusals of one cause? */
export function haveOneCause(a: number, b: number): boolean {
  const [of, other] = [a & CAUSES, b & CAUSES];
  return of === 0 || other === 0 ? of === other : (of & other) !== 0;
}

/** Or may one person have met both in one go? */
export const areOfOneGo = (a: number, b: number): boolean =>
  (a & OF_PERSON) !== 0 && (b & OF_PERSON) !== 0 && ((a | b) & BAD_CREDENTIALS) !== 0;

/** Is the refusal about the messages of the handshake, and not about who sent them? */
export const isOfHandshake = (signs: number): boolean => (signs & bitOf('broken-token')) !== 0;

/** Was nothing refused but a name and its password? Only that is made good by a later success. */
export const isForgivable = (signs: number): boolean => (signs & CAUSES) === BAD_CREDENTIALS;
