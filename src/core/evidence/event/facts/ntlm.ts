/** NTLM: who validated it (4776, 680), and who used it, to what, or was not allowed to (NTLM/Operational). */
import type { FactTypes } from '../../../facts/fact.ts';
import type { Fact } from '../../../facts/fact.ts';
import type { KnownEvent } from '../identify.ts';
import {
  accountIn,
  addressIn,
  codeIn,
  hostIn,
  numberIn,
  only,
  originOf,
  placeOf,
  spnIn,
  textOf,
} from './values.ts';

export function ntlmValidation(event: KnownEvent): Fact[] {
  const status = codeIn(event, 'Status');
  if (!status) return [];
  return [
    {
      kind: 'ntlmValidation',
      at: status.at,
      ...originOf(event),
      ...only('account', accountIn(event, 'TargetUserName')),
      ...only('workstation', hostIn(event, 'Workstation', 'WorkstationName')),
      status: status.code,
    },
  ];
}

type Use = Pick<FactTypes['ntlmUse'], 'seenBy' | 'outcome'>;

/** By the number of the event: who writes it, and what became of the logon. */
function useOf(id: number): Use {
  const seenBy =
    id >= 4030 && id < 4040
      ? 'domain-controller'
      : /^(?:8001|4001|4013|4015|4020|4021|4024|4025|4010)$/.test(String(id))
        ? 'client'
        : /^(?:8004|8005|8006|4004|4005|4006)$/.test(String(id))
          ? 'domain-controller'
          : 'server';
  if (id > 8000 || id === 4024) return { seenBy, outcome: 'audited' };
  return { seenBy, outcome: id >= 4020 && id !== 4025 ? 'used' : 'blocked' };
}

export function ntlmUse(event: KnownEvent): Fact[] {
  const { seenBy, outcome } = useOf(event.id);
  const isDomain = seenBy === 'domain-controller';
  const target = textOf(event, 'TargetService', 'TargetName', 'TargetMachine', 'SChannelName');
  const account =
    accountIn(event, 'Username', 'DomainName') ??
    accountIn(event, 'UserName', 'DomainName') ??
    accountIn(event, 'ClientUserName', 'ClientDomainName');
  return [
    {
      kind: 'ntlmUse',
      at: placeOf(
        event,
        'NtlmUsageReason',
        'NtlmUsageId',
        'TargetName',
        'SChannelName',
        'UserName',
      ),
      ...originOf(event),
      seenBy,
      outcome,
      ...only('account', account),
      ...only('target', isPlaceholder(target) ? undefined : target),
      ...only('spn', spnIn(event, 'TargetService', 'TargetName')),
      ...only(
        'workstation',
        hostIn(
          event,
          'WorkstationName',
          'Workstation',
          'RemoteClientMachine',
          ...(isDomain ? [] : ['Hostname']),
        ),
      ),
      ...only('address', addressIn(event, 'ClientIP')),
      ...only('process', textOf(event, 'ProcessName')),
      ...only('reasonId', numberIn(event, 'NtlmUsageId')),
      ...only('reason', textOf(event, 'NtlmUsageReason')),
      ...only('version', textOf(event, 'NtlmVersion')),
    },
  ];
}

/** `<Secure Channel Name>` of an example. */
function isPlaceholder(text = ''): boolean {
  return /^<.*>$/.test(text);
}

/** 4820 to 4824 of the Security log, and the same of other logs. */
export function accountPolicyRefused(event: KnownEvent): Fact[] {
  const isProtected = [4822, 4824, 100, 104].includes(event.id);
  const isNtlm = [4822, 4823, 100, 101].includes(event.id);
  return [
    {
      kind: 'accountPolicyRefused',
      at: placeOf(event, 'AccountName', 'TargetUserName'),
      ...originOf(event),
      by: isProtected ? 'protected-users' : 'policy',
      protocol: isNtlm ? 'NTLM' : 'Kerberos',
      ...only(
        'account',
        accountIn(event, 'AccountName') ?? accountIn(event, 'TargetUserName', 'TargetDomainName'),
      ),
      ...only('device', hostIn(event, 'DeviceName')),
      ...only('policy', textOf(event, 'PolicyName')),
    },
  ];
}
