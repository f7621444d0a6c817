/** The facts of an event in one line each, for tables of tests. */
import { readFileSync } from 'node:fs';
import type { Fact } from '../../../facts/fact.ts';
import { spelled } from '../../../facts/names.ts';

/** The text of a file in `fixtures/`, or of the events in `tests/fixtures/events`. */
export function fixture(name: string): string {
  const own = new URL(`../fixtures/${name}`, import.meta.url);
  const shared = new URL(`../../../../../tests/fixtures/events/${name}`, import.meta.url);
  try {
    return readFileSync(own, 'utf8');
  } catch {
    return readFileSync(shared, 'utf8');
  }
}

/** `logonFailed event=4625 account=CONTOSO\alex status=0xC000006D`: no places, no headers. */
export function brief(fact: Fact): string {
  const { kind } = fact;
  const values = Object.entries(fact as unknown as Record<string, unknown>)
    .filter(([name]) => !/At$|^(?:kind|at|computer|time|kdc)$/.test(name))
    .map(([name, value]) => `${name}=${shown(name, value)}`);
  return [kind, ...values].join(' ');
}

function shown(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.join(',');
  if (typeof value === 'number' && value > 0xffff) return `0x${value.toString(16)}`;
  if (typeof value !== 'object' || value === null) return String(value);
  if ('written' in value) return String(value.written);
  return 'service' in value ? spelled(value as Parameters<typeof spelled>[0]) : name;
}
