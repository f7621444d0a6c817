/** Words and selections that the rules on events share. */
import { describeNtstatus, describeWin32 } from '../../../codes/lookup.ts';
import type { CodeRow } from '../../../codes/row.ts';
import { run, type Step } from '../../../contract/step.ts';
import type { Fact } from '../../../facts/fact.ts';
import {
  compareHosts,
  isAddress,
  isComputerLike,
  logonName,
  type Account,
  type Host,
} from '../../../facts/names.ts';
import type { Span } from '../../../facts/span.ts';
import { command } from '../../../text/escape/command.ts';

/** Findings of one rule; a log repeats itself. */
export const MOST = 5;
/** Ranges shown as proof of one finding. */
const EVIDENCE = 60;

/** Facts that say the same, in the order in which each is first met. */
export function grouped<F extends Fact>(
  facts: readonly F[],
  keyOf: (fact: F) => string,
): [F, ...F[]][] {
  const groups = new Map<string, [F, ...F[]]>();
  for (const fact of facts) {
    const key = keyOf(fact);
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
  }
  return [...groups.values()];
}

/** Where the facts of a group stand. */
export function placesOf(group: readonly Fact[], ...more: readonly (Span | undefined)[]): Span[] {
  return [...group.map(({ at }) => at), ...more.flatMap((at) => at ?? [])].slice(0, EVIDENCE);
}

/** ` (3 times)`; empty for once. */
export function times({ length }: readonly unknown[]): string {
  return length > 1 ? ` (${length.toLocaleString('en-US')} times)` : '';
}

/** `CONTOSO\alex`, or what stands for a name that is not there. */
export function nameOf(account: Account | undefined, otherwise: string): string {
  return account?.written ?? otherwise;
}

/** ` from 10.0.0.81`, ` from PC081`; empty where the event does not say, or names the computer itself. */
export function fromOf({
  address,
  workstation,
}: {
  readonly address?: string;
  readonly workstation?: Host;
}): string {
  const where = address !== undefined && !isLoopback(address) ? address : workstation;
  return where === undefined ? '' : ` from ${where}`;
}

/** `127.0.0.1` and `::1`. */
export function isLoopback(address: string | undefined): boolean {
  return /^(?:127\.|::1$)/.test(address ?? '');
}

/** A name that setspn takes: that of a computer without its dollar sign, which a command line may not hold. */
export function setspnName(account: Account | undefined): string | undefined {
  const name = account && logonName(account);
  return name === undefined || name.includes('/') ? undefined : name.replace(/\$$/, '');
}

/** The logon name without domain and dollar sign, as the cmdlets for Active Directory take it. */
function samName(account: Account | undefined): string | undefined {
  const name = setspnName(account);
  return account?.form === 'upn' ? name?.split('@')[0] : name?.split('\\').at(-1);
}

/** The command that shows the keys and encryption types of an account: a user, a computer or a managed service account. */
export function showKeys(account: Account | undefined): Step {
  const name = [samName(account), 'ACCOUNT'] as const;
  return run(
    'domain-controller',
    account && isComputerLike(account)
      ? command`Get-ADObject -LDAPFilter '(cn=${name})' -Properties sAMAccountName, pwdLastSet, msDS-SupportedEncryptionTypes`
      : command`Get-ADObject -LDAPFilter '(sAMAccountName=${name})' -Properties sAMAccountName, pwdLastSet, msDS-SupportedEncryptionTypes`,
  );
}

/** True where two names may be one computer: `web01` and `web01.contoso.com`. */
export function isSameComputer(a: Host | undefined, b: Host | undefined): boolean {
  return a !== undefined && b !== undefined && !isAddress(a) && compareHosts(a, b) !== 'different';
}

/** The row of a status of a logon. */
export function statusRow(code: number): CodeRow | undefined {
  return describeNtstatus(code) ?? describeWin32(code);
}

/** `0xC000006D` */
export function hexOf(code: number): string {
  return `0x${code
    .toString(16)
    .toUpperCase()
    .padStart(code > 0xffff ? 8 : 1, '0')}`;
}

/** A sentence of a table as the end of another one: `the password is wrong`. */
export function clause(sentence: string): string {
  const text = sentence.trim().replace(/\.$/, '');
  return /^(?:[A-Z][a-z]|A )/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
