/**
 * The secure channel of a computer to its domain does not work, whoever says so: nltest, netdom,
 * PowerShell, or Netlogon's own events.
 *
 *     Trusted DC Connection Status Status = 0 0x0 NERR_Success
 *     Trust Verification Status = 1789 0x6fd ERROR_TRUSTED_RELATIONSHIP_FAILURE
 *     The command completed successfully
 *
 * Both statuses must be 0; the last line is printed in any case. Without a channel the computer cannot
 * have the domain check an NTLM or Basic logon, so it refuses correct passwords too, and codes about
 * passwords prove nothing. Can be wrong when the command ran on another computer than the web server.
 */
import { run, say, type Step } from '../../contract/step.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import { command } from '../../text/escape/command.ts';
import { stated, told } from '../../text/told.ts';
import { channelFault, type ChannelFault } from '../join/channel-faults.ts';
import {
  channelOf,
  domainOf,
  secureChannels,
  statusOf,
  type Channel,
} from '../join/secure-channels.ts';
import { refusedPasswords } from '../join/refused-passwords.ts';
import type { Diagnosis, Rule } from '../rule.ts';
import { sentence } from './sentence.ts';

/** No domain controller was reached, so nothing is known of the password. */
const UNREACHED = 'case.no-secure-channel';

const SAYS =
  'The computer has no working secure channel to its domain, so the domain checks no logon for it.';

const REPAIR: readonly Step[] = [
  say(
    'Find out why the passwords differ: a restored snapshot, a clone with the same name, an account that was reset. Then repair the channel in Windows PowerShell as administrator.',
  ),
  run(
    'server',
    command`Test-ComputerSecureChannel -Repair -Credential ${[undefined, 'DOMAIN\\ADMINISTRATOR']}`,
  ),
];

export const secureChannelBroken: Rule = {
  id: 'case.secure-channel-broken',
  says: 'The secure channel of the computer to its domain is broken.',
  needs: ['secureChannel'],
  settles: [
    { check: 'trusted-domains', state: 'failed', says: SAYS },
    { check: 'trusted-domains', finding: UNREACHED, state: 'failed', says: SAYS },
    {
      check: 'domain-controller',
      finding: UNREACHED,
      article: 'dc-reachability',
      state: 'failed',
      says: 'Netlogon has reached no domain controller.',
    },
  ],
  judge: (facts) =>
    secureChannels(facts).flatMap((channel) => {
      const fault = channelFault(channel);
      if (!fault) return [];
      const found = fault.isUnreached ? unreached(channel, fault) : broken(channel, fault);
      return [withPasswords(found, facts)];
    }),
};

/** Passwords that were refused meanwhile say nothing of the passwords. */
function withPasswords(found: Diagnosis, facts: FactBase): Diagnosis {
  const refused = refusedPasswords(facts);
  const [first] = refused;
  if (!first || !found.parts) return found;
  const parts = [...found.parts, ' ', stated(first.says, first.at), ' meanwhile prove nothing.'];
  return {
    ...found,
    ...sentence(parts),
    evidence: [...found.evidence, ...refused.map(({ at }) => at)],
  };
}

function broken(channel: Channel, { why, article }: ChannelFault): Diagnosis {
  const status = stated(statusOf(channel), channel.at);
  return {
    severity: 'error',
    ...told`${channelOf(channel)} to ${domainOf(channel)} is broken: ${why} (${status}). Until it is repaired, the domain checks no logon for this computer.`,
    article,
    evidence: [channel.at],
    caveat: 'It is the cause only if this computer is the web server.',
    next: REPAIR,
  };
}

function unreached(channel: Channel, { why, article }: ChannelFault): Diagnosis {
  const status = stated(statusOf(channel), channel.at);
  const name = [channel.domain, 'DOMAIN'] as const;
  return {
    id: UNREACHED,
    severity: 'error',
    ...told`${channelOf(channel)} to ${domainOf(channel)} is not up: ${why} (${status}). Until it is, the domain checks no logon for this computer.`,
    article,
    evidence: [channel.at],
    caveat:
      'Netlogon also reports this before it has looked for a domain controller. nltest /sc_verify makes it look.',
    next: [
      run('server', command`nltest /dsgetdc:${name} /force /kdc`),
      run('server', command`nltest /sc_verify:${name}`),
    ],
  };
}
