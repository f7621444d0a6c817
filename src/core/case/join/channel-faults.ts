/**
 * Why a secure channel does not work, by the status that Netlogon gives. nltest prints Win32 codes,
 * events and traces NTSTATUS.
 * Source: MS-ERREF 2.2 and 2.3.1; Microsoft, "Broken trust relationship between a domain-joined device
 * and its domain".
 */
import type { ArticleSlug } from '../../articles.ts';
import type { FactOf } from '../../facts/fact.ts';

export interface ChannelFault {
  /** Continues "...: ". */
  readonly why: string;
  readonly article: ArticleSlug;
  /** True where no domain controller was reached, so that nothing is known of the password. */
  readonly isUnreached: boolean;
}

const PASSWORD: ChannelFault = {
  why: 'the domain does not accept the password of the computer account',
  article: 'secure-channel-broken',
  isUnreached: false,
};
const UNREACHED: ChannelFault = {
  why: 'no domain controller was reached',
  article: 'dc-reachability',
  isUnreached: true,
};
const STOPPED: ChannelFault = {
  why: 'the Netlogon service is not running',
  article: 'secure-channel-broken',
  isUnreached: true,
};
const because = (why: string): ChannelFault => ({ ...PASSWORD, why });

const LOST = because('the computer has lost its own copy of its password');
const NO_ACCOUNT = because('the domain has no account for this computer');
const MISMATCH = because('the passwords of the computer and of its account in the domain differ');
const BETWEEN_DOMAINS = because('the trust between the two domains does not work');

const FAULTS: Readonly<Record<number, ChannelFault>> = {
  5: PASSWORD,
  0xc0000022: PASSWORD,
  1326: PASSWORD,
  0xc000006a: PASSWORD,
  1331: because('the computer account is disabled'),
  0xc0000072: because('the computer account is disabled'),
  1786: LOST,
  0xc000018a: LOST,
  1787: NO_ACCOUNT,
  0xc000018b: NO_ACCOUNT,
  1788: BETWEEN_DOMAINS,
  0xc000018c: BETWEEN_DOMAINS,
  1789: MISMATCH,
  0xc000018d: MISMATCH,
  1790: MISMATCH,
  0xc000018e: MISMATCH,
  53: UNREACHED,
  64: UNREACHED,
  1311: UNREACHED,
  0xc000005e: UNREACHED,
  1355: UNREACHED,
  0xc00000df: UNREACHED,
  1460: UNREACHED,
  0xc00000b5: UNREACHED,
  1722: UNREACHED,
  1726: UNREACHED,
  0xc0020017: UNREACHED,
  1908: UNREACHED,
  0xc0000233: UNREACHED,
  1062: STOPPED,
  1792: STOPPED,
  0xc0000192: STOPPED,
};

/** What the events of Netlogon say by themselves; those on a domain controller are about the computer that called. */
const EVENTS: Readonly<Record<number, ChannelFault>> = {
  3210: because('a domain controller did not accept this computer'),
  5719: UNREACHED,
  5722: because('a domain controller did not accept the computer'),
  5723: NO_ACCOUNT,
  5783: UNREACHED,
  5805: because('a domain controller did not accept the computer'),
};

/** The fault that a channel's fact states; undefined where it works. */
export function channelFault(fact: FactOf<'secureChannel'>): ChannelFault | undefined {
  const { code, trustCode, works, event } = fact;
  const bad = [code, trustCode].find((one) => one !== undefined && one !== 0);
  const known = event === undefined ? undefined : EVENTS[event];
  if (bad !== undefined) {
    return FAULTS[bad] ?? known ?? because('the connection or its verification failed');
  }
  return works === false ? (known ?? because('the test of the channel failed')) : undefined;
}
