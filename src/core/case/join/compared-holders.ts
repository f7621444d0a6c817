/** The SPNs of a case, each with the account that holds it and those that may have to decrypt. */
import type { FactBase } from '../../facts/fact-base.ts';
import type { FactOf } from '../../facts/fact.ts';
import type { Spn } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';
import { canDecrypt, type Answer } from './can-decrypt.ts';
import { decryptingAccounts, type Decrypting } from './decrypting-account.ts';
import { requestedSpns } from './requested-spns.ts';
import { onlyHolderOf } from './spn-holders.ts';

type SpnOwner = FactOf<'spnOwner'>;

/** An SPN with the one account that holds it. */
export interface Subject {
  readonly spn: Spn;
  readonly owner: SpnOwner;
  /** Where a client is seen to ask for it. */
  readonly asked?: Span;
}

/** The same with one account that may have to decrypt. */
export interface Compared extends Subject {
  readonly by: Decrypting;
  readonly answer: Answer;
}

/** SPNs that clients ask for; without a client, those whose host the configuration answers to. */
export function subjectsOf(facts: FactBase): Subject[] {
  const requested = requestedSpns(facts);
  if (requested.length > 0) {
    return requested.flatMap(({ spn, at, by }): Subject[] => {
      const owner = onlyHolderOf(spn, facts);
      return owner && by !== 'refusal' ? [{ spn, owner, asked: at }] : [];
    });
  }
  const web = facts
    .all('spnOwner')
    .filter(({ spn }) => spn.service === 'HTTP' && spn.port === undefined);
  const hosts = new Set(web.map(({ spn }) => spn.host));
  const bound = new Set(facts.all('binding').map(({ host }) => host));
  return [...hosts]
    .filter((host) => hosts.size === 1 || bound.has(host))
    .flatMap((host): Subject[] => {
      const spn = { service: 'HTTP', host };
      const owner = onlyHolderOf(spn, facts);
      return owner ? [{ spn, owner }] : [];
    });
}

/** The holder against every account that may decrypt for the SPN's host. */
export function compareHolders(subject: Subject, facts: FactBase): Compared[] {
  const { spn, owner } = subject;
  return decryptingAccounts(spn.host, facts).map((by) => ({
    ...subject,
    by,
    answer: canDecrypt(owner, by, facts),
  }));
}
