/**
 * The lines above a message, as text has them: Event Viewer's copy, the old one of Windows Server 2003,
 * wevtutil, `Format-List`, and `Name=value` of Splunk.
 *
 *     Log Name:      Security              Quelle:        Microsoft-Windows-Security-Auditing
 *     Event ID:      4625                  Ereignis-ID:   4625
 *     EventCode=4625                       Event 4625, Microsoft Windows security auditing.
 *
 * Labels of Event Viewer are translated. The name of the provider is not, and the number stands below it.
 */
import type { PageLine } from '../fields/page.ts';
import { providerOf } from '../fields/messages.ts';
import { pairIn } from '../fields/labelled.ts';
import { eventNumber } from '../record.ts';
import { roleOf, type Role } from './header-names.ts';

/** Offsets of the value in the page. */
export interface HeaderLine {
  readonly role: Role;
  readonly text: string;
  readonly start: number;
  /** True where the label itself says so, and not only the value. */
  readonly isLabelled: boolean;
}

const ASSIGNED = /^(\w{2,30})=(.{0,4000})$/;
/** The heading of the tab "General": the number, then the provider's display name. */
const TITLE = /^\p{L}{2,20}[  ](\d{1,5}), (.{3,60}?)\.?$/u;
/** A provider that no word of a sentence could be. */
const SURELY = /^(?:Microsoft-Windows-[\w-]{2,80}|NETLOGON|LsaSrv|Schannel|Kdcsvc)$/i;
const NUMBER = /^\d{1,5}$/;

/** What a line of a header says; none for a line of any other kind. `isBelowProvider`: a number may be the event's. */
export function headerIn({ text, start }: PageLine, isBelowProvider: boolean): HeaderLine[] {
  const title = TITLE.exec(text);
  const provider = title?.[2];
  if (title?.[1] !== undefined && provider !== undefined && providerOf(provider) !== undefined) {
    const at = start + text.indexOf(title[1]);
    return [
      { role: 'id', text: title[1], start: at, isLabelled: true },
      { role: 'provider', text: provider, start: at + title[1].length + 2, isLabelled: true },
    ];
  }
  const assigned = ASSIGNED.exec(text);
  const pair = assigned
    ? {
        label: assigned[1] ?? '',
        value: assigned[2] ?? '',
        from: start + (assigned[1]?.length ?? 0) + 1,
      }
    : pairIn(text, start)[0];
  if (!pair) return [];
  const { value, from } = pair;
  const role = roleOf(pair.label);
  const found = { text: value, start: from };
  if (role && isPossible(role, pair.label, value)) return [{ role, ...found, isLabelled: true }];
  if (SURELY.test(value)) return [{ role: 'provider', ...found, isLabelled: false }];
  if (isBelowProvider && NUMBER.test(value)) return [{ role: 'id', ...found, isLabelled: false }];
  return [];
}

function isPossible(role: Role, label: string, value: string): boolean {
  // Old events have their time on a line of its own, below the date.
  if (/^(?:code|raw|original|msg|time)$/i.test(label)) return false;
  if (role === 'id') return eventNumber(value) !== undefined;
  return role === 'body' || (value !== '' && value.length <= 120);
}
