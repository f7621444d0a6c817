/**
 * The SPN is on one account, and another one has to decrypt the ticket:
 *
 *     klist       Server: HTTP/portal.contoso.com @ CONTOSO.COM
 *     setspn -Q   CN=svc-old,OU=Service,DC=contoso,DC=com
 *     config      <processModel identityType="SpecificUser" userName="CONTOSO\svc-portal" />
 *                 <windowsAuthentication useKernelMode="true" useAppPoolCredentials="true" />
 *
 * The server answers KRB_AP_ERR_MODIFIED (41), and the client logs Kerberos event 4. Can be wrong when
 * the configuration is of another server, or when a CN differs from the logon name of one account.
 * Says nothing where several sites or pools would decrypt differently.
 * Source: RFC 4120 3.2.3; windowsAuthentication in the IIS configuration reference.
 */
import type { Step } from '../../contract/step.ts';
import { run, say } from '../../contract/step.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import { displayName, spelled } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';
import { command } from '../../text/escape/command.ts';
import { stated, told } from '../../text/told.ts';
import {
  compareHolders,
  subjectsOf,
  type Compared,
  type Subject,
} from '../join/compared-holders.ts';
import type { Decrypting } from '../join/decrypting-account.ts';
import { sitesOf } from '../join/site-settings.ts';
import { accountOfOwner } from '../join/spn-holders.ts';
import type { Diagnosis, Judgement, Rule } from '../rule.ts';
import { askForConfig, askForOwner } from './cross-source-requests.ts';
import { bringTogether } from './bring-together.ts';

const SAYS = 'The account that holds the SPN is not the one that decrypts the ticket.';
const PASSED = 'case.owner-decrypts';

/** Findings of one case; several SPNs mostly fail for one reason. */
const SHOWN = 3;

export const otherAccountDecrypts: Rule = {
  id: 'case.other-account-decrypts',
  says: SAYS,
  needs: ['spnOwner', 'windowsAuthentication'],
  asks: { spnOwner: askForOwner, windowsAuthentication: askForConfig },
  settles: [
    { check: 'decrypting-account', state: 'failed', says: SAYS },
    {
      check: 'decrypting-account',
      state: 'passed',
      finding: PASSED,
      says: 'The account that holds the SPN is the one that decrypts the ticket.',
    },
  ],
  judge: (facts) => {
    const subjects = subjectsOf(facts);
    const compared = subjects.map((subject) => compareHolders(subject, facts));
    const failed = compared.filter(
      (all) => all.length > 0 && all.every(({ answer }) => answer.can === 'no'),
    );
    if (failed.length > 0) return failed.slice(0, SHOWN).flatMap((all) => failure(all));
    const passed = compared.find(
      (all) => all.length > 0 && all.every(({ answer }) => answer.can === 'yes'),
    );
    return passed ? success(passed) : undecided(subjects, compared, facts);
  },
};

function failure(all: readonly Compared[]): Diagnosis[] {
  const [first] = all;
  if (!first) return [];
  const { spn, owner, asked, by } = first;
  const name = spelled(spn);
  const holder = stated(displayName(accountOfOwner(owner)), owner.at);
  const words = asked
    ? told`The ticket is for ${stated(name, asked)}, ${holder} holds that SPN, and ${because(by)}: it cannot decrypt the ticket.`
    : told`${holder} holds ${stated(name, owner.at)}, and ${because(by)}: it cannot decrypt a ticket for that SPN.`;
  return [
    {
      severity: 'error',
      ...words,
      article: 'spn-identity-match',
      evidence: evidenceOf(all),
      caveat: caveats(all, 'Only if this configuration is that of the server that answers.'),
      next: nextFor(first),
    },
  ];
}

function success(all: readonly Compared[]): Diagnosis[] {
  const [first] = all;
  if (!first) return [];
  const { spn, owner, asked, by } = first;
  const holder = stated(displayName(accountOfOwner(owner)), owner.at);
  return [
    {
      id: PASSED,
      severity: 'ok',
      ...told`${holder} holds ${stated(spelled(spn), asked ?? owner.at)}, and ${because(by)}: it can decrypt the ticket.`,
      article: 'spn-identity-match',
      evidence: evidenceOf(all),
      caveat: caveats(
        all,
        'It also takes the same password on both sides, and a ticket that is newer than the last change.',
      ),
    },
  ];
}

function undecided(
  subjects: readonly Subject[],
  compared: readonly (readonly Compared[])[],
  facts: FactBase,
): Judgement {
  const all = compared.flat();
  if (all.length > 0) {
    const isUnknownOwner = all.some(
      ({ owner, by }) => by.as === 'computer' && owner.isComputer === undefined,
    );
    const isOtherServer = all.some(
      ({ owner, by, answer }) =>
        by.as === 'computer' && owner.isComputer === true && answer.can === 'unknown',
    );
    const isOpen = all.some(({ by }) => by.as === 'unknown') || (!isUnknownOwner && !isOtherServer);
    return {
      undecided: evidenceOf(all),
      missing: [
        ...(isOpen ? (['config'] as const) : []),
        ...(isUnknownOwner ? (['setspn'] as const) : []),
        // Which computer answers is in the challenge that its NTLM sends.
        ...(isOtherServer ? (['token'] as const) : []),
      ],
    };
  }
  const elsewhere = subjects.filter(({ spn }) => sitesOf(spn.host, facts)?.size === 0);
  if (elsewhere.length === 0) return [];
  return { undecided: elsewhere.map(({ owner }) => owner.at), missing: ['config'] };
}

const because = ({ why, evidence }: Decrypting) => {
  const at = evidence.at(-1);
  return at ? stated(why, at) : why;
};

const evidenceOf = (all: readonly Compared[]): Span[] => [
  ...new Set(
    all.flatMap(({ asked, owner, by }) => [...(asked ? [asked] : []), owner.at, ...by.evidence]),
  ),
];

function caveats(all: readonly Compared[], last: string): string {
  const own = all.flatMap(({ answer, by }) => [answer.caveat, by.caveat]);
  return [...new Set([...own.flatMap((one) => one ?? []), last])].join(' ');
}

function nextFor({ spn, owner, by }: Compared): Step[] {
  return [
    say(
      'Expect KRB_AP_ERR_MODIFIED (41) in the answer to the ticket, and event 4 of Security-Kerberos in the System log of the client. Without the event nothing is proved: it may need Kerberos logging.',
    ),
    run(
      'client',
      command`Get-WinEvent -FilterHashtable @{ LogName = 'System'; ProviderName = 'Microsoft-Windows-Security-Kerberos'; Id = 4 } -MaxEvents 3`,
    ),
    ...bringTogether(spn, owner, by),
  ];
}
