/**
 * Statuses that are mistaken for a failed sign-in: each has a reason of its own, and the substatus
 * or the reason of HTTP.sys names it.
 *
 * Source: "HTTP status codes in IIS" (Microsoft Learn), "Error logging in HTTP APIs" (KB 820729).
 */
import type { ArticleSlug } from '../../../articles.ts';
import { run, say, type Step } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';

export interface Neighbour {
  /** `403.7`, `407`, or the reason that HTTP.sys logs: `AppOffline`. */
  readonly code: string;
  readonly article: ArticleSlug;
  /** Completes "5 requests got 403.7: ". */
  readonly why: string;
  readonly next: readonly Step[];
}

const BINDING = run('server', command`netsh http show sslcert`);
const ACCESS = run(
  'server',
  command`%windir%\\system32\\inetsrv\\appcmd.exe list config "<site>" -section:system.webServer/security/access`,
);
const POOL = [
  run('server', command`%windir%\\system32\\inetsrv\\appcmd.exe list apppool "<pool>"`),
  run(
    'server',
    command`Get-WinEvent -FilterHashtable @{LogName='System'; ProviderName='Microsoft-Windows-WAS'; Id=5021,5057,5059} -MaxEvents 5`,
  ),
];

const refused = (code: string, why: string, ...next: Step[]): Neighbour => ({
  ...{ code, why, next },
  article: 'http-403-neighbours',
});
const stopped = (code: string, why: string): Neighbour => ({
  ...{ code, why, next: POOL },
  article: '503-pool-identity-logon',
});

const NEIGHBOURS: readonly Neighbour[] = [
  refused('403.4', 'the site requires TLS, and the request came over http.', ACCESS),
  refused('403.7', 'the site requires a client certificate, and none was sent.', ACCESS, BINDING),
  refused('403.12', 'the account that the client certificate is mapped to was refused.'),
  refused(
    '403.13',
    'the client certificate is revoked, or its revocation could not be checked.',
    BINDING,
  ),
  refused('403.14', 'there is no default document, and directory listing is off.'),
  refused(
    '403.16',
    'the server does not trust the client certificate.',
    run(
      'server',
      command`Get-ChildItem Cert:\\LocalMachine\\Root | Where-Object { $_.Issuer -ne $_.Subject }`,
    ),
    say('Whatever that lists does not belong among the trusted roots.'),
  ),
  refused('403.17', 'the client certificate has expired or is not valid yet.'),
  refused('403.18', 'the request went on to a URL of another application pool.'),
  refused('403.19', 'the application pool may not start CGI programs as the user.'),
  {
    code: '407',
    article: 'http-407-proxy-auth',
    why: 'a proxy on the way out asks for credentials, not this site.',
    next: [run('client', command`netsh winhttp show proxy`)],
  },
  {
    code: '500.19',
    article: '500-19-locked-auth-section',
    why: 'IIS could not read the configuration, so it did not come to authentication.',
    next: [
      say('Browse the page on the server itself: it shows the error code and the line.'),
      run(
        'server',
        command`findstr /n /i "Authentication.*overrideModeDefault" %windir%\\system32\\inetsrv\\config\\applicationHost.config`,
      ),
    ],
  },
  {
    code: '500.24',
    article: '500-24-impersonation-integrated',
    why: 'the application sets impersonation, which the integrated pipeline does not take as it stands.',
    next: [
      run(
        'server',
        command`%windir%\\system32\\inetsrv\\appcmd.exe list config "<site>" -section:system.web/identity`,
      ),
    ],
  },
  stopped(
    'AppOffline',
    'the application pool is stopped, often because its identity cannot log on.',
  ),
  stopped(
    'Disabled',
    'the application pool is stopped. Microsoft gives an action of an administrator as the cause.',
  ),
];

const BY_CODE = new Map(NEIGHBOURS.map((neighbour) => [neighbour.code, neighbour]));

/** What `403.7`, `407` or a reason of HTTP.sys says; undefined for all others. */
export function neighbourOf(code: string): Neighbour | undefined {
  return BY_CODE.get(code);
}
