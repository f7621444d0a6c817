/**
 * WinRM with the security status of its client:
 *
 *     Connecting to remote server web01 failed ... errorcode 0x80090322 occurred while using Kerberos authentication
 *
 * Certain about the status. What it means for WinRM follows from whose status it is: that of the
 * client, which asks for HTTP/ and the name that was given.
 */
import type { ArticleSlug } from '../../../articles.ts';
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { hex } from '../../../codes/number.ts';
import { describeWin32 } from '../../../codes/lookup.ts';
import { run, say } from '../../../contract/step.ts';
import { isAddress } from '../../../facts/names.ts';
import { command } from '../../../text/escape/command.ts';
import type { Refused } from './words.ts';

interface Meaning {
  readonly article: ArticleSlug;
  readonly means: string;
}

const WRONG_PRINCIPAL = 0x80090322;

/** Of the client; the meanings in the table of codes are those on IIS. */
const OF_CLIENT: ReadonlyMap<number, Meaning> = new Map([
  [
    WRONG_PRINCIPAL,
    {
      article: 'spn-identity-match',
      means:
        'the ticket is for another account than the one that answers. Mostly HTTP/ of the host is registered on the account of a web site.',
    },
  ],
  [0x80090303, { article: 'spn-missing', means: 'no account holds the SPN of that name.' }],
  [
    0x8009030e,
    {
      article: 'client-no-credentials',
      means:
        'the client has no credentials for that server, as in a session that was signed in without a password.',
    },
  ],
  [0x80090311, { article: 'dc-reachability', means: 'the client reached no domain controller.' }],
  [
    0x80090324,
    { article: 'clock-skew', means: 'the clocks of client and server differ too much.' },
  ],
  [
    0x80090342,
    {
      article: 'rc4-disabled-etype',
      means: 'client, domain controller and account have no encryption type in common.',
    },
  ],
  [0x8009030c, { article: '401-1-bad-credentials', means: 'name or password were refused.' }],
]);

export const winrmFailed: Rule = {
  id: 'dotnet.winrm-failed',
  says: 'WinRM names the security status with which the logon failed.',
  needs: ['clientRefused'],
  settles: [
    {
      check: 'decrypting-account',
      state: 'known',
      article: 'spn-identity-match',
      says: 'The ticket is not for the account that the server decrypts with.',
    },
    {
      check: 'ticket-issued',
      state: 'known',
      article: 'spn-missing',
      says: 'The client got no ticket for the name.',
    },
    {
      check: 'clocks',
      state: 'failed',
      article: 'clock-skew',
      says: 'The client said that the clocks differ too much.',
    },
    {
      check: 'encryption-type',
      state: 'failed',
      article: 'rc4-disabled-etype',
      says: 'The client said that there is no encryption type in common.',
    },
  ],
  judge: (facts) =>
    facts
      .all('clientRefused')
      .filter(({ program, code }) => program === 'winrm' && code !== undefined)
      .slice(0, 1)
      .flatMap(diagnose),
};

function diagnose({ host, scheme, code = 0, at }: Refused): Diagnosis[] {
  const row = describeWin32(code);
  const meaning = OF_CLIENT.get(code);
  if (!row || !meaning) return [];
  const to = host === undefined ? '' : ` to ${host}`;
  const by = scheme === undefined ? '' : ` with ${scheme}`;
  return [
    {
      severity: 'error',
      title: `WinRM could not log on${to}${by} (${row.name}, ${hex(code)}): ${meaning.means}`,
      article: meaning.article,
      evidence: [at],
      ...(code === WRONG_PRINCIPAL && {
        caveat: 'A name that DNS leads to another computer looks the same.',
      }),
      next: [
        run('anywhere', command`setspn -F -Q */${[host, 'HOST']}`),
        ...(host !== undefined && isAddress(host)
          ? [say('Use the name of the computer: there is no SPN for an address.')]
          : []),
        run('client', command`klist`),
      ],
    },
  ];
}
