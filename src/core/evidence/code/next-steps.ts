/**
 * What to do with a code that came without its surroundings. Names in angle brackets are for the
 * reader to fill in: a bare code does not hold them.
 */
import type { ArticleSlug } from '../../articles.ts';
import type { Code } from '../../contract/decoded.ts';
import { lookUpCommand } from './code.ts';
import type { CodeRow } from '../../codes/row.ts';

const FIND_SPN = 'setspn -Q HTTP/<host name of the site>';

/** The first command of an article, where it needs nothing from the paste. */
const BY_ARTICLE: Partial<Record<ArticleSlug, string>> = {
  'clock-skew': 'w32tm /stripchart /computer:<domain controller> /samples:3 /dataonly',
  'dc-reachability': 'nltest /sc_verify:<domain>',
  'http-400-header-too-long': 'Look in %SystemRoot%\\System32\\LogFiles\\HTTPERR for FieldLength.',
  'krb-ap-err-modified': FIND_SPN,
  'secure-channel-broken': 'Test-ComputerSecureChannel -Verbose',
  'spn-duplicate': 'setspn -X',
  'spn-identity-match': FIND_SPN,
  'spn-missing': FIND_SPN,
  'token-bloat-groups': 'whoami /groups',
};

const AROUND =
  'In an IIS log, look at the rows around it with the same c-ip and cs-uri-stem: what follows decides.';

/** Steps for a code on its own, the most telling first. */
export function nextSteps(code: Code, row: CodeRow): string[] {
  if (row.space === 'event') return [eventQuery(row)];
  const ofArticle = BY_ARTICLE[row.article];
  const own = ofArticle === undefined ? [] : [ofArticle];
  if (row.space === 'kerberos') return own.length ? own : ['klist'];
  if (row.space === 'http') return [...httpSteps(row), ...own];
  const command = lookUpCommand(code);
  return [AROUND, ...own, ...(command === undefined ? [] : [command])];
}

function httpSteps({ code }: CodeRow): string[] {
  if (code === '401') return ['Read sc-substatus and sc-win32-status in the same row of the log.'];
  if (!String(code).startsWith('401')) return [];
  return ['Read sc-win32-status in the same row of the log: it names the reason.'];
}

/** Lists the last events of that kind; the provider keeps namesakes of other providers out. */
function eventQuery({ log, provider, code }: CodeRow): string {
  const filter = `LogName='${log ?? 'System'}'; ProviderName='${provider ?? ''}'; Id=${code}`;
  return `Get-WinEvent -MaxEvents 20 -FilterHashtable @{${filter}}`;
}
