/**
 * Why a ticket was refused, by the code that klist ends with. Sources: MS-ERREF 2.3.1, and "Kerberos
 * authentication troubleshooting guidance" on Microsoft Learn for which code goes with which cause.
 */
import type { ArticleSlug } from '../../../articles.ts';
import { run, say, type Step } from '../../../contract/step.ts';
import type { Severity } from '../../../contract/finding.ts';
import { command, type Name } from '../../../text/escape/command.ts';

export interface Refusal {
  readonly article: ArticleSlug;
  readonly severity: Severity;
  /** What goes after the colon in the title. */
  readonly why: string;
  readonly caveat?: string;
  readonly next: (spn: Name) => readonly Step[];
}

const owner = (spn: Name): Step => run('client', command`setspn -F -Q ${spn}`);

const NO_SPN: Refusal = {
  article: 'spn-missing',
  severity: 'error',
  why: 'the KDC finds no account that holds this SPN',
  caveat:
    'The message about a workstation trust relationship is misleading. An SPN that two accounts hold can give the same code.',
  next: (spn) => [
    owner(spn),
    say('If no account holds it, register it on the account that decrypts the tickets.'),
    run('anywhere', command`setspn -S ${spn} ${[undefined, 'ACCOUNT']}`),
  ],
};

const UNKNOWN_TARGET: Refusal = {
  article: 'klist-guide',
  severity: 'error',
  why: 'the target is not known, or its realm cannot be reached',
  next: (spn) => [owner(spn)],
};

const NO_ETYPE: Refusal = {
  article: 'rc4-disabled-etype',
  severity: 'error',
  why: 'the client, the KDC and the account have no encryption type in common',
  next: (spn) => [
    owner(spn),
    run(
      'domain-controller',
      command`Get-ADObject ${[undefined, 'DN']} -Properties msDS-SupportedEncryptionTypes,pwdLastSet`,
    ),
  ],
};

const NO_DC: Refusal = {
  article: 'dc-reachability',
  severity: 'error',
  why: 'the client reached no domain controller',
  next: () => [
    run('client', command`nltest /dsgetdc:${[undefined, 'DOMAIN']} /force /kdc`),
    say('Check DNS, the VPN, TCP and UDP port 88, and a proxy setting of WinHTTP.'),
  ],
};

const NO_SESSION: Refusal = {
  article: 'klist-guide',
  severity: 'warning',
  why: 'this logon session has no Kerberos credentials',
  caveat:
    'This says nothing about the site or the domain. A remote session that signed in with NTLM or over WinRM, and a local account, have none.',
  next: () => [
    say('Run klist at the desktop of the user, or in a session that signed in with Kerberos.'),
  ],
};

const NOT_ELEVATED: Refusal = {
  article: 'klist-guide',
  severity: 'info',
  why: 'klist may not read other sessions without elevation, which says nothing about Kerberos',
  next: () => [
    say(
      'Run klist sessions in an elevated window; for your own tickets, run klist in one that is not.',
    ),
  ],
};

const NO_CREDENTIALS: Refusal = {
  article: 'client-no-credentials',
  severity: 'warning',
  why: 'this session has no ticket-granting ticket and no credentials to get one',
  caveat:
    'Members of Protected Users get there when the ticket runs out. A local account has none.',
  next: () => [say('Lock the computer and unlock it with the password, or sign in again.')],
};

const CLOCKS: Refusal = {
  article: 'clock-skew',
  severity: 'error',
  why: 'the clocks of the client and the domain controller differ too much',
  next: () => [
    run('client', command`w32tm /stripchart /computer:${[undefined, 'DC']} /samples:3 /dataonly`),
  ],
};

const accountState = (why: string): Refusal => ({
  article: '401-1-bad-credentials',
  severity: 'error',
  why,
  next: () => [run('domain-controller', command`net user ${[undefined, 'USER']} /domain`)],
});

const NO_TRUST: Refusal = {
  article: 'cross-forest',
  severity: 'error',
  why: 'the trust between the domains does not work',
  next: () => [run('client', command`nltest /trusted_domains`)],
};

const FIREWALL: Refusal = {
  article: 'cross-forest',
  severity: 'error',
  why: 'the trust uses selective authentication, and the user may not authenticate to this computer',
  next: () => [say('Grant the user "Allowed to authenticate" on the account that holds the SPN.')],
};

const REFUSALS: Readonly<Record<number, Refusal>> = {
  0xc0000022: NOT_ELEVATED,
  0xc000005e: NO_DC,
  0xc000005f: NO_SESSION,
  0xc0000071: accountState('the password of the user has expired'),
  0xc0000072: accountState('the user account is disabled'),
  0xc0000133: CLOCKS,
  0xc000018b: NO_SPN,
  0xc000018c: NO_TRUST,
  0xc0000233: NO_DC,
  0xc0000234: accountState('the user account is locked out'),
  0xc00002fd: NO_ETYPE,
  0xc0000388: NO_DC,
  0xc0000413: FIREWALL,
  0x80090303: UNKNOWN_TARGET,
  0x8009030e: NO_CREDENTIALS,
  0x80090311: NO_DC,
  0x80090342: NO_ETYPE,
  5: NOT_ELEVATED,
  1311: NO_DC,
  1312: NO_SESSION,
  1787: NO_SPN,
};

const OTHER: Refusal = {
  article: 'klist-guide',
  severity: 'warning',
  why: 'no ticket was issued',
  next: (spn) => [run('client', command`klist get ${spn}`)],
};

/** What a code means when klist ends with it. */
export function refusalOf(code: number): Refusal {
  return REFUSALS[code] ?? OTHER;
}
