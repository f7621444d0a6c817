/** What the repairs of a row depend on. */
import type { Spn } from '../../facts/names.ts';
import type { Decrypting } from '../join/decrypting-account.ts';
import type { SpnOwner } from './holding.ts';
import type { OwnerFit } from './owner-fit.ts';
import type { Protection } from './protection.ts';

export interface ToRepair {
  readonly spn: Spn;
  readonly owners: readonly SpnOwner[];
  readonly by: readonly Decrypting[];
  readonly fit: OwnerFit;
  readonly protection: Protection;
  readonly site: string | undefined;
}
