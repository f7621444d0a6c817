/**
 * What to do with a code that came without its surroundings. Names in angle brackets are for the
 * reader to fill in: a bare code does not hold them.
 */
import type { ArticleSlug } from '../../articles.ts';
import type { CodeRow } from '../../codes/row.ts';
import type { Code, Step } from '../../contract/decoded.ts';
import { run, say } from '../../contract/step.ts';
import { command } from '../../text/escape/command.ts';
import { lookUpCommand } from './code.ts';

/** What the surroundings of a code tell of it. */
export interface Surroundings {
  /** False for a code that no log of IIS has. */
  readonly isOfIis: boolean;
  /** The article on what it means there. */
  readonly article: ArticleSlug;
  /** The SPN that it is about, where the evidence names one. */
  readonly spn: string | undefined;
}

const FIND_SPN: ReadonlySet<ArticleSlug> = new Set([
  'krb-ap-err-modified',
  'spn-identity-match',
  'spn-missing',
]);

/** The first step of an article, where it needs nothing from the paste. */
const BY_ARTICLE: Partial<Record<ArticleSlug, Step>> = {
  'clock-skew': run(
    'anywhere',
    command`w32tm /stripchart /computer:<domain controller> /samples:3 /dataonly`,
  ),
  'dc-reachability': run('server', command`nltest /sc_verify:<domain>`),
  'http-400-header-too-long': say(
    'Look in %SystemRoot%\\System32\\LogFiles\\HTTPERR for FieldLength.',
  ),
  'secure-channel-broken': run('server', command`Test-ComputerSecureChannel -Verbose`),
  'spn-duplicate': run('anywhere', command`setspn -X`),
  'token-bloat-groups': run('client', command`whoami /groups`),
};

const AROUND = say(
  'In an IIS log, look at the rows around it with the same c-ip and cs-uri-stem: what follows decides.',
);

/** Steps for a code on its own, the most telling first. */
export function nextSteps(code: Code, row: CodeRow, about: Surroundings): Step[] {
  if (row.space === 'event') return [eventQuery(row)];
  const ofArticle = stepOf(about);
  const own = ofArticle === undefined ? [] : [ofArticle];
  if (row.space === 'kerberos') return own.length ? own : [run('client', command`klist`)];
  if (row.space === 'http') return [...httpSteps(row), ...own];
  return [...(about.isOfIis ? [AROUND] : []), ...own, ...lookUpStep(code)];
}

function stepOf({ article, spn }: Surroundings): Step | undefined {
  if (!FIND_SPN.has(article)) return BY_ARTICLE[article];
  return spn === undefined
    ? run('anywhere', command`setspn -Q HTTP/<host name of the site>`)
    : run('anywhere', command`setspn -F -Q ${[spn, 'SPN']}`);
}

/** The command with which Windows explains the code, if there is one. */
export function lookUpStep(code: Code): Step[] {
  const line = lookUpCommand(code);
  return line === undefined ? [] : [run('anywhere', line)];
}

function httpSteps({ code }: CodeRow): Step[] {
  if (code === '401') {
    return [say('Read sc-substatus and sc-win32-status in the same row of the log.')];
  }
  if (!String(code).startsWith('401')) return [];
  return [say('Read sc-win32-status in the same row of the log: it names the reason.')];
}

/** Lists the last events of that kind; the provider keeps namesakes of other providers out. */
function eventQuery({ log, provider, code }: CodeRow): Step {
  const names = [
    [log ?? 'System', 'log'],
    [provider, 'provider'],
    [String(code), 'id'],
  ] as const;
  const [logName, providerName, id] = names;
  const machine = /Key-Distribution-Center|KDC/i.test(provider ?? '')
    ? 'domain-controller'
    : 'server';
  return run(
    machine,
    command`Get-WinEvent -MaxEvents 20 -FilterHashtable @{LogName='${logName}'; ProviderName='${providerName}'; Id=${id}}`,
  );
}
