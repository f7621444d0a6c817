/** Which accounts are locked out, and from where: 4740, and 4625, 4768, 4771 and 4776 after it. */
import { ACCOUNT, ADDRESS, COMPUTER, EVENT } from './columns.ts';
import { SIGN_INS } from './kerberos-questions.ts';
import { LOGONS, VALIDATIONS } from './ntlm-questions.ts';
import type { Question } from './question.ts';

/** STATUS_ACCOUNT_LOCKED_OUT, as 4625 and 4776 have it. */
const LOCKED_OUT = 0xc000_0234;
/** KDC_ERR_CLIENT_REVOKED, as 4768 and 4771 have it. */
const REVOKED = 0x12;

export const LOCKOUT_QUESTIONS: readonly Question[] = [
  {
    id: 'lockouts',
    title: 'Which accounts are locked out, and from which machine',
    log: 'Security',
    events: [4740],
    writers: ['domain-controllers'],
    where: [],
    // Microsoft Learn, "4740(S)": the caller's computer is in the place of the domain.
    by: [ACCOUNT, { name: 'machine', from: ['TargetDomainName'] }, COMPUTER],
    narrows: { account: ['TargetUserName'], machine: ['TargetDomainName'] },
    audits: [
      {
        name: 'User Account Management',
        guid: '{0CCE9235-69AE-11D9-BED3-505054503030}',
        which: 'success',
      },
    ],
    blind: [
      'The domain controller with the role of PDC emulator has them all; one lockout may also be in the log of another one.',
      'With Basic the machine is the web server. With NTLM it is the name that the client gives itself, and the web server is not named.',
    ],
  },
  {
    id: 'locked-out-use',
    title: 'Where an account that is locked out is still tried',
    log: 'Security',
    events: [4625, 4768, 4771, 4776],
    writers: ['domain-controllers', 'servers'],
    where: [
      {
        any: [
          { code: 'Status', of: [LOCKED_OUT, REVOKED] },
          { code: 'SubStatus', of: [LOCKED_OUT] },
        ],
      },
    ],
    by: [
      EVENT,
      COMPUTER,
      ACCOUNT,
      { name: 'machine', from: ['Workstation', 'WorkstationName'] },
      ADDRESS,
    ],
    narrows: {
      account: ['TargetUserName'],
      address: ['IpAddress'],
      machine: ['Workstation', 'WorkstationName'],
    },
    audits: [
      { ...LOGONS, which: 'failure' },
      {
        name: 'Account Lockout',
        guid: '{0CCE9217-69AE-11D9-BED3-505054503030}',
        which: 'failure',
      },
      { ...VALIDATIONS, which: 'failure' },
      { ...SIGN_INS, which: 'failure' },
    ],
    blind: [
      '4625 is in the log of the server that was asked: computer is that server. The others are of a domain controller, and name the client.',
      '4768 and 4771 have 0x12 for a disabled or expired account, too.',
      'These are tries after the lock. What locked the account came before: wrong passwords (0x18, 0xC000006A).',
    ],
  },
];
