/** The usual causes: ruled out with places where the evidence disproves them, else open with what is missing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCase, type Decoded } from '../index.ts';
import * as text from './testing/evidence-texts.ts';

const PORTAL = 'HTTP/portal.contoso.com';
const SVC = { user: 'CONTOSO\\svc-portal' };

const decided = (...sources: readonly string[]): Promise<Decoded> =>
  openCase(sources.map((one) => ({ text: one })));

const firstLine = (source = ''): string => source.split('\n')[0]?.slice(0, 40) ?? '';

/** What each needs to be disproved, besides a refused request. */
const DISPROVED: readonly (readonly [cause: string, ...sources: string[]])[] = [
  ['cause.spn-missing', text.event4769('svc-portal'), text.REFUSED],
  ['cause.spn-missing', text.setspn(PORTAL, 'svc-portal'), text.REFUSED],
  ['cause.spn-duplicate', text.setspn(PORTAL, 'svc-portal'), text.REFUSED],
  ['cause.wrong-owner', text.setspn(PORTAL, 'svc-portal'), text.config(SVC), text.REFUSED],
  ['cause.clocks', text.w32tm('+0.5'), text.REFUSED],
  ['cause.encryption-types', text.event4769('svc-portal'), text.REFUSED],
  ['cause.dns', text.dnsAddress('portal.contoso.com', '10.0.0.4'), text.REFUSED],
  ['config.extended-protection', text.config({ ...SVC, tokenChecking: 'None' }), text.REFUSED],
  ['cause.secure-channel', text.scVerify('0 0x0 NERR_Success'), text.REFUSED],
  ['cause.secure-channel', text.eventLogon(), text.REFUSED],
  ['cause.password', text.eventLogon({ status: '0xC000035B' }), text.REFUSED],
  ['cause.password', text.eventLogon({ package: 'Kerberos' }), text.REFUSED],
  [
    'cause.password',
    text.eventLogon({ status: '0xC000006D', workstation: 'WEB01', address: '10.0.0.4' }),
    text.log('08:15:02 401 1 2148074252 - 10.0.0.4'),
  ],
  ['case.client-on-server', text.IPCONFIG, text.REFUSED],
  ['case.second-hop', text.event4769('svc-portal'), text.REFUSED],
];

for (const [cause, ...sources] of DISPROVED) {
  test(`${cause} is ruled out by ${String(sources.length)} sources: ${firstLine(sources[0])}`, async () => {
    const { ruledOut, undecided } = await decided(...sources);
    const found = ruledOut.find(({ rule }) => rule === cause);
    assert.ok(found, ruledOut.map(({ rule }) => rule).join());
    assert.ok(found.evidence.length > 0, 'with places');
    assert.ok(!undecided.some(({ rule }) => rule === cause));
  });
}

/** Evidence that shows the cause, or says nothing of it. */
const NOT_OUT: readonly (readonly [cause: string, ...sources: string[]])[] = [
  ['cause.spn-missing', text.event4769(PORTAL, '0x7'), text.ntlmLog],
  ['cause.spn-duplicate', text.event4769(PORTAL, '0x8'), text.ntlmLog],
  ['cause.wrong-owner', text.setspn(PORTAL, 'svc-old'), text.config(SVC), text.REFUSED],
  ['cause.clocks', text.w32tm('-412.5'), text.REFUSED],
  ['cause.encryption-types', text.event4769('svc-portal', '0x0', '0x17'), text.REFUSED],
  ['cause.dns', text.dnsAlias('portal.contoso.com', 'web01.contoso.com'), text.REFUSED],
  ['cause.channel-binding', text.eventLogon({ status: '0xC000035B' }), text.REFUSED],
  [
    'cause.secure-channel',
    text.scVerify('1789 0x6fd ERROR_TRUSTED_RELATIONSHIP_FAILURE'),
    text.REFUSED,
  ],
  [
    'cause.password',
    text.eventLogon({ status: '0xC000006D', subStatus: '0xC000006A' }),
    text.REFUSED,
  ],
  ['cause.password', text.event4769('svc-portal'), text.log('08:15:02 401 1 1326 CONTOSO\\alex')],
  ['cause.loopback', text.eventLogon({ status: '0xC000006D', workstation: 'WEB01' }), text.REFUSED],
];

for (const [cause, ...sources] of NOT_OUT) {
  test(`${cause} is not ruled out by ${firstLine(sources[0])}`, async () => {
    const { ruledOut } = await decided(...sources);
    assert.deepEqual(
      ruledOut.filter(({ rule }) => rule === cause),
      [],
    );
  });
}

test('what nothing decides is listed with the kinds that would', async () => {
  const { undecided, ruledOut } = await decided(text.event4769('svc-portal'), text.REFUSED);
  const open = new Map(undecided.map(({ rule, missing }) => [rule, missing]));
  assert.deepEqual(open.get('cause.wrong-owner'), ['setspn', 'config']);
  assert.deepEqual(open.get('cause.clocks'), ['w32tm']);
  assert.deepEqual(open.get('cause.dns'), ['dns']);
  assert.deepEqual(open.get('cause.secure-channel'), ['nltest']);
  for (const { missing = [] } of undecided) assert.ok(missing.length > 0);
  const both = ruledOut.filter(({ rule }) => open.has(rule));
  assert.deepEqual(both, []);
});

test('a single kind of evidence is no case: nothing is considered for it', async () => {
  const { undecided, ruledOut } = await decided(text.REFUSED);
  assert.ok(![...undecided, ...ruledOut].some(({ rule }) => rule.startsWith('cause.')));
});
