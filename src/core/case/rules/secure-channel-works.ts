/**
 * The secure channel of a computer to its domain works:
 *
 *     Trusted DC Connection Status Status = 0 0x0 NERR_Success
 *     Trust Verification Status = 0 0x0 NERR_Success
 *
 * `/sc_query` prints the first line only, about the last time that the channel was used. Says nothing
 * about another computer, or about yesterday.
 */
import { stated, told } from '../../text/told.ts';
import { channelFault } from '../join/channel-faults.ts';
import { channelOf, domainOf, secureChannels } from '../join/secure-channels.ts';
import type { Rule } from '../rule.ts';

export const secureChannelWorks: Rule = {
  id: 'case.secure-channel-works',
  says: 'The secure channel of the computer to its domain works.',
  needs: ['secureChannel'],
  settles: [
    {
      check: 'trusted-domains',
      state: 'passed',
      says: 'The computer has a working secure channel to its domain.',
    },
  ],
  judge(facts) {
    const [channel] = secureChannels(facts).filter((one) => !channelFault(one));
    if (!channel) return [];
    const { trustCode, works, dc, at } = channel;
    const isVerified = trustCode === 0 || works === true;
    const through = dc === undefined ? '' : ` through ${dc}`;
    const password = isVerified ? ', and its password is the one that the domain has' : '';
    return [
      {
        severity: 'ok',
        ...told`${channelOf(channel)} to ${stated(domainOf(channel), at)} works${through}${password}.`,
        article: 'secure-channel-broken',
        evidence: [at],
        caveat: isVerified
          ? 'Only for the computer on which the command ran, and at that time.'
          : 'Only for the computer on which the command ran. /sc_query tells how the channel was when it was last used; /sc_verify tests the password.',
      },
    ];
  },
};
