/**
 * NTLM was used, or blocked (the log NTLM/Operational):
 *
 *     8001 to 8004   a policy would block it: who, to what, with which program
 *     4001 to 4006   a policy did block it
 *     4020 to 4033   it was used, and why (Windows 11 24H2, Windows Server 2025)
 *
 * Certain about that logon, which may be one to a file share: compare the target with the site.
 */
import type { ArticleSlug } from '../../../articles.ts';
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { run, say, type Step } from '../../../contract/step.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { spelled } from '../../../facts/names.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { ntlmReason, type FoundReason } from './ntlm-reasons.ts';
import { NTLM_USE, NTLM_USE_SETTLES } from './ntlm-use-settles.ts';
import { fromOf, grouped, MOST, nameOf, placesOf, times } from './words.ts';

type Use = FactOf<'ntlmUse'>;

export const ntlmUse: Rule = {
  id: NTLM_USE,
  says: 'Windows recorded that NTLM was used.',
  needs: ['ntlmUse'],
  settles: NTLM_USE_SETTLES,
  judge: (facts) =>
    grouped(
      facts.all('ntlmUse'),
      ({ event, target, reason, reasonId, account }) =>
        `${event} ${target ?? ''} ${reason ?? reasonId ?? ''} ${account?.written ?? ''}`,
    )
      .slice(0, MOST)
      .map(diagnose),
};

function diagnose(group: readonly [Use, ...Use[]]): Diagnosis {
  const [first] = group;
  const found = ntlmReason(first.reason, first.reasonId);
  const isBlocked = first.outcome === 'blocked';
  const suffix = isBlocked ? '-blocked' : found ? `-${found.key}` : '';
  return {
    id: `${NTLM_USE}${suffix}`,
    severity: isBlocked ? 'error' : first.outcome === 'used' && found ? 'warning' : 'info',
    ...titleOf(first, found, times(group)),
    article: isBlocked ? 'ntlm-disabled-or-blocked' : (found?.article ?? articleOf(first)),
    evidence: placesOf(group),
    ...caveatOf(first, found),
    next: stepsFor(first, found),
  };
}

function titleOf(use: Use, found: FoundReason | undefined, count: string) {
  const { account, target, process, at, outcome, seenBy, version = 'NTLM' } = use;
  const program = process?.split('\\').at(-1);
  const nobody = program === undefined || seenBy !== 'client' ? 'A user' : program;
  const by = account && program !== undefined ? ` (${program})` : '';
  const who = `${nameOf(account, nobody)}${fromOf(use)}${by}`;
  const to = stated(target ?? (seenBy === 'server' ? 'this server' : 'a server'), at);
  const why = found ? `: ${found.because}` : '';
  if (outcome === 'blocked') return told`A policy blocked NTLM of ${who} to ${to}${count}${why}.`;
  if (outcome === 'audited') {
    return told`${who} authenticated to ${to} with NTLM${count}. A policy would block it, and so far only records it.`;
  }
  return told`${who} authenticated to ${to} with ${version}${count}${why}.`;
}

function articleOf({ seenBy, event, outcome }: Use): ArticleSlug {
  if (event === 4024) return 'ntlm-disabled-or-blocked';
  if (outcome === 'audited' || seenBy === 'domain-controller') return 'ntlm-audit-inventory';
  return 'ntlm-fallback-reasons';
}

function caveatOf({ reasonId }: Use, found: FoundReason | undefined): { caveat?: string } {
  if (found?.isByNumber) {
    return {
      caveat: `The words of the reason are not in this paste. Some builds write another number than ${String(reasonId)} for it; the words decide.`,
    };
  }
  return {
    caveat: 'Only if the target is the web site; file shares and other services use NTLM too.',
  };
}

function stepsFor({ spn, outcome, seenBy }: Use, found: FoundReason | undefined): Step[] {
  const name = [spn && spelled(spn), 'SPN'] as const;
  if (found?.key === 'unknown' || found?.key === 'duplicate') {
    return [
      run('anywhere', command`setspn -F -Q ${name}`),
      run('client', command`klist get ${name}`),
    ];
  }
  if (found?.key === 'address') return [say('Use the server by a name that has an SPN.')];
  if (outcome === 'audited' && seenBy === 'domain-controller') {
    return [
      say(
        'The server is the one of the secure channel. Find out there, or on the client, why it was not Kerberos.',
      ),
    ];
  }
  return [run('client', command`klist get ${name}`)];
}
