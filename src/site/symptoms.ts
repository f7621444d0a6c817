/** What people say they see, in their words, and the article that answers. */
import type { ArticleSlug } from '../core/index.ts';

export type Symptom = readonly [says: string, article: ArticleSlug];

/** Where a symptom shows. A person looks for it where they are. */
export interface SymptomPlace {
  id: string;
  title: string;
  symptoms: readonly Symptom[];
}

export const SYMPTOM_PLACES: readonly SymptomPlace[] = [
  {
    id: 'browser',
    title: 'In the browser',
    symptoms: [
      ['The browser keeps asking for a password', 'prompt-loop-401'],
      ['It works by server name, not by alias', 'expected-spn'],
      ['An alias made with a CNAME asks for a password, the real name does not', 'cname-alias-spn'],
      ['It prompts with the full name only, or in one browser only', 'zones-and-allowlists'],
      ['It prompts in InPrivate or Incognito windows only', 'private-window-prompts'],
      ['A page in IE mode prompts, or shows another user', 'ie-mode'],
      ['It fails only on the server itself', 'loopback-check'],
      ['It fails only through the load balancer', 'ntlm-split-by-load-balancer'],
      ['It fails behind TLS inspection or a proxy', 'extended-protection-401'],
      ['It works on a direct line and fails from one network', 'tls-inspection'],
      ['It works in the office and fails from home or over VPN', 'remote-and-vpn-clients'],
      ['Users of another domain or forest are asked for a password', 'cross-forest'],
      ['Prompts come and go when everybody starts to work', 'maxconcurrentapi'],
      [
        'One user on one machine fails, or is signed in as somebody else',
        'saved-credentials-override',
      ],
      ['A user sees the data of another user', 'wrong-user-shared-connection'],
      ['The user is signed in and one page is still refused', '401-7-url-authorization'],
      ['Right password, access denied by the ACL', '401-3-acl'],
      ['The files are on a share, and access is denied', 'unc-content'],
      ['Documents open with a password box, the page did not', 'webdav-office-prompts'],
      [
        'The page works, the database or share behind it says ANONYMOUS LOGON',
        'double-hop-checklist',
      ],
      ['It works in IE mode and not in Edge or Chrome', 'edge-chrome-delegation'],
      ['Through Entra application proxy it fails, inside it works', 'entra-app-proxy-kcd'],
      ['Two sites on one name and two ports disturb each other', 'non-default-port-spn'],
      ['Bad Request: request header too long', 'http-400-header-too-long'],
      ['People in many groups fail, new colleagues do not', 'token-bloat-groups'],
      ['The first page is slow, the rest is fast', 'slow-kerberos'],
      ['403 Forbidden, and nobody was asked for a password', 'http-403-neighbours'],
      ['407 Proxy Authentication Required', 'http-407-proxy-auth'],
      [
        '503 Service Unavailable after a new password of the pool account',
        '503-pool-identity-logon',
      ],
      ['401 and no password box at all', 'negotiate-header-missing'],
      ['The page shows the wrong user name, or none', 'who-am-i-on-the-server'],
    ],
  },
  {
    id: 'log',
    title: 'In the IIS log',
    symptoms: [
      ['A 401 row in the log, but the page works', 'normal-401-sequence'],
      ['Only 401 2 5 in the log, nothing after it', '401-2-only-no-second-leg'],
      ['401 2 on every request of everybody', '401-2-server-configuration'],
      ['401 1, and a number that says nothing to me', '401-1-logon-failed'],
      ['401 1 2148074254', '401-1-2148074254'],
      ['401 1 1326 or 401 1 2148074252', '401-1-bad-credentials'],
      ['401 1 2148074245: the package was not found', '401-1-secpkg-not-found'],
      ['401 1 1385 for an account whose password is right', 'logon-rights'],
      ['401 1 1311 or 1355: no domain controller', 'dc-reachability'],
      ['401 1 1787 or 1789 for everyone', 'secure-channel-broken'],
      ['The very first request fails, then it works', 'preauth-401-1'],
      ['Anonymous is enabled and still 401.1', 'anonymous-401-1'],
      ['401 2 again and again, the handshake never ends', 'keep-alive-required'],
      ['401 0, which no list explains', '401-0-no-substatus'],
      ['401 4', '401-4-isapi-filter'],
      ['401 5', '401-5-isapi-cgi'],
      ['401 501 to 401 504', '401-501-504-ip-restriction'],
      ['HTTP/2.0 in the row and 401 2 5', 'http2-windows-auth'],
      ['OPTIONS requests get 401', 'cors-preflight-401'],
    ],
  },
  {
    id: 'event',
    title: 'In an event',
    symptoms: [
      ['An account is locked out again and again, event 4740', 'account-lockout-from-iis'],
      [
        'Event 4 of Kerberos: the password used to encrypt the ticket is different',
        'krb-ap-err-modified',
      ],
      ['Event 11 of the KDC: there are multiple accounts with the name', 'spn-duplicate'],
      ['Event 5 of Kerberos: the clocks do not agree', 'clock-skew'],
      ['Event 7 of Kerberos: the PAC could not be verified', 'pac-validation'],
      ['Event 6167 of LsaSrv: a partial mismatch in the machine ID', 'duplicate-machine-sid'],
      ['Event 1104: the security log is full', 'security-log-full'],
      ['Events 4001 to 4003 or 4025 of NTLM: blocked', 'ntlm-disabled-or-blocked'],
      ['Event 5021 or 5057 of WAS: the account of the pool', 'service-account-state'],
    ],
  },
  {
    id: 'trace',
    title: 'In a trace, a token or klist',
    symptoms: [
      ['NTLM is used where Kerberos was expected', 'ntlm-fallback-reasons'],
      ['KDC_ERR_S_PRINCIPAL_UNKNOWN, or klist says 0xc000018b', 'spn-missing'],
      ['KDC_ERR_ETYPE_NOSUPP, or the ticket is RC4', 'rc4-disabled-etype'],
      ['KRB_AP_ERR_TKT_EXPIRED', 'ticket-expired'],
      ['S4U2Self or S4U2Proxy is refused', 'protocol-transition-s4u'],
    ],
  },
  {
    id: 'change',
    title: 'After a change',
    symptoms: [
      ['It stopped after the pool identity was changed', 'spn-identity-match'],
      ['It stopped after a Windows update in 2026', 'rc4-disabled-etype'],
      ['It stopped after some other update', 'kerberos-changes-2022-2026'],
      [
        'It stopped after an upgrade to Windows Server 2025 or Windows 11 24H2',
        'server-2025-notes',
      ],
      ['Delegation stopped after an upgrade of Windows', 'credential-guard-delegation'],
      ['Delegation to another forest stopped', 'cross-forest-tgt-delegation'],
      ['New servers were cloned from one image and refuse each other', 'duplicate-machine-sid'],
      ['A policy or a new release switched NTLM off', 'ntlm-disabled-or-blocked'],
      ['A web.config with authentication settings gives 500.19', '500-19-locked-auth-section'],
      ['The pool was set to integrated mode and answers 500.24', '500-24-impersonation-integrated'],
    ],
  },
  {
    id: 'code',
    title: 'In code, a script or a job',
    symptoms: [
      [
        'HttpClient, WCF or Invoke-WebRequest gets 401, the browser does not',
        'dotnet-httpclient-401',
      ],
      ['Git says Authentication failed, or curl has no NTLM', 'git-curl-without-ntlm'],
      ['ASP.NET Core behind IIS returns 401', 'aspnet-core-401'],
      [
        'It works in the browser and fails in the service or scheduled task',
        'client-no-credentials',
      ],
      ['Debugging in Visual Studio or IIS Express ends in 401', 'iis-express-visual-studio'],
      ['Linux, macOS, a container, Java or Python gets 401', 'linux-macos-clients'],
      ['A form arrives empty, or a large upload is cut off', 'post-body-lost-or-reset'],
      ['fetch is blocked by CORS policy', 'cors-preflight-401'],
    ],
  },
];

const ALL: readonly Symptom[] = SYMPTOM_PLACES.flatMap(({ symptoms }) => symptoms);

/** The articles whose last symptom stands on the first page, in its order. */
const ON_FIRST_PAGE: readonly ArticleSlug[] = [
  'prompt-loop-401',
  'normal-401-sequence',
  '401-2-only-no-second-leg',
  'ntlm-fallback-reasons',
  'expected-spn',
  'loopback-check',
  'ntlm-split-by-load-balancer',
  'extended-protection-401',
  'spn-identity-match',
  'rc4-disabled-etype',
  'anonymous-401-1',
  'account-lockout-from-iis',
  'http-400-header-too-long',
  'preauth-401-1',
];

export const FIRST_SYMPTOMS: readonly Symptom[] = ON_FIRST_PAGE.flatMap((slug) =>
  ALL.filter(([, article]) => article === slug).slice(-1),
);
