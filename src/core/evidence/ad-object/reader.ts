/**
 * Accounts of the directory, by the attributes that Get-ADUser and its kin, dsquery, ldifde, ldapsearch,
 * ldp, csvde, PowerView, a search result of ADSI and `net user` list: state, SPNs, encryption types,
 * delegation.
 *
 *     SamAccountName                : svc-portal
 *     Enabled                       : True
 *     ServicePrincipalNames         : {HTTP/portal, HTTP/portal.contoso.com}
 *     msDS-SupportedEncryptionTypes : 24
 *
 * A list that ends in `...` is cut off, and never taken for all that there is. Source: MS-ADTS, MS-KILE;
 * the Active Directory module; RFC 2849.
 */
import type { Fact } from '../../facts/fact.ts';
import { overlaps, type Span } from '../../facts/span.ts';
import { DIRECTORY_ACCOUNTS } from '../../limits.ts';
import { clean } from '../../text/clean.ts';
import { occupiedBy } from '../../text/occupied.ts';
import type { Rewritten } from '../../text/rewrite.ts';
import type { Context, LoadedReader, Reading } from '../reader.ts';
import { directoryLines } from './directory-lines.ts';
import type { Entry } from './entry.ts';
import { factsOf } from './facts.ts';
import { isOfEvent } from './look-alike.ts';
import { listedEntries } from './listing.ts';
import { netUserEntries } from './net-user.ts';
import { tableEntries } from './table.ts';

function read(text: string, { claimed: taken }: Pick<Context, 'claimed'>): Reading | undefined {
  const plain = clean(text);
  const isTaken = occupiedBy(taken);
  const lines = directoryLines(plain.text, (span) => isTaken(plain.original(span)));
  const tables = [...tableEntries(lines), ...netUserEntries(lines)];
  const inTable = occupiedBy(tables.map(({ at }) => at));
  const listed = listedEntries(lines.filter((line) => !inTable(line)));
  const known = [...tables, ...listed]
    .filter((entry) => !isOfEvent(entry, plain.text))
    .map((entry) => ({ entry, facts: factsOf(entry) }))
    .filter(({ facts }) => facts.length > 0)
    .sort((a, b) => a.entry.at.start - b.entry.at.start);
  if (known.length === 0) return undefined;
  const shown = known.slice(0, DIRECTORY_ACCOUNTS);
  const left = known[DIRECTORY_ACCOUNTS];
  return {
    kinds: ['ad-object'],
    facts: shown.flatMap(({ facts }) => facts.map((fact) => placed(fact, plain))),
    claimed: claimedBy(known.map(({ entry }) => entry)).map(plain.original),
    ...(left && {
      problems: [
        {
          message: `Only the first ${DIRECTORY_ACCOUNTS} accounts were read.`,
          at: plain.original(left.entry.at),
        },
      ],
    }),
  };
}

function claimedBy(entries: readonly Entry[]): Span[] {
  return entries
    .map(({ at: { start, end } }) => ({ start, end }))
    .filter(
      (span, index, all) =>
        !all
          .slice(0, index)
          .slice(-1)
          .some((one) => overlaps(one, span)),
    );
}

/** The fact with its places in the original. */
function placed(fact: Fact, { original }: Rewritten): Fact {
  const at = original(fact.at);
  if (fact.kind !== 'directoryAccount') return { ...fact, at: { ...at } };
  const places = Object.entries(fact.places).map(([name, span]) => [name, { ...original(span) }]);
  return { ...fact, at: { ...at }, places: Object.fromEntries(places) as typeof fact.places };
}

export const adObject: LoadedReader = {
  read,
  loadRules: async () => (await import('./rules/rules.ts')).AD_OBJECT_RULES,
};
