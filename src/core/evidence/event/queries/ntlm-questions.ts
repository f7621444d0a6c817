/** Who uses NTLM, to which server, and why: NTLM/Operational, and 4776 and 4624 of Security. */
import { ACCOUNT, ADDRESS, COMPUTER } from './columns.ts';
import type { Question } from './question.ts';

export const VALIDATIONS = {
  name: 'Credential Validation',
  guid: '{0CCE923F-69AE-11D9-BED3-505054503030}',
} as const;
export const LOGONS = {
  name: 'Logon',
  guid: '{0CCE9215-69AE-11D9-BED3-505054503030}',
} as const;

const NTLM_LOG = 'Microsoft-Windows-NTLM/Operational';

export const NTLM_QUESTIONS: readonly Question[] = [
  {
    id: 'ntlm',
    title: 'Who uses NTLM, and to which server',
    log: NTLM_LOG,
    events: [8004, 4030, 4031, 4032, 4033],
    writers: ['domain-controllers'],
    where: [],
    by: [
      { name: 'server', from: ['SChannelName', 'TargetMachine'] },
      { name: 'account', from: ['UserName', 'Username'] },
      { name: 'machine', from: ['WorkstationName', 'RemoteClientMachine'] },
    ],
    narrows: {
      account: ['UserName', 'Username'],
      machine: ['SChannelName', 'TargetMachine', 'WorkstationName', 'RemoteClientMachine'],
    },
    audits: [
      {
        name: 'Network security: Restrict NTLM: Audit NTLM authentication in this domain',
        which: 'policy',
      },
    ],
    blind: [
      '8004 is written only with that policy; 4030 to 4033 only on Windows Server 2025.',
      'The machine is the name that the client gives itself. No event here says why NTLM was used: ask the clients.',
      'The log is 1 MB by default and rolls over: a busy domain controller keeps minutes.',
    ],
  },
  {
    id: 'ntlm-reasons',
    title: 'Why NTLM was used',
    log: NTLM_LOG,
    events: [4020, 4021],
    writers: ['clients'],
    where: [],
    by: [
      { name: 'reason_id', from: ['NtlmUsageId'] },
      { name: 'reason', from: ['NtlmUsageReason'] },
      { name: 'target', from: ['TargetService', 'TargetMachine'] },
      { name: 'process', from: ['ProcessName'] },
    ],
    distinct: { name: 'accounts', from: ['Username', 'UserName'] },
    narrows: {
      name: ['TargetService'],
      account: ['Username', 'UserName'],
      machine: ['TargetMachine'],
    },
    audits: [
      {
        name: 'Windows 11 24H2 or Windows Server 2025 on the machine that sends NTLM; on without a policy',
        which: 'default',
      },
    ],
    blind: [
      'Only the machine that sends NTLM knows the reason, and older versions of Windows do not write it.',
      'Trust the words before the number: builds differ in the numbers, and the words are in the language of Windows.',
    ],
  },
  {
    id: 'ntlm-validated',
    title: 'Whose passwords were checked with NTLM',
    log: 'Security',
    events: [4776],
    writers: ['domain-controllers'],
    where: [{ code: 'Status', of: [0] }],
    by: [ACCOUNT, { name: 'machine', from: ['Workstation'] }],
    narrows: { account: ['TargetUserName'], machine: ['Workstation'] },
    audits: [{ ...VALIDATIONS, which: 'success' }],
    blind: [
      'The event names the client and not the server that it went to. It needs no NTLM audit, so use it where 8004 is missing.',
    ],
  },
  {
    id: 'ntlm-logons',
    title: 'NTLM logons on the servers',
    log: 'Security',
    events: [4624],
    writers: ['servers'],
    where: [{ given: 'LmPackageName' }],
    by: [
      COMPUTER,
      ACCOUNT,
      ADDRESS,
      { name: 'machine', from: ['WorkstationName'] },
      { name: 'version', from: ['LmPackageName'] },
    ],
    narrows: {
      account: ['TargetUserName'],
      address: ['IpAddress'],
      machine: ['WorkstationName'],
    },
    audits: [{ ...LOGONS, which: 'success' }],
    blind: [
      'It asks for the version of NTLM, because with Negotiate the package name alone can hide NTLM.',
      'It does not say why: compare the name in the address bar with the SPNs, or ask the client.',
    ],
  },
];
