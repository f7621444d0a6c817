/**
 * NTLM in one source, and in another one the reason why it was not Kerberos:
 *
 *     IIS log     401.2, 401.1 2148074254, 200    10.0.0.81, CONTOSO\alex
 *     4769        HTTP/portal.contoso.com, 0x7    ::ffff:10.0.0.81
 *
 * One reason, with its fix, from the table `content/why-ntlm.json`. Nothing that both sources show may differ:
 * address, user, host, and the time where it can be compared. Can be wrong where the refusal was for another
 * request of the same client. What a KDC refuses for clocks or encryption types need not lead to NTLM.
 */
import type { Step } from '../../contract/step.ts';
import { run, say } from '../../contract/step.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import { command } from '../../text/escape/command.ts';
import { apartInWords } from '../join/moments.ts';
import { canBeOneLogon, isSurelyOneClient } from '../join/ntlm/one-logon.ts';
import type { NtlmSign } from '../join/ntlm/sign.ts';
import { ntlmSigns } from '../join/ntlm/signs.ts';
import { NTLM_REASONS, NTLM_SOURCES } from '../join/ntlm/table.ts';
import { ntlmUses, type NtlmUse } from '../join/ntlm/uses.ts';
import type { Diagnosis, Judgement, Rule, Settles } from '../rule.ts';
import { sentence } from './sentence.ts';

const ID = 'case.why-ntlm';
const SAYS = 'NTLM was used, and another source gives the reason.';

/** Reasons after which a client need not fall back. */
const MAY_FAIL = new Set(['etype', 'clocks', 'account-state']);

const SETTLES: readonly Settles[] = [
  { check: 'client-sent', state: 'failed', says: 'The client used NTLM.' },
  ...NTLM_REASONS.map(({ key }): Settles => ({
    check: 'client-sent',
    state: 'failed',
    finding: `${ID}-${key}`,
    says: 'The client used NTLM, and another source gives the reason.',
  })),
];

export const whyNtlm: Rule = {
  id: ID,
  says: SAYS,
  needs: [['tokens', 'logon', 'logonFailed', 'log', 'tracedLogon', 'accessToken', 'listedNtlm']],
  settles: SETTLES,
  judge,
};

/** Only the first of the uses is told. */
function judge(facts: FactBase): Judgement {
  const uses = ntlmUses(facts);
  if (uses.length === 0) return [];
  const signs = ntlmSigns(facts);
  const pairs = uses.flatMap((use) =>
    signs
      .filter((sign) => isOneCase(use, sign) && canBeOneLogon(use, sign))
      .map((sign) => ({ use, sign })),
  );
  const [first] = pairs.toSorted((a, b) => signs.indexOf(a.sign) - signs.indexOf(b.sign));
  if (!first) return open(uses, facts);
  const others = signs.filter(
    (sign) =>
      sign !== first.sign && sign.reason === first.sign.reason && canBeOneLogon(first.use, sign),
  );
  return [finding(first.use, first.sign, others)];
}

/** What is only seen is a sign for another source: a token tells its own address in a rule of its own. */
function isOneCase(use: NtlmUse, sign: NtlmSign): boolean {
  if (sign.by === 'observed') return sign.at.source !== use.at.source && !use.isUnanswered;
  return !(use.isUnanswered && sign.by === 'config');
}

/** NTLM in a case of several sources, of which none tells why. */
function open(uses: readonly NtlmUse[], { sources }: FactBase): Judgement {
  const use = uses.find(({ isUnanswered }) => !isUnanswered);
  return use && sources.length > 1 ? { undecided: [use.at], missing: ['event', 'klist'] } : [];
}

function finding(use: NtlmUse, sign: NtlmSign, others: readonly NtlmSign[]): Diagnosis {
  const { key, meaning, fix, article } = sign.reason;
  const time = apartInWords(use.time, sign.time);
  const parts = [
    `${use.isUnanswered ? 'No Kerberos ticket' : 'NTLM and not Kerberos'}, because ${meaning}: `,
    ...sign.says,
    ', and ',
    ...use.says,
    `${time}.`,
  ];
  return {
    id: `${ID}-${key}`,
    severity: sign.by === 'kdc' || sign.by === 'klist' ? 'error' : 'warning',
    ...sentence(parts),
    article,
    evidence: [sign.at, use.at, ...others.map(({ at }) => at)],
    caveat: caveatOf(use, sign),
    next: [say(fix), ...stepsFor(sign)],
  };
}

/** What could make it wrong, and what the source of the sign does not report. */
function caveatOf(use: NtlmUse, sign: NtlmSign): string {
  const silent = NTLM_SOURCES.find(({ id }) => id === sign.by)?.silent;
  return [
    ...(isSurelyOneClient(use, sign)
      ? []
      : ['Only if both are of one logon: compare client, user and time.']),
    ...(use.isUnanswered
      ? ['A browser that may not answer the host by itself leaves the same rows.']
      : []),
    ...(MAY_FAIL.has(sign.reason.key)
      ? ['A client need not fall back to NTLM after this refusal; it may also just fail.']
      : []),
    ...(silent === undefined ? [] : [`What this source cannot report: ${silent}`]),
  ].join(' ');
}

function stepsFor({ reason: { key }, spn }: NtlmSign): Step[] {
  const name = [spn, 'SPN'] as const;
  if (key === 'unknown' || key === 'duplicate' || key === 'no-spn-account') {
    return [
      run('anywhere', command`setspn -F -Q ${name}`),
      run('client', command`klist purge`),
      run('client', command`klist get ${name}`),
    ];
  }
  if (spn === undefined) return [];
  return [run('client', command`klist get ${name}`)];
}
