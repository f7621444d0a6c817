/**
 * Netlogon did not carry out what nltest asked for:
 *
 *     C:\>nltest /sc_verify:contoso.com
 *     I_NetLogonControl failed: Status = 5 0x5 ERROR_ACCESS_DENIED
 *
 * The status is that of the call, not of the secure channel: 5 means that the command did not run as
 * administrator. It is never 401.2, of which 5 is the usual sc-win32-status.
 */
import type { ArticleSlug } from '../../../articles.ts';
import type { Rule, Settles } from '../../../case/rule.ts';
import { run, say, type Step } from '../../../contract/step.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { isNotFound } from './no-domain-controller.ts';

type Refused = FactOf<'netlogonRefused'>;

interface Answer {
  readonly id?: string;
  readonly severity: 'info' | 'warning' | 'error';
  /** Continues "Netlogon ...". */
  readonly why: string;
  readonly article: ArticleSlug;
  readonly caveat?: string;
  readonly next: (domain: string | undefined) => readonly Step[];
}

const STOPPED = 'nltest.netlogon-stopped';
const PASSWORD = 'nltest.computer-account';

const verify = (domain: string | undefined): Step =>
  run('server', command`nltest /sc_verify:${[domain, 'DOMAIN']}`);

const stopped: Answer = {
  id: STOPPED,
  severity: 'error',
  why: 'does not answer: the service is not running, or the computer is in a workgroup',
  article: 'secure-channel-broken',
  caveat: 'Where another computer was asked (/server), it may only be unreachable.',
  next: (domain) => [
    run('server', command`Get-Service Netlogon`),
    run('server', command`Get-CimInstance Win32_ComputerSystem -Property PartOfDomain, Domain`),
    verify(domain),
  ],
};

const account = (why: string): Answer => ({
  id: PASSWORD,
  severity: 'error',
  why,
  article: 'secure-channel-broken',
  next: (domain) => [run('server', command`Test-ComputerSecureChannel -Verbose`), verify(domain)],
});

const ANSWERS: Readonly<Record<number, Answer>> = {
  5: {
    severity: 'info',
    why: 'refused the call: the command has to run as administrator. Nothing is said about the secure channel',
    article: 'secure-channel-broken',
    next: (domain) => [say('Open the console with "Run as administrator".'), verify(domain)],
  },
  1355: {
    severity: 'warning',
    why: 'knows no secure channel to that domain: the name is mistyped, there is no trust to it, or no domain controller was found',
    article: 'dc-reachability',
    next: (domain) => [
      run('server', command`nltest /dsgetdc:${[domain, 'DOMAIN']} /force`),
      run('server', command`nltest /domain_trusts`),
    ],
  },
  1062: stopped,
  1717: stopped,
  1722: stopped,
  1792: stopped,
  1786: account('has lost its own copy of its password'),
  1787: account('finds no account for this computer in the domain'),
  1788: account('reports that the trust between the two domains does not work'),
  1789: account('reports that the passwords of the computer and of its account differ'),
};

/** Any other status: what was asked for was not answered, and nothing more is known. */
const OTHER: Answer = {
  severity: 'info',
  why: 'did not answer what was asked',
  article: 'dc-reachability',
  next: (domain) => [run('server', command`nltest /dsgetdc:${[domain, 'DOMAIN']} /force`)],
};

const NO_CHANNEL: Omit<Settles, 'finding'> = {
  check: 'trusted-domains',
  state: 'failed',
  says: 'Netlogon has no working secure channel on the computer that was asked.',
};

export const refused: Rule = {
  id: 'nltest.refused',
  says: 'Netlogon did not carry out what nltest asked for.',
  needs: ['netlogonRefused'],
  settles: [
    { ...NO_CHANNEL, finding: STOPPED },
    { ...NO_CHANNEL, finding: PASSWORD },
  ],
  judge: (facts) =>
    facts
      .all('netlogonRefused')
      .filter((fact) => !isNotFound(fact))
      .slice(0, 3)
      .map((fact) => finding(fact, ANSWERS[fact.code] ?? OTHER)),
};

function finding({ at, code, name, domain, server, asked }: Refused, answer: Answer) {
  const { id, severity, why, article, caveat, next } = answer;
  const status = stated(name === undefined ? String(code) : `${code}, ${name}`, at);
  const where = server === undefined ? '' : ` on ${server}`;
  // Without the command it is not known which computer did not answer.
  const isCertain = id !== STOPPED || (asked !== undefined && server === undefined);
  return {
    ...(id !== undefined && isCertain && { id }),
    severity: isCertain ? severity : ('warning' as const),
    ...told`Netlogon${where} ${why} (${status}).`,
    article,
    evidence: [at],
    ...(caveat !== undefined && { caveat }),
    next: next(domain),
  };
}
