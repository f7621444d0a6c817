/**
 * What can be drawn of the two ways to an account: the name in the ticket is owned by one, and the
 * site decrypts as one. It never says more than the verdict and the table of the site: what they do
 * not decide is open here, too.
 */
import type { Decoded, Finding } from '../contract/decoded.ts';
import type { SiteRow } from '../contract/site.ts';

export interface OwnerDrawing {
  readonly spn: string;
  /** Name of the site, where it is known. */
  readonly site?: string;
  /** The account that owns the name, and the one that decrypts; absent where the evidence does not show it. */
  readonly owner?: string;
  readonly decrypts?: string;
  readonly ends: 'same' | 'different' | 'open';
}

/** Verdicts that answer whether the two are one account. */
const ANSWERS: Readonly<Record<string, OwnerDrawing['ends']>> = {
  'case.other-account-decrypts': 'different',
  'case.owner-decrypts': 'same',
};

/** The drawing for the SPN of the verdict, else for the first one; undefined while neither account is known. */
export function ownerDrawing({ site = [], findings }: Decoded): OwnerDrawing | undefined {
  const [verdict] = findings;
  const rows = site.flatMap((table) => table.rows.map((row) => ({ row, site: table.site })));
  const known = rows.filter(({ row }) => row.spn.value !== undefined && isStarted(row));
  const told = known.find(({ row }) => isAbout(row, verdict));
  const found = told ?? known[0];
  const spn = found?.row.spn.value;
  if (!found || spn === undefined) return undefined;
  const { row } = found;
  return {
    spn,
    ...(found.site !== undefined && { site: found.site }),
    ...(row.owner.value !== undefined && { owner: row.owner.value }),
    ...(row.decrypts.value !== undefined && { decrypts: row.decrypts.value }),
    ends: endsOf(row, told && verdict),
  };
}

/** What the table writes in place of an account: there is nothing that a way could lead to. */
const NO_ACCOUNT = /^(?:none\b|no account$)/;

function isStarted({ owner, decrypts }: SiteRow): boolean {
  const accounts = [owner.value, decrypts.value].filter((value) => value !== undefined);
  return accounts.length > 0 && !accounts.some((value) => NO_ACCOUNT.test(value));
}

function isAbout({ spn }: SiteRow, verdict: Finding | undefined): boolean {
  return spn.value !== undefined && (verdict?.title.includes(spn.value) ?? false);
}

/** The verdict's own answer; else that of the table, unless the verdict speaks against it. */
function endsOf(
  { owner, decrypts, fit }: SiteRow,
  verdict: Finding | undefined,
): OwnerDrawing['ends'] {
  if (owner.value === undefined || decrypts.value === undefined) return 'open';
  const answer = verdict && ANSWERS[verdict.id];
  if (answer) return answer;
  if (fit.owner === 'fits') return 'same';
  // Two accounts that hold one name do not fit either, though one of them may be the one that decrypts.
  const isOther =
    fit.owner === 'does-not-fit' && !owner.value.includes(', ') && owner.value !== decrypts.value;
  return isOther && verdict?.severity !== 'ok' ? 'different' : 'open';
}
