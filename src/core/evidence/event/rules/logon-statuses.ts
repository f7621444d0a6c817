/** What the status of a logon that failed means, and what to do: the table of codes, as events have it. */
import type { ArticleSlug } from '../../../articles.ts';
import { run, say, type Step } from '../../../contract/step.ts';
import type { FactOf } from '../../../facts/fact.ts';
import type { Account } from '../../../facts/names.ts';
import { command } from '../../../text/escape/command.ts';
import { clause, hexOf, statusRow } from './words.ts';

export interface LogonReason {
  readonly name: string;
  readonly article: ArticleSlug;
  /** Continues a sentence, without a period. */
  readonly because: string;
  readonly next: readonly Step[];
}

/** STATUS_LOGON_FAILURE: the reason is in the sub status, or kept back. */
export const LOGON_FAILURE = 0xc000006d;

/** Where the table of codes has another place in mind than an event of a logon. */
const ARTICLES: Readonly<Record<number, ArticleSlug>> = {
  0xc0000073: 'events-security',
  0xc000018b: 'secure-channel-broken',
  0xc000018d: 'secure-channel-broken',
  0xc0000022: 'events-security',
};

const because: Readonly<Record<number, string>> = {
  0xc000018b: 'the domain has no account for this computer any more',
  [LOGON_FAILURE]: 'the logon was refused, and the reason is kept back',
};

/** The sub status, where it says more than the status. */
export function codeOf({ status, subStatus }: FactOf<'logonFailed'>): number | undefined {
  const isSummedUp = status === undefined || status === LOGON_FAILURE || status >>> 16 === 0x8009;
  return isSummedUp && subStatus !== undefined && subStatus !== 0 ? subStatus : status;
}

export function logonReason(code: number, account: Account | undefined): LogonReason {
  const row = statusRow(code);
  const article = ARTICLES[code] ?? row?.article ?? 'events-security';
  return {
    name: row?.name ?? hexOf(code),
    article,
    because: because[code] ?? clause(row?.meaning ?? 'the code is not in the table of this guide'),
    next: stepsFor(article, account),
  };
}

/** A name that `net user` takes: without a domain. */
function userOf(account: Account | undefined): string | undefined {
  return account?.form === 'cn'
    ? undefined
    : account?.written.split(/[\\@]/).at(account.form === 'upn' ? 0 : -1);
}

function stepsFor(article: ArticleSlug, account: Account | undefined): Step[] {
  const user = command`net user ${[userOf(account), 'USER']} /domain`;
  const steps: Partial<Record<ArticleSlug, Step[]>> = {
    '401-1-bad-credentials': [
      run('anywhere', user),
      say('Look for the same password elsewhere: Credential Manager, services, tasks, phones.'),
    ],
    'account-lockout-from-iis': [
      run('anywhere', user),
      run(
        'domain-controller',
        command`Get-WinEvent -FilterHashtable @{ LogName = 'Security'; Id = 4740 } -MaxEvents 5`,
      ),
    ],
    'clock-skew': [
      run('server', command`w32tm /stripchart /computer:${[undefined, 'DC']} /samples:3 /dataonly`),
    ],
    'dc-reachability': [run('server', command`nltest /sc_verify:${[account?.domain, 'DOMAIN']}`)],
    'extended-protection-401': [
      say('Test once straight to the server, past every proxy that ends TLS.'),
      run(
        'server',
        command`appcmd list config ${[undefined, 'SITE']} -section:windowsAuthentication`,
      ),
    ],
    'logon-rights': [run('server', command`secedit /export /cfg rights.txt /areas USER_RIGHTS`)],
    'ntlm-disabled-or-blocked': [
      say('Find out why Kerberos was not used: ask for the ticket on the client.'),
      run('client', command`klist get HTTP/${[undefined, 'HOST NAME OF THE SITE']}`),
    ],
    'secure-channel-broken': [run('server', command`nltest /sc_verify:${[undefined, 'DOMAIN']}`)],
  };
  return steps[article] ?? [];
}
