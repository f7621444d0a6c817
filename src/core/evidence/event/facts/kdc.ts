/** The KDC on missing keys (14, 16, 26, 27) and on weak encryption types (Kdcsvc 201 to 209). */
import type { Fact, FactTypes } from '../../../facts/fact.ts';
import type { KnownEvent } from '../identify.ts';
import {
  accountIn,
  firstSpnOf,
  namesIn,
  only,
  originOf,
  placeOf,
  spnIn,
  textOf,
} from './values.ts';

/** `18 17 23 -133 -128`, as every language prints encryption types. */
const LIST = /(?<![\w.])-?\d{1,3}(?:,?\s{1,9}-?\d{1,3}){0,20}(?![\w.]*\d)/g;

function numbersIn(text = ''): number[] {
  return (text.match(/-?\d{1,4}/g) ?? []).map(Number);
}

/** The two lists of a message whose words are not known; the number before them is that of the key. */
function listsIn(text: string): readonly [number[], number[]] {
  const lists = (text.match(LIST) ?? []).map(numbersIn);
  const [requested = [], available = []] = lists.slice(1);
  return [requested, available];
}

export function keyMissing(event: KnownEvent): Fact[] {
  const stated = textOf(event, 'RequestedEtypes', 'AvailableEtypes') !== undefined;
  const [requested, available] = stated
    ? [numbersIn(textOf(event, 'RequestedEtypes')), numbersIn(textOf(event, 'AvailableEtypes'))]
    : listsIn(event.by === 'number' ? event.text : '');
  return [
    {
      kind: 'keyMissing',
      at: placeOf(event, 'Account', 'Target'),
      ...originOf(event),
      ...only('account', accountIn(event, 'Account')),
      ...only('target', textOf(event, 'Target')),
      ...only('spn', spnIn(event, 'Target') ?? firstSpnOf(namesIn(event))),
      request: event.id === 14 || event.id === 26 ? 'AS' : 'TGS',
      requested,
      available,
    },
  ];
}

type Lacks = FactTypes['weakTicket']['lacks'];

const LACKS: Readonly<Record<number, Lacks>> = {
  201: 'client',
  203: 'client',
  205: 'policy',
  206: 'client',
  208: 'client',
};
const BLOCKED = new Set([203, 204, 208, 209]);

export function weakTicket(event: KnownEvent): Fact[] {
  const service = accountIn(event, 'ServiceName');
  const spn = spnIn(event, 'ServiceName');
  return [
    {
      kind: 'weakTicket',
      at: placeOf(event, 'ServiceName'),
      ...originOf(event),
      isBlocked: BLOCKED.has(event.id),
      lacks: LACKS[event.id] ?? 'account',
      ...only('client', accountIn(event, 'TargetUserName', 'TargetDomainName')),
      ...only('spn', spn),
      ...(service && !spn && { service }),
    },
  ];
}
