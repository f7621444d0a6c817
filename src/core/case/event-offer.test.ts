/** What a case offers to the queries to events: names that failed first, safe ones, and its time. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { decode } from '../index.ts';
import { eventOfferOf } from './event-offer.ts';
import { asksEvents } from './names-in-facts.ts';

const ticket = (service: string, status: string, time = '2026-11-20T03:12:44Z') =>
  JSON.stringify({
    '@timestamp': time,
    event: { code: '4769', provider: 'Microsoft-Windows-Security-Auditing' },
    winlog: {
      event_id: 4769,
      provider_name: 'Microsoft-Windows-Security-Auditing',
      computer_name: 'dc01.contoso.com',
      event_data: {
        ServiceName: service,
        Status: status,
        TargetUserName: 'alex@CONTOSO.COM',
        TicketEncryptionType: '0x12',
        IpAddress: '::ffff:10.0.0.81',
      },
    },
  });

const LOGON = JSON.stringify({
  '@timestamp': '2026-11-20T05:00:00Z',
  event: { code: '4625', provider: 'Microsoft-Windows-Security-Auditing' },
  winlog: {
    event_id: 4625,
    provider_name: 'Microsoft-Windows-Security-Auditing',
    computer_name: 'web01.contoso.com',
    event_data: {
      TargetUserName: 'kim',
      TargetDomainName: 'CONTOSO',
      Status: '0xc000006d',
      SubStatus: '0xc0000064',
      LogonType: '3',
      WorkstationName: 'PC081',
      IpAddress: '10.0.0.82',
    },
  },
});

const offerOf = async (text: string) => {
  const { facts, log } = await decode(text);
  return eventOfferOf(facts, log);
};

void test('names of refused tickets come first; accounts without their domain; servers by name', async () => {
  const tickets = [ticket('svc-portal', '0x0'), ticket('HTTP/portal.contoso.com', '0x7'), LOGON];
  const { names, machines } = await offerOf(tickets.join('\n'));
  assert.deepEqual(names.name, ['HTTP/portal.contoso.com']);
  assert.deepEqual(names.account, ['alex', 'kim', 'svc-portal']);
  assert.deepEqual(names.address, ['10.0.0.81', '10.0.0.82']);
  assert.deepEqual(names.machine, ['pc081', 'web01.contoso.com']);
  assert.deepEqual(machines, ['web01.contoso.com']);
});

void test('the time is that of the events, with 14 hours on either side', async () => {
  const { range } = await offerOf(`${ticket('HTTP/a.contoso.com', '0x7')}\n${LOGON}`);
  assert.deepEqual(range, { first: '2026-11-19T13:12:44Z', last: '2026-11-20T19:00:00Z' });
});

void test('a date that may be read in two ways is no time', async () => {
  const { range } = await offerOf(ticket('HTTP/a.contoso.com', '0x7', '2/10/2026 9:00:00 AM'));
  assert.equal(range, undefined);
});

void test('without dated events the time is that of the log', async () => {
  const log = `#Software: Microsoft Internet Information Services 10.0
#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken
2026-03-02 08:15:02 10.0.0.4 GET /app/ - 443 - 192.0.2.17 Mozilla/5.0 - 401 2 5 3
`;
  const { range } = await offerOf(log);
  assert.deepEqual(range, { first: '2026-03-01T18:15:02Z', last: '2026-03-02T22:15:02Z' });
});

void test('a name that no query should carry is counted and not offered', async () => {
  const { names, unwritable } = await offerOf(ticket('HTTP/\u202eportal', '0x7'));
  assert.deepEqual(names.name, []);
  assert.deepEqual(names.account, ['alex']);
  assert.equal(unwritable, 1);
});

void test('events, SPNs and accounts ask for events; a log or a code does not', async () => {
  const asks = async (text: string) => asksEvents((await decode(text)).facts);
  assert.equal(await asks(ticket('HTTP/a.contoso.com', '0x7')), true);
  assert.equal(await asks('401 1 2148074254'), false);
  assert.equal(await asks(''), false);
});
