import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { isArticle } from '../../../articles.ts';
import type { Diagnosis, Settles } from '../../../case/rule.ts';
import { FactBase } from '../../../facts/fact-base.ts';
import { readSetspn } from '../testing/read.ts';
import { SETSPN_RULES } from './rules.ts';

const FIXTURES = new URL('../fixtures/', import.meta.url);
const sample = (file: string): string => readFileSync(new URL(`${file}.txt`, FIXTURES), 'utf8');
const WEIGHT = { error: 3, warning: 2, info: 1, ok: 0 };

interface Told {
  readonly findings: readonly Diagnosis[];
  /** `one-owner passed`, in the order of the rules. */
  readonly settled: readonly string[];
}

function factsOf(text: string): FactBase {
  const { kinds = [], facts = [] } = readSetspn(text) ?? {};
  return new FactBase([{ id: '1', text }], { kinds: [...kinds], tokens: [], facts: [...facts] });
}

function concluded(text: string): Told {
  const facts = factsOf(text);
  const settled: string[] = [];
  const findings = SETSPN_RULES.flatMap((rule) => {
    if (!rule.needs.every((need) => facts.has(need))) return [];
    const judgement = rule.judge(facts);
    assert.ok(Array.isArray(judgement));
    const found = (judgement as readonly Diagnosis[]).map((one) => ({ id: rule.id, ...one }));
    const isMet = ({ finding }: Settles) => found.some(({ id }) => id === (finding ?? rule.id));
    for (const one of rule.settles ?? []) if (isMet(one)) settled.push(`${one.check} ${one.state}`);
    return found;
  });
  return { findings: findings.sort((a, b) => WEIGHT[b.severity] - WEIGHT[a.severity]), settled };
}

const CHECKING = 'Checking domain DC=contoso,DC=com\n';
const FOREST = 'Checking forest DC=contoso,DC=com\n';
const NONE = '\nNo such SPN found.\n';
const FOUND = '\nExisting SPN found!\n';
const WEB01 =
  'CN=WEB01,OU=Servers,DC=contoso,DC=com\n        HOST/WEB01\n        HOST/web01.contoso.com\n';
const SVC = 'CN=svc-portal,OU=Service,DC=contoso,DC=com\n        HTTP/portal.contoso.com\n';
const OLD = 'CN=svc-old,OU=Service,DC=contoso,DC=com\n        HTTP/portal.contoso.com\n';
const PORTAL = 'setspn -Q HTTP/portal.contoso.com\n';
const LISTED =
  'Registered ServicePrincipalNames for CN=svc,OU=Service,DC=contoso,DC=com:\n        ';

