/** Repairs that change which account decrypts, so that the SPN can stay where it is. */
import type { Repair } from '../../contract/site.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import { spelled } from '../../facts/names.ts';
import { canDecrypt } from '../join/can-decrypt.ts';
import type { Decrypting } from '../join/decrypting-account.ts';
import { poolsAt } from '../join/site-settings.ts';
import type { SpnOwner } from './holding.ts';
import { nameOfOwner } from './owner-cell.ts';
import type { ToRepair } from './to-repair.ts';
import { PURGE, setWindows } from './steps.ts';

/** Kernel mode lets the computer decrypt, and the account of the pool holds the SPN. */
export function letPoolDecrypt(row: ToRepair, by: Decrypting, facts: FactBase): Repair[] {
  const [owner, second] = row.owners;
  if (row.fit.problem !== 'other-owner' || !owner || second || !by.isKernel) return [];
  if (owner.isComputer === true || !runsAs(owner, by, row.site, facts)) return [];
  const location = by.location ?? row.site;
  return [
    {
      says: `Let the account of the pool, ${nameOfOwner(owner)}, decrypt.`,
      when: 'Right for a farm, where every server has to decrypt with the same account. The computer account then decrypts no longer: every name of the site needs its SPN on the account of the pool.',
      commands: [
        {
          run: setWindows(location, 'useAppPoolCredentials', true),
          undo: setWindows(location, 'useAppPoolCredentials', false),
        },
      ],
      then: [PURGE],
      evidence: row.fit.at,
    },
  ];
}

/** Whether every pool of the site runs as the account that holds the SPN. */
function runsAs(
  owner: SpnOwner,
  { settings }: Decrypting,
  site: string | undefined,
  facts: FactBase,
): boolean {
  const pools = poolsAt(
    settings.location,
    site === undefined ? undefined : new Set([site.toLowerCase()]),
    facts,
  );
  const identities = facts
    .all('poolIdentity')
    .filter(({ pool }) => !pools || pools.some((one) => one.toLowerCase() === pool.toLowerCase()));
  return (
    identities.length > 0 &&
    identities.length >= (pools?.length ?? 0) &&
    identities.every(({ account, type }) => {
      if (type !== 'SpecificUser' || !account) return false;
      const as: Decrypting = {
        as: 'account',
        account,
        isKernel: false,
        why: '',
        evidence: [],
        settings,
      };
      const { can, caveat } = canDecrypt(owner, as, facts);
      return can === 'yes' && caveat === undefined;
    })
  );
}

/** The account of a pool decrypts, and a computer holds the SPN, or HOST/ in its place. */
export function letComputerDecrypt(row: ToRepair, by: Decrypting): Repair[] {
  const [owner, second] = row.owners;
  const isHeld = row.fit.problem === 'other-owner' && owner?.isComputer === true && !second;
  if (by.as !== 'account' || (!isHeld && row.fit.problem !== 'stand-in')) return [];
  const { kernelMode, useAppPoolCredentials } = by.settings;
  const location = by.location ?? row.site;
  const change = (name: 'useKernelMode' | 'useAppPoolCredentials', isOn: boolean) => ({
    run: setWindows(location, name, isOn),
    undo: setWindows(location, name, !isOn),
  });
  return [
    {
      says: `Let the computer account decrypt, which holds ${isHeld ? spelled(row.spn) : `HOST/${row.spn.host}`}.`,
      when: 'Right if that computer is the web server, and the only one. Other names of the site then need their SPN on the computer account, too.',
      commands: [
        ...(kernelMode ? [] : [change('useKernelMode', true)]),
        ...(useAppPoolCredentials ? [change('useAppPoolCredentials', false)] : []),
      ],
      then: [PURGE],
      evidence: row.fit.at,
    },
  ];
}
