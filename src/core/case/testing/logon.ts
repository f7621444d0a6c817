/** One logon that tests write messages of: who, from where, to what. */
export const SPN = 'HTTP/portal.contoso.com';
export const SERVER = {
  netbios: 'WEB01',
  domain: 'CONTOSO',
  dnsName: 'web01.contoso.com',
  dnsDomain: 'contoso.com',
  time: '2026-03-02T09:14:05Z',
};
export const CLIENT = { user: 'alex', domain: 'CONTOSO', workstation: 'PC-0042', target: SPN };
export const TICKET = { realm: 'CONTOSO.COM', spn: SPN, cipherBytes: 60, authenticatorBytes: 40 };
