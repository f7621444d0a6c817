/** One row: a name, its SPN, and everything that is expected and seen of it. */
import type { Fit, SiteRow } from '../../contract/site.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import { decryptingFor, type Decrypting } from '../join/decrypting-account.ts';
import { known } from './cells.ts';
import type { ClientName } from './client-names.ts';
import { decryption } from './decrypts-cell.ts';
import { encryption } from './encryption.ts';
import type { Expected } from './expected-spn.ts';
import { holdingOf } from './holding.ts';
import { ownerCell } from './owner-cell.ts';
import { ownerFit } from './owner-fit.ts';
import { protection } from './protection.ts';
import { isShared } from './repairs.ts';
import type { ToRepair } from './to-repair.ts';

/** The sites that a row is about: by their names in lower case; undefined for all that are known. */
export interface Scope {
  readonly site?: string;
  readonly sites: ReadonlySet<string> | undefined;
}

export interface MadeRow {
  readonly row: SiteRow;
  readonly toRepair?: ToRepair;
}

export function madeRow(
  name: SiteRow['name'],
  expected: Expected,
  { site, sites }: Scope,
  facts: FactBase,
): MadeRow {
  const { spn } = expected;
  const holding = spn && holdingOf(spn, facts);
  const { by, cell } = decryption(decryptingFor(sites, facts), site, facts);
  const fit = ownerFit({ expected, holding, by }, facts);
  const types = encryption(spn, holding, by, fit.fit === 'fits', facts);
  const checks = protection(sites, site, spn, facts);
  const fits = { owner: fit.fit, etypes: types.fit, protection: checks.fit };
  const reasons = [fit.reason, types.reason, checks.reason, spn && sharedBy(spn.host, by, facts)];
  return {
    row: {
      name,
      spn: expected.cell,
      owner: ownerCell(holding, facts),
      decrypts: fit.fill && !cell.fill ? { ...cell, fill: fit.fill } : cell,
      etypes: {
        owner: types.owner,
        ...(types.decrypting && { decrypting: types.decrypting }),
        ticket: types.ticket,
      },
      protection: { expected: checks.expected, actual: checks.actual },
      fit: fits,
      status: statusOf(Object.values(fits)),
      reasons: reasons.flatMap((reason) => reason ?? []),
    },
    ...(spn &&
      holding && {
        toRepair: { spn, owners: holding.owners, by, fit, protection: checks, site },
      }),
  };
}

export function nameCell({ host, at, seen }: ClientName): SiteRow['name'] {
  return known(host, [at], { note: seen });
}

function statusOf(fits: readonly Fit[]): Fit {
  if (fits.includes('does-not-fit')) return 'does-not-fit';
  return fits.every((fit) => fit === 'fits') ? 'fits' : 'not-known';
}

/** Two sites on one name share one SPN, which one account holds. */
function sharedBy(host: string, by: readonly Decrypting[], facts: FactBase): string | undefined {
  const isOther = by.some((one) => isShared({ spn: { service: 'HTTP', host } }, one, facts));
  return isOther
    ? 'Another site or application answers to this name and decrypts with another account: give each a name of its own.'
    : undefined;
}
