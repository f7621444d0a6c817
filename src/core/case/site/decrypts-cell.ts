/** Who decrypts the ticket, and why, as a cell. */
import type { SiteCell } from '../../contract/site.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import type { Decrypting } from '../join/decrypting-account.ts';
import { known, missing, sentences } from './cells.ts';
import { SHOW_CONFIG, showSettings } from './steps.ts';

export interface Decryption {
  /** Every account that may decrypt; empty where that is not known. */
  readonly by: readonly Decrypting[];
  readonly cell: SiteCell;
}

export function decryption(
  by: readonly Decrypting[],
  site: string | undefined,
  facts: FactBase,
): Decryption {
  return { by, cell: cellOf(by, site, facts) };
}

function cellOf(by: readonly Decrypting[], site: string | undefined, facts: FactBase): SiteCell {
  if (by.length === 0) return missing(SHOW_CONFIG, whyNobody(site, facts));
  const whys = sentences(...by.map(({ why }) => sentence(why)));
  const caveats = sentences(...by.map(({ caveat }) => caveat));
  const values = [...new Set(by.map((one) => decryptorName(one, facts)))];
  if (by.some(({ as }) => as === 'unknown')) {
    return missing(SHOW_CONFIG, sentences(whys, caveats));
  }
  const [first] = by;
  return known(
    values.join(' or '),
    by.flatMap(({ evidence }) => evidence),
    {
      note: sentences(
        whys,
        values.length > 1
          ? 'It differs by application; the case does not tell which one is meant.'
          : undefined,
        caveats,
      ),
      fill: caveats === undefined ? undefined : showSettings(first?.location ?? site),
    },
  );
}

/** `the computer account WEB01$`, `CONTOSO\svc-portal`, `no account`. */
export function decryptorName({ as, account }: Decrypting, facts: FactBase): string {
  if (as === 'none') return 'no account';
  if (as === 'account') return account?.written ?? 'an account';
  const name = serverName(facts);
  return name === undefined ? 'the computer account' : `the computer account ${name}$`;
}

/** The NetBIOS name that the one server of the case gives in its NTLM challenge. */
export function serverName(facts: FactBase): string | undefined {
  const names = facts.tokens.flatMap(({ ntlm }) =>
    ntlm?.type === 2 ? (ntlm.targetInfo?.MsvAvNbComputerName ?? []) : [],
  );
  const [only, second] = [...new Set(names.map((name) => name.toUpperCase()))];
  return second === undefined ? only : undefined;
}

function whyNobody(site: string | undefined, facts: FactBase): string | undefined {
  if (!facts.has('windowsAuthentication')) return undefined;
  return site === undefined && facts.has('binding')
    ? 'The bindings in the case are of other names.'
    : 'Windows authentication is on nowhere that the case shows.';
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