/** [what it is, paste, first finding, its article, what its title says, what is settled] */
const ROWS: readonly (readonly [string, string, string, string, RegExp, readonly string[]])[] = [
  [
    'a service account with HTTP names',
    sample('list-service-account'),
    'setspn.list',
    'setspn-guide',
    /^f_iis_kerb holds HTTP\/vmhybrid01\.lab\.local and HTTP\/vmhybrid01,/,
    ['one-owner known'],
  ],
  [
    'names with and without a port',
    sample('two-names-with-ports'),
    'setspn.list',
    'setspn-guide',
    /^f_iis_kerb holds .* 5 more/,
    ['one-owner known', 'port passed'],
  ],
  [
    'a name with port 80',
    sample('list-port-80'),
    'setspn.list',
    'setspn-guide',
    /^iis_service holds/,
    ['one-owner known', 'port passed'],
  ],
  [
    'the registration that led to it',
    sample('registered-with-port'),
    'setspn.list',
    'setspn-guide',
    /^f_iis_kerb holds/,
    ['one-owner known', 'port passed'],
  ],
  [
    'a registration alone',
    'C:\\>setspn -A HTTP/shop.fabrikam.com FABRIKAM\\svc-shop\nRegistering ServicePrincipalNames for CN=svc-shop,CN=Users,DC=fabrikam,DC=com\n        HTTP/shop.fabrikam.com\nUpdated object',
    'setspn.registered',
    'setspn-guide',
    /^setspn registered HTTP\/shop\.fabrikam\.com on svc-shop\.$/,
    [],
  ],
  [
    'one owner in the forest, of another service',
    sample('query-forest-found'),
    'setspn.one-owner',
    'setspn-guide',
    /^Exactly one account in the forest holds MSSQLSVC\/sql01\S+: svc_sql\.$/,
    ['one-owner passed'],
  ],
  [
    'no duplicates',
    sample('no-duplicates'),
    'setspn.no-duplicates',
    'spn-duplicate',
    /^The domain has no duplicate SPNs\.$/,
    ['one-owner known'],
  ],
  [
    'a computer without HTTP names',
    sample('list-computer'),
    'setspn.host-names',
    'default-host-spn',
    /^web04 holds no HTTP\/ name; HOST\/web04\.corp\.com and HOST\/web04 cover/,
    ['one-owner known'],
  ],
  [
    'a realm in the SPN',
    sample('list-spn-with-realm'),
    'setspn.spn-with-realm',
    'setspn-guide',
    /^HTTP\/marklogic_hostname@ACTIVEDIRECTORY\.MARKLOGIC\.COM on testuser contains a realm/,
    ['requested-name known', 'one-owner known'],
  ],
  [
    'ports that look like codes',
    sample('list-sql-ports'),
    'setspn.list',
    'setspn-guide',
    /^mssql-master holds .*, but no HTTP\/ name\.$/,
    ['one-owner known'],
  ],
  [
    'two owners',
    `${PORTAL}${CHECKING}${SVC}${OLD}${FOUND}`,
    'setspn.duplicate',
    'spn-duplicate',
    /^HTTP\/portal\.contoso\.com is registered on svc-portal and svc-old,/,
    ['one-owner failed'],
  ],
  [
    'two owners of one name in two domains',
    `${PORTAL}${FOREST}${SVC}${SVC.replace('DC=contoso', 'DC=emea,DC=contoso')}${FOUND}`,
    'setspn.duplicate',
    'spn-duplicate',
    /on CN=svc-portal,OU=Service,DC=contoso,DC=com and CN=svc-portal,OU=Service,DC=emea,/,
    ['one-owner failed'],
  ],
  [
    'duplicates whose accounts are left out (sharepoint.stackexchange.com 27575)',
    `setspn -X\n${CHECKING}\nhttp/portal is registered on these accounts:\nfound 2 groups of duplicate SPNs.`,
    'setspn.duplicate',
    'spn-duplicate',
    /^HTTP\/portal is registered on more than one account/,
    ['one-owner failed'],
  ],
  [
    'a duplicate of another service settles nothing',
    `setspn -X\n${CHECKING}\nMSSQLSvc/db is registered on these accounts:\nCN=a,DC=x\nCN=b,DC=x\nfound 1 group of duplicate SPNs.`,
    'setspn.duplicate-other-service',
    'spn-duplicate',
    /^MSSQLSVC\/db is registered on a and b/,
    [],
  ],
  [
    'one owner in the domain',
    `${PORTAL}${CHECKING}${SVC}${FOUND}`,
    'setspn.one-owner',
    'spn-identity-match',
    /^Exactly one account in the domain holds HTTP\/portal\.contoso\.com: svc-portal\.$/,
    ['one-owner passed'],
  ],
  [
    'none in the domain, and HOST/ was not looked up',
    `${PORTAL}${CHECKING}${NONE}`,
    'setspn.no-such-spn',
    'spn-missing',
    /^No account in the domain holds HTTP\/portal\.contoso\.com\.$/,
    ['one-owner known'],
  ],
  [
    'none, but HOST/ of the same name',
    `setspn -Q HTTP/web01\n${CHECKING}${NONE}setspn -L WEB01\nRegistered for ${WEB01.replace('\n', ':\n')}`,
    'setspn.host-names',
    'default-host-spn',
    /^WEB01 holds no HTTP\/ name/,
    ['one-owner passed', 'one-owner known'],
  ],
  [
    'HOST/ does not cover a name with a port',
    `setspn -Q HTTP/web01:8080\n${CHECKING}${NONE}setspn -Q HOST/web01\n${CHECKING}${WEB01}${FOUND}`,
    'setspn.no-such-spn',
    'spn-missing',
    /^No account in the domain holds HTTP\/web01:8080\.$/,
    ['one-owner known', 'one-owner passed'],
  ],
  [
    'neither HTTP/ nor HOST/ in the forest',
    `setspn -F -Q HTTP/web01\n${NONE}setspn -F -Q HOST/web01\n${NONE}`,
    'setspn.no-owner',
    'spn-missing',
    /^No account in the forest holds HTTP\/web01, nor HOST\/web01\.$/,
    ['one-owner failed'],
  ],
  [
    'no class at all in the forest',
    `setspn -F -Q */web01\n${NONE}`,
    'setspn.no-owner',
    'spn-missing',
    /^No account in the forest holds \*\/web01\.$/,
    ['one-owner failed'],
  ],
  [
    'refused, and who holds it',
    `setspn -S HTTP/portal.contoso.com CONTOSO\\svc\n${CHECKING}${SVC}\nDuplicate SPN found, aborting operation!`,
    'setspn.refused-duplicate',
    'spn-duplicate',
    /^HTTP\/portal\.contoso\.com was not registered on CONTOSO\\svc: svc-portal holds it already\.$/,
    ['one-owner known', 'one-owner known'],
  ],
  [
    'no such account',
    'FindDomainForAccount: Call to DsGetDcNameWithAccountW failed with return value 0x00000525\nCould not find account svc',
    'setspn.no-account',
    'setspn-guide',
    /^setspn found no account named svc \(0x525\)\.$/,
    [],
  ],
  [
    'no rights',
    "Failed to assign SPN on account 'CN=svc,DC=contoso,DC=com', error 0x2098/8344 -> Insufficient access rights to perform the operation.",
    'setspn.access-denied',
    'setspn-guide',
    /^The directory refused to write the SPN to svc: insufficient access rights \(0x2098\)\.$/,
    [],
  ],
  [
    'no domain',
    'Ldap Error(0x51 -- Server Down): ldap_connect\nFailed to retrieve DN for domain "fabrikam" : 0x00000051',
    'setspn.no-domain',
    'dc-reachability',
    /^setspn could not reach fabrikam\.$/,
    [],
  ],
  [
    'a port only',
    `${LISTED}HTTP/portal.contoso.com:8080\n`,
    'setspn.port',
    'non-default-port-spn',
    /^HTTP\/portal\.contoso\.com:8080 is registered with a port, and not without it\./,
    ['one-owner known', 'port failed'],
  ],
];

