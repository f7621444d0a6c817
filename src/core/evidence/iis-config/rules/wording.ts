/** What the rules on configuration have in common: where a setting is, and what could change it. */
import type { FactBase } from '../../../facts/fact-base.ts';
import type { FactOf } from '../../../facts/fact.ts';
import type { Span } from '../../../facts/span.ts';
import { run } from '../../../contract/step.ts';
import type { Step } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { stated } from '../../../text/told.ts';
import type { Part } from '../../../text/told.ts';

export type Windows = FactOf<'windowsAuthentication'>;

interface Placed {
  readonly at: Span;
  readonly location?: string;
  readonly file?: Windows['file'];
}

/** Findings that one rule makes at most. */
export const SHOWN = 3;

/** `Contoso`, `the whole server`, `this web.config`, `this section`: fits after "in" and "for". */
export function where({ location, file, at }: Placed): Part {
  if (location === '') return 'the whole server';
  return stated(location ?? (file === 'web.config' ? 'this web.config' : 'this section'), at);
}

/** What could make a finding on the setting wrong. */
export function levels({ location, file }: Placed): { caveat: string } {
  if (file === 'applicationHost.config') {
    return { caveat: 'A web.config can change it where the section is unlocked.' };
  }
  const level =
    file === 'web.config'
      ? 'IIS uses it only where the section is unlocked.'
      : location === undefined
        ? 'This text does not show which site or level the section belongs to.'
        : 'What the location inherits may not be in this text.';
  return { caveat: `${level} A level below can change it.` };
}

/** What is in effect at the location. */
export function listConfig({ location }: Placed, section: string): Step {
  return run(
    'server',
    command`appcmd list config ${[location, 'SITE']} -section:${[section, 'SECTION']}`,
  );
}

export const WINDOWS = 'system.webServer/security/authentication/windowsAuthentication';

/** Places where Windows authentication is written to be on. */
export function enabledOf(facts: FactBase): Windows[] {
  return facts.all('windowsAuthentication').filter(({ enabled }) => enabled);
}

/** Finds another method at the same place. */
export function methodsOf(facts: FactBase) {
  const key = (method: string, { location, at }: Placed) =>
    `${method}|${at.source ?? ''}|${location ?? '?'}`;
  const byKey = new Map(
    facts.all('otherAuthentication').map((one) => [key(one.method, one), one] as const),
  );
  return (method: string, place: Placed) => byKey.get(key(method, place));
}
