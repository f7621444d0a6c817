/** What the rules on setspn have in common: names as a person writes them, sentences and steps. */
import type { ArticleSlug } from '../../../articles.ts';
import type { Diagnosis } from '../../../case/rule.ts';
import type { Severity } from '../../../contract/decoded.ts';
import { run, say } from '../../../contract/step.ts';
import type { Step } from '../../../contract/step.ts';
import type { FactBase } from '../../../facts/fact-base.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { displayName, spelled } from '../../../facts/names.ts';
import type { Account, Spn } from '../../../facts/names.ts';
import type { Span } from '../../../facts/span.ts';
import { command } from '../../../text/escape/command.ts';
import { stated } from '../../../text/told.ts';
import type { Part } from '../../../text/told.ts';

export type Owner = FactOf<'spnOwner'>;

/** Findings that one rule makes at most. */
export const SHOWN = 5;
/** Places that one finding shows at most. */
const PLACES = 20;

/** The SPN as it was registered, with its realm if there is one in it. */
export const spnText = (spn: Spn): string => spelled(spn) + (spn.realm ? `@${spn.realm}` : '');

/** True for the classes that a web site uses. */
export const isWeb = ({ service }: Spn): boolean => /^(?:HTTP|HOST)$/.test(service);

/** The logon name where it is known, or the CN as the directory spells it. */
export function nameOf({ account, logon }: { account: Account; logon?: Account }): string {
  return logon?.written ?? displayName(account);
}

/** The name of an account, with the place that states that it holds the SPN. */
export const holder = (owner: Owner): Part => stated(nameOf(owner), owner.at);

/** The SPN, with the place that states who holds it. */
export const heldSpn = ({ spn, at }: Owner): Part => stated(spnText(spn), at);

/** `a`, `a and b`, `a, b, c and 3 more`. */
export function listed(all: readonly Part[]): Part[] {
  const names = all.length > 4 ? [...all.slice(0, 3), `${all.length - 3} more`] : all;
  const last = names.length - 1;
  return names.flatMap((part, index) =>
    index === 0 ? [part] : [index === last ? ' and ' : ', ', part],
  );
}

/** A finding whose title is `parts`, proved by `evidence`. */
export function finding(
  severity: Severity,
  article: ArticleSlug,
  parts: readonly Part[],
  evidence: readonly { readonly at: Span }[],
  more: Pick<Diagnosis, 'id' | 'caveat' | 'next'>,
): Diagnosis {
  const title = parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
  const places = evidence.slice(0, PLACES).map(({ at }) => at);
  return { severity, title, parts, article, evidence: places, ...more };
}

/** The owners of each SPN, each account once, by the SPN as `spnText` spells it. */
export function ownersBySpn(facts: FactBase): Map<string, Owner[]> {
  const owners = new Map<string, Owner[]>();
  const seen = new Set<string>();
  for (const owner of facts.all('spnOwner')) {
    const spn = spnText(owner.spn);
    const pair = `${spn} ${owner.account.written.toLowerCase().replace(/,\s+/g, ',')}`;
    if (seen.has(pair)) continue;
    seen.add(pair);
    const before = owners.get(spn);
    if (before) before.push(owner);
    else owners.set(spn, [owner]);
  }
  return owners;
}

/** What a search without -F leaves open. */
export function onlyDomain(scope: 'domain' | 'forest'): string {
  return scope === 'domain' ? 'Only one domain was searched; add -F to search the forest.' : '';
}

/** Looks an SPN up in the whole forest. */
export function lookUp(spn?: Spn): Step {
  return run('anywhere', command`setspn -F -Q ${[spn && spelled(spn), 'SPN']}`);
}

/** Registers an SPN, if no account of the forest holds it. */
export function register(spn?: Spn, account?: string): Step {
  return run(
    'anywhere',
    command`setspn -F -S ${[spn && spelled(spn), 'SPN']} ${[account, 'ACCOUNT']}`,
  );
}

/** Takes an SPN away from an account. */
export function remove(spn?: Spn, account?: string): Step {
  return run(
    'anywhere',
    command`setspn -D ${[spn && spnText(spn), 'SPN']} ${[account, 'ACCOUNT']}`,
  );
}

/** How to see which account decrypts on the web server. */
export const WHO_DECRYPTS: readonly Step[] = [
  say('Compare this account with the one that decrypts the ticket on the web server:'),
  run(
    'server',
    command`%windir%\\system32\\inetsrv\\appcmd.exe list config ${[undefined, 'SITE']} -section:windowsAuthentication`,
  ),
];