for (const [name, paste, id, article, title, settled] of ROWS) {
  void test(name, () => {
    const told = concluded(paste);
    const [first] = told.findings;
    assert.equal(first?.id, id, told.findings.map((one) => one.title).join('\n'));
    assert.equal(first.article, article);
    assert.match(first.title, title);
    assert.deepEqual(told.settled, settled);
    for (const { parts = [], title: whole, evidence, article: slug } of told.findings) {
      assert.equal(
        parts.map((part) => (typeof part === 'string' ? part : part.text)).join(''),
        whole,
      );
      assert.ok(evidence.length > 0 && evidence.length <= 20 && isArticle(slug));
    }
  });
}

/** [what it is, paste, id that must not be found] */
const LOOK_ALIKES: readonly (readonly [string, string, string])[] = [
  ['one account listed twice', `${SVC}${FOUND}${SVC}${FOUND}`, 'setspn.duplicate'],
  [
    'HTTP/ and HOST/ of one name',
    `${WEB01}${SVC.replace('portal', 'web01')}${FOUND}`,
    'setspn.duplicate',
  ],
  [
    'kadmin/changepw, which every domain has',
    'setspn -X -F\nkadmin/changepw is registered on these accounts:\nCN=krbtgt,CN=Users,DC=a,DC=b\nCN=krbtgt,CN=Users,DC=b\nfound 1 group of duplicate SPNs.',
    'setspn.duplicate-other-service',
  ],
  ['a search with two owners', `${PORTAL}${CHECKING}${SVC}${OLD}${FOUND}`, 'setspn.one-owner'],
  [
    'not found, and registered then',
    `${PORTAL}${CHECKING}${NONE}Registering ServicePrincipalNames for ${SVC}Updated object\n`,
    'setspn.no-such-spn',
  ],
  ['a port of SQL Server', sample('list-sql-ports'), 'setspn.port'],
  ['one group of duplicates', 'found 1 group of duplicate SPNs.', 'setspn.no-duplicates'],
];

for (const [name, paste, id] of LOOK_ALIKES) {
  void test(`${id}: not for ${name}`, () => {
    assert.ok(!concluded(paste).findings.some((one) => one.id === id));
  });
}

void test('a list is followed by the request for a search that shows other accounts', () => {
  const rule = SETSPN_RULES.find(({ id }) => id === 'setspn.one-owner');
  const request = rule?.asks?.spnSearch?.(factsOf(sample('list-service-account')));
  assert.equal(request?.wants, 'setspn');
  assert.deepEqual(request.step, {
    run: 'setspn -F -Q HTTP/vmhybrid01.lab.local',
    on: 'anywhere',
  });
});

void test('a hostile name stays out of the commands', () => {
  const hostile = `${LISTED}HTTP/x&calc@A.B\n        HTTP/x$(calc):8080\n`;
  for (const { next = [] } of concluded(hostile).findings) {
    for (const step of next) if ('run' in step) assert.doesNotMatch(step.run, /calc/);
  }
});
