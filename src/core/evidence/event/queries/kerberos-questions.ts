/** Questions to the KDC's own record: 4768, 4769, 4771 (Security) and Kdcsvc 201 to 209 (System). */
import { ACCOUNT, ADDRESS, CLIENTS, COMPUTER, EVENT } from './columns.ts';
import type { Audit, Question } from './question.ts';

export const SERVICE_TICKETS = {
  name: 'Kerberos Service Ticket Operations',
  guid: '{0CCE9240-69AE-11D9-BED3-505054503030}',
} as const;
export const SIGN_INS = {
  name: 'Kerberos Authentication Service',
  guid: '{0CCE9242-69AE-11D9-BED3-505054503030}',
} as const;

const KDC_UPDATES: Audit = {
  name: 'the updates of January 2026 or later on every domain controller',
  which: 'default',
};

export const KERBEROS_QUESTIONS: readonly Question[] = [
  {
    id: 'failing-names',
    title: 'Which names fail with 0x7, 0x8, 0xE or 0x25',
    log: 'Security',
    events: [4769],
    writers: ['domain-controllers'],
    where: [{ code: 'Status', of: [0x7, 0x8, 0xe, 0x25] }],
    by: [
      {
        name: 'failure',
        from: ['Status'],
        as: {
          codes: [
            [0x7, 'KDC_ERR_S_PRINCIPAL_UNKNOWN'],
            [0x8, 'KDC_ERR_PRINCIPAL_NOT_UNIQUE'],
            [0xe, 'KDC_ERR_ETYPE_NOSUPP'],
            [0x25, 'KRB_AP_ERR_SKEW'],
          ],
        },
      },
      { name: 'name', from: ['ServiceName'] },
    ],
    distinct: CLIENTS,
    narrows: { name: ['ServiceName'], account: ['TargetUserName'], address: ['IpAddress'] },
    audits: [{ ...SERVICE_TICKETS, which: 'failure' }],
    blind: [
      'A name is the one that was asked for; where the KDC had found its account, the event may name the account.',
      'A client that falls back to NTLM may not ask again for minutes, so few events do not mean few users.',
    ],
  },
  {
    id: 'sign-ins',
    title: 'Which accounts are refused at sign-in, and why',
    log: 'Security',
    events: [4768, 4771],
    writers: ['domain-controllers'],
    where: [{ code: 'Status', isNot: 0 }],
    by: [
      {
        name: 'failure',
        from: ['Status'],
        as: {
          codes: [
            [0x6, 'KDC_ERR_C_PRINCIPAL_UNKNOWN'],
            [0x7, 'KDC_ERR_S_PRINCIPAL_UNKNOWN'],
            [0x9, 'KDC_ERR_NULL_KEY'],
            [0xc, 'KDC_ERR_POLICY'],
            [0xe, 'KDC_ERR_ETYPE_NOSUPP'],
            [0x12, 'KDC_ERR_CLIENT_REVOKED'],
            [0x17, 'KDC_ERR_KEY_EXPIRED'],
            [0x18, 'KDC_ERR_PREAUTH_FAILED'],
            [0x25, 'KRB_AP_ERR_SKEW'],
          ],
        },
      },
      ACCOUNT,
      ADDRESS,
    ],
    narrows: { account: ['TargetUserName'], address: ['IpAddress'] },
    audits: [{ ...SIGN_INS, which: 'failure' }],
    blind: [
      'Whoever has no ticket-granting ticket has none for any site; the web server is not in these events.',
      '0x12 is an account that is disabled, expired or locked out.',
    ],
  },
  {
    id: 'rc4',
    title: 'Which services still get RC4 or DES',
    log: 'Security',
    events: [4768, 4769],
    writers: ['domain-controllers'],
    where: [
      { code: 'Status', of: [0] },
      { code: 'TicketEncryptionType', of: [0x1, 0x3, 0x17, 0x18] },
    ],
    by: [
      EVENT,
      {
        name: 'etype',
        from: ['TicketEncryptionType'],
        as: {
          codes: [
            [0x1, 'DES-CBC-CRC'],
            [0x3, 'DES-CBC-MD5'],
            [0x17, 'RC4-HMAC'],
            [0x18, 'RC4-HMAC-EXP'],
          ],
        },
      },
      { name: 'service', from: ['ServiceName'] },
    ],
    distinct: CLIENTS,
    narrows: { account: ['ServiceName'], address: ['IpAddress'] },
    audits: [
      { ...SERVICE_TICKETS, which: 'success' },
      { ...SIGN_INS, which: 'success' },
    ],
    blind: [
      'The service is the account that holds the name, not the SPN. In 4768 it is krbtgt, so the ticket is for a sign-in.',
      'It counts tickets that were issued. A ticket lasts ten hours by default, so read at least a day; a service that nobody used is not here.',
      'The ticket may have AES and its session key RC4; that is SessionKeyEncryptionType, in events since the updates of January 2025.',
    ],
  },
  {
    id: 'rc4-kdc',
    title: 'Which domain controllers refuse RC4, or will',
    log: 'System',
    events: [201, 202, 203, 204, 205, 206, 207, 208, 209],
    providers: ['Kdcsvc', 'Microsoft-Windows-Kerberos-Key-Distribution-Center'],
    writers: ['domain-controllers'],
    where: [],
    by: [EVENT, COMPUTER],
    narrows: {},
    audits: [KDC_UPDATES],
    blind: [
      '201, 202, 206 and 207 announce a refusal; 203, 204, 208 and 209 are refusals. The client lacks AES in 201, 203, 206 and 208, the account lacks AES keys in 202, 204, 207 and 209; 205 says that DefaultDomainSupportedEncTypes allows weak types.',
      'Audited from 13 January 2026, refused by default from 14 April 2026, and refused without a switch from 14 July 2026: after that, expect refusals and no announcements.',
      'The account and the service are in the text of each event; the names of its values are not documented, so they are not counted here.',
    ],
  },
];
