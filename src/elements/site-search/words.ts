/** What people type, as the words this guide uses. */

/** Words that say nothing about a page. */
const FILLER = new Set(
  (
    'a about after again all also an and any are as at be been being but by can cannot could did do does ' +
    'doing for from get gets getting had has have he her his how i if in into is it its just me my no not ' +
    'of off on or other our out she so some than that the their them then there these they this those ' +
    'to too up us was we were what when where which while who why will with without would you your'
  ).split(' '),
);

/**
 * The same thing under other names: each line is one thing, and a query with any of its words is
 * answered by pages with any other. A word may stand on several lines.
 */
const SAME: readonly (readonly string[])[] = [
  ['prompt', 'popup', 'pop-up', 'dialog', 'login', 'asks', 'asking', 'prompted'],
  ['loop', 'repeatedly', 'endless', 'again', 'keeps'],
  ['password', 'credentials', 'pwd'],
  ['login', 'logon', 'sign-in', 'signin', 'log-in'],
  ['fqdn', 'full name', 'qualified'],
  ['short', 'netbios', 'dotless'],
  ['sso', 'single sign-on', 'automatically'],
  ['gpo', 'policy', 'policies'],
  ['f5', 'netscaler', 'haproxy', 'kemp', 'load balancer', 'balanced', 'balancer', 'loadbalancer'],
  ['sticky', 'affinity', 'persistence'],
  ['nginx', 'arr', 'reverse proxy', 'proxy', 'yarp', 'traefik'],
  ['backend', 'back end', 'back-end'],
  ['entra', 'azure', 'aad', 'azuread'],
  ['laptop', 'notebook', 'client', 'device', 'computer', 'pc', 'workstation'],
  ['asp.net', 'aspnet', 'aspnetcore', 'asp.net core'],
  ['anonymous', 'iusr'],
  ['pool', 'apppool', 'app pool', 'application pool'],
  ['app', 'application'],
  ['auth', 'authentication', 'authenticate', 'authenticated', 'authenticating'],
  ['iwa', 'windows authentication', 'integrated'],
  ['changing', 'changed', 'change'],
  ['slow', 'performance', 'latency', 'delay', 'slowly'],
  ['reduce', 'fewer', 'less', 'avoid'],
  ['round trip', 'legs', 'round trips', 'roundtrips'],
  ['morning', 'working day'],
  ['randomly', 'intermittent', 'sometimes', 'sporadic', 'now and then', 'occasionally'],
  ['breaks', 'broken', 'broke', 'stopped', 'fails', 'blocked', 'failing', 'fail', 'failure'],
  ['works', 'work', 'working'],
  ['ie', 'internet explorer'],
  ['chrome', 'chromium', 'edge', 'browser', 'brave', 'opera'],
  ['incognito', 'inprivate', 'private'],
  ['locally', 'localhost', 'local', 'itself', 'loopback'],
  ['domain controller', 'dc', 'kdc'],
  ['trust', 'trusted', 'trusting'],
  ['group', 'groups', 'membership'],
  ['ssl', 'tls', 'https'],
  ['certificate', 'cert', 'certificates'],
  ['encryption', 'etype', 'cipher', 'enctype'],
  ['time', 'clock', 'clocks'],
  ['skew', 'drift', 'wrong time'],
  ['alias', 'cname', 'host header', 'dns alias'],
  ['duplicate', 'duplicated', 'twice'],
  ['folder', 'directory', 'file', 'files'],
  ['permission', 'permissions', 'acl', 'rights', 'access'],
  ['locked', 'lockout', 'lock', 'unlock'],
  ['expired', 'expire', 'expires', 'expiry'],
  ['empty', 'missing', 'lost', 'blank'],
  ['post', 'body', 'upload'],
  ['vpn', 'remote', 'off-network', 'home office'],
  ['mac', 'macos', 'linux', 'safari'],
  ['office', 'word', 'excel', 'powerpoint', 'sharepoint', 'webdav'],
  ['farm', 'cluster', 'nodes', 'nlb', 'several servers'],
  ['upgrade', 'upgraded', 'update', 'updated', 'patch', 'patching'],
  ['impersonation', 'impersonate', 'impersonated'],
  ['sql', 'database', 'back end'],
  ['msa', 'gmsa', 'managed service account'],
  ['user', 'users', 'username'],
  ['header', 'headers'],
  ['request', 'requests'],
  ['force', 'enforce', 'require'],
  ['another', 'different', 'wrong'],
  ['nothing', 'none', 'nobody'],
];

const ALIKE = new Map<string, string[]>();
for (const line of SAME) {
  for (const word of line) ALIKE.set(word, [...(ALIKE.get(word) ?? []), ...line]);
}

/** One thing a query asks for: its word as typed, and what else it may be called. */
export interface Term {
  word: string;
  alike: readonly string[];
}

/** Most terms asked for: a pasted paragraph is no query. */
const TERMS = 24;

/**
 * The terms of a query, each once, fillers left out. A query of fillers alone is taken as it is.
 * Two words that are one thing together (`load balancer`) count as that thing as well.
 */
export function termsOf(query: string): Term[] {
  const words = query
    .toLowerCase()
    .split(/[\s,;:!?"'()]+/)
    .map((word) => word.replace(/^[.-]+|[.-]+$/g, ''))
    .filter((word) => word !== '');
  const telling = words.filter((word) => !FILLER.has(word));
  const pairs = words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`);
  const asked = [...(telling.length > 0 ? telling : words), ...pairs.filter((p) => ALIKE.has(p))];
  return [...new Set(asked)].slice(0, TERMS).map((word) => ({
    word,
    alike: [...new Set(ALIKE.get(word))].filter((other) => other !== word),
  }));
}
