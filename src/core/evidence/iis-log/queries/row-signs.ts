/**
 * The sign of a row, as conditions on its columns: what `attempts/leg-of-401.ts` and
 * `attempts/signs.ts` say of it. A HRESULT around a Win32 code (0x8007xxxx) is no code here.
 */
import { CODES_OF_CAUSE, type Cause } from '../attempts/win32-causes.ts';
import { type Sign, SIGNS } from '../attempts/signs.ts';
import type { Column } from './columns.ts';
import type { Predicate } from './predicate.ts';

export const REFUSED: Predicate = { is: 'status', of: [401] };

const LOGON: Predicate = { is: 'substatus', of: [1] };

/** Values of sc-win32-status with which a 401.1 is a step of a handshake. */
export const HANDSHAKE: readonly number[] = CODES_OF_CAUSE.handshake;

/** A 401.1 that goes on. Without the Win32 status every 401.1 may, as in `leg-of-401.ts`. */
export function handshake(has: ReadonlySet<Column>): Predicate {
  if (!has.has('win32')) return LOGON;
  const codes: Predicate = { is: 'win32', of: HANDSHAKE };
  if (!has.has('user')) return { all: [LOGON, codes] };
  // IIS 6 writes 0 for the middle leg and for failures; only a failure has a user name.
  return { all: [LOGON, codes, { not: { all: [{ is: 'win32', of: [0] }, { named: true }] } }] };
}

const isCause = (sign: Sign): sign is Sign & Cause =>
  sign !== 'handshake' && sign in CODES_OF_CAUSE;

/** Why a logon was refused, as far as the code tells. */
export const CAUSES: readonly (Sign & Cause)[] = SIGNS.filter(isCause);

/** A 401.1 with one of these causes. */
export const refusedFor = (...causes: readonly Cause[]): Predicate => ({
  all: [LOGON, { is: 'win32', of: causes.flatMap((cause) => CODES_OF_CAUSE[cause]) }],
});

/** What a row shows, first match wins; a row that fits none is `application`. */
export interface RowSign {
  readonly sign: Sign;
  readonly when: Predicate;
}

const BY_SUBSTATUS: readonly (readonly [Sign, readonly number[]])[] = [
  ['access', [3]],
  ['isapi-filter', [4]],
  ['isapi-program', [5]],
  ['url-authorization', [7]],
  ['address-or-limit', [501, 502, 503, 504]],
];

export function rowSigns(has: ReadonlySet<Column>): readonly RowSign[] {
  const causes = has.has('win32') ? CAUSES : [];
  return [
    { sign: 'accepted', when: { not: REFUSED } },
    { sign: 'challenge', when: { is: 'substatus', of: [2] } },
    { sign: 'handshake', when: handshake(has) },
    ...causes.map((cause) => ({ sign: cause, when: refusedFor(cause) })),
    ...(has.has('win32') ? [{ sign: 'refusal', when: LOGON } as const] : []),
    ...BY_SUBSTATUS.map(([sign, of]) => ({ sign, when: { is: 'substatus', of } as const })),
  ];
}

/** What proves a logon in a row that is no 401; a site without the user column shows less. */
export function accepted(has: ReadonlySet<Column>): Predicate {
  if (!has.has('user')) return { between: 'status', from: 200, to: 399 };
  return { all: [{ not: REFUSED }, { named: true }] };
}

/** 401s that are a real refusal: no offer, and no step of a handshake that goes on. */
export const failing = (has: ReadonlySet<Column>): readonly Predicate[] => [
  REFUSED,
  { not: { is: 'substatus', of: [2] } },
  // Without the Win32 status a 401.1 may be either, and a refusal must not be lost.
  ...(has.has('win32') ? [{ not: handshake(has) }] : []),
];

/** A browser sends OPTIONS on its own only to ask what another site's page may send. */
export const PREFLIGHT: Predicate = {
  all: [
    { text: 'method', value: 'OPTIONS' },
    { begins: 'agent', word: 'mozilla/' },
    {
      not: {
        any: [
          { has: 'agent', word: 'office' },
          { has: 'agent', word: 'webdav' },
        ],
      },
    },
  ],
};
