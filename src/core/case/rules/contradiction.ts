/**
 * Two sources say different things about what has one answer only:
 *
 *     setspn    HTTP/portal.contoso.com is on svc-a
 *     4769      09:12, Service Name svc-b
 *
 * One of them is older, or of another machine. Which one is not in the evidence: the command asks again. A
 * finding that rests on one of the two places says so in its caveat, and passes no check.
 */
import type { ArticleSlug } from '../../articles.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import { stated, type Part } from '../../text/told.ts';
import type { Claim, Topic } from '../join/claims/claim.ts';
import { ticketTypes, offsets, users } from '../join/claims/observed.ts';
import { decrypting, holders } from '../join/claims/owners.ts';
import {
  accountStates,
  accountTypes,
  names,
  pools,
  windowsSettings,
} from '../join/claims/settings.ts';
import { CONTRADICTION } from '../doubt.ts';
import type { Diagnosis, Rule, Settles } from '../rule.ts';
import { sentence } from './sentence.ts';

/** Findings of one case. */
const SHOWN = 3;

const disputed = (check: string, article: ArticleSlug, on: string): Settles => ({
  check,
  state: 'known',
  article,
  says: `Two sources disagree on ${on}.`,
});

export const contradiction: Rule = {
  id: CONTRADICTION,
  says: 'Two sources disagree.',
  needs: [],
  settles: [
    disputed('one-owner', 'spn-identity-match', 'who holds the SPN'),
    disputed(
      'decrypting-account',
      'spn-identity-match',
      'the account that holds the SPN or decrypts',
    ),
    disputed('decrypting-account', 'app-pool-identity', 'the identity of the pool'),
    disputed('decrypting-account', 'kernel-mode-authentication', 'how the site is configured'),
    disputed('negotiate-offered', 'kernel-mode-authentication', 'how the site is configured'),
    disputed('encryption-type', 'rc4-disabled-etype', 'the encryption type of the tickets'),
    disputed('clocks', 'clock-skew', 'how far the clocks are apart'),
    disputed('alias', 'cname-alias-spn', 'what the name resolves to'),
  ],
  judge: (facts) =>
    facts.facts.length < 2
      ? []
      : topicsOf(facts)
          .flatMap((topic) => disputes(topic, facts))
          .slice(0, SHOWN),
};

const topicsOf = (facts: FactBase): Topic[] => [
  holders(facts),
  decrypting(facts),
  pools(facts),
  windowsSettings(facts),
  ticketTypes(facts),
  offsets(facts),
  accountTypes(facts),
  accountStates(facts),
  names(facts),
  users(facts),
];

function disputes(topic: Topic, facts: FactBase): Diagnosis[] {
  const byAbout = new Map<string, Claim[]>();
  for (const claim of topic.claims) {
    const before = byAbout.get(claim.about);
    if (before) before.push(claim);
    else byAbout.set(claim.about, [claim]);
  }
  return [...byAbout.values()].flatMap((claims) => {
    const [first] = claims;
    const second = claims.find((one) => first && isAgainst(one, first));
    return first && second ? [finding(topic, first, second, facts)] : [];
  });
}

/** Two answers of one source are no contradiction: a script may have changed something in between. */
const isAgainst = (a: Claim, b: Claim): boolean =>
  a.value !== b.value && (a.at.source !== b.at.source || a.by !== b.by);

function finding(topic: Topic, first: Claim, second: Claim, facts: FactBase): Diagnosis {
  const isOneKind = first.by === second.by;
  const said = (one: Claim): Part[] => {
    const where = [isOneKind ? sourceOf(one, facts) : '', one.time ?? '']
      .filter(Boolean)
      .join(', ');
    return [`${one.by}${where === '' ? '' : ` (${where})`} says `, stated(one.shown, one.at)];
  };
  const parts: Part[] = [
    `Two sources disagree on ${topic.words(first.about)}: `,
    ...said(first),
    ', and ',
    ...said(second),
    `: ${topic.because}.`,
  ];
  return {
    severity: 'warning',
    ...sentence(parts),
    article: topic.article,
    evidence: [first.at, second.at],
    caveat: topic.caveat,
    next: topic.settle(first.about),
  };
}

/** Where two sources are of one kind, their names tell them apart. */
function sourceOf({ at }: Claim, { sources }: FactBase): string {
  const source = sources.find(({ id }) => id === at.source);
  return source?.name ?? (source ? `source ${source.id}` : '');
}
