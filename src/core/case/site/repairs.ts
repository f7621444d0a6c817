/**
 * Commands that repair what a row proves to be wrong, each with the one that undoes it. An SPN is
 * moved to the account that decrypts, or the account that holds it is made to decrypt. HOST/ is
 * never taken away: every service of the computer needs it.
 */
import type { Repair } from '../../contract/site.ts';
import { run, type Step } from '../../contract/step.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import { logonName, spelled, type Account, type Spn } from '../../facts/names.ts';
import { command, type Name } from '../../text/escape/command.ts';
import { canDecrypt } from '../join/can-decrypt.ts';
import { decryptingAccounts, type Decrypting } from '../join/decrypting-account.ts';
import { accountOfOwner, holdersOf } from '../join/spn-holders.ts';
import { decryptorName, serverName } from './decrypts-cell.ts';
import { nameOfOwner } from './owner-cell.ts';
import { PURGE, register, remove } from './steps.ts';
import type { ToRepair } from './to-repair.ts';
import { letComputerDecrypt, letPoolDecrypt } from './who-decrypts-repairs.ts';

export function repairsOf(row: ToRepair, facts: FactBase): Repair[] {
  return [...ownerRepairs(row, facts), ...protectionRepairs(row)];
}

function ownerRepairs(row: ToRepair, facts: FactBase): Repair[] {
  const { problem } = row.fit;
  const by = onlyOne(row.by, facts);
  if (problem === undefined || !by) return [];
  const move = isShared(row, by, facts) ? [] : moves(row, by, facts);
  const let1 = [...letPoolDecrypt(row, by, facts), ...letComputerDecrypt(row, by)];
  // The name of the server itself belongs to its computer account.
  return problem === 'stand-in' || isServerName(row.spn, facts)
    ? [...let1, ...move]
    : [...move, ...let1];
}

/** The one account that decrypts, if there is one. */
function onlyOne(all: readonly Decrypting[], facts: FactBase): Decrypting | undefined {
  const names = new Set(all.map((one) => decryptorName(one, facts)));
  return names.size === 1 ? all[0] : undefined;
}

/** True where another site answers to the same name and decrypts with another account. */
export function isShared({ spn }: Pick<ToRepair, 'spn'>, by: Decrypting, facts: FactBase): boolean {
  const own = decryptorName(by, facts);
  return decryptingAccounts(spn.host, facts).some((one) => decryptorName(one, facts) !== own);
}

const isServerName = ({ host }: Spn, facts: FactBase): boolean =>
  holdersOf({ service: 'HOST', host }, facts).some(({ isComputer }) => isComputer !== false);

function moves(row: ToRepair, by: Decrypting, facts: FactBase): Repair[] {
  const { spn, owners, fit } = row;
  const answers = owners.map((owner) => canDecrypt(owner, by, facts));
  const isSure = (index: number) => answers[index]?.caveat === undefined;
  const right = owners.filter((_, index) => answers[index]?.can === 'yes' && isSure(index));
  // Of several accounts that hold it, all but the one that decrypts are wrong.
  const wrong = owners.filter((owner, index) =>
    right.length > 0 ? !right.includes(owner) : answers[index]?.can === 'no' && isSure(index),
  );
  // Which of the holders is the right one has to be proven as well.
  if (wrong.length + right.length < owners.length || right.length > 1) return [];
  const target = targetOf(by, facts);
  const removals = wrong.map((owner) => {
    const name = commandName(owner);
    return { run: remove(spn, name), undo: register(spn, name) };
  });
  const added = right.length > 0 ? [] : [{ run: register(spn, target), undo: remove(spn, target) }];
  const whose = decryptorName(by, facts);
  const from = wrong.map(nameOfOwner).join(' and ');
  const name = spelled(spn);
  const verb =
    wrong.length === 0 ? `Register ${name} on ${whose}.` : `Move ${name} from ${from} to ${whose}.`;
  return [
    {
      says: right.length > 0 ? `Take ${name} away from ${from}.` : verb,
      when: whenToMove(row, by, facts),
      commands: [...removals, ...added],
      then: [PURGE],
      evidence: fit.at,
    },
  ];
}

function whenToMove({ spn, fit }: ToRepair, by: Decrypting, facts: FactBase): string {
  if (fit.problem === 'duplicate') {
    return 'Make sure that nothing else uses the SPN where it is taken away. A duplicate cannot be registered again while another account holds it.';
  }
  if (fit.problem === 'stand-in' || isServerName(spn, facts)) {
    return 'Only if no other HTTP service of this server uses its name: remote PowerShell and other sites ask for the same SPN, and would fail.';
  }
  const nothing =
    fit.problem === 'other-owner' ? 'Make sure that nothing else uses the SPN where it is. ' : '';
  return by.as === 'computer'
    ? `${nothing}Right for a site on one server; a farm needs one account for all its servers.`
    : `${nothing}Right for a farm, and wherever the account of the pool is meant to decrypt.`;
}

/** The account that decrypts, as setspn takes it: a computer goes by its name. */
function targetOf(by: Decrypting, facts: FactBase): Name {
  return by.as === 'computer'
    ? [serverName(facts), 'WEB SERVER']
    : [withoutDollar(by.account), 'ACCOUNT THAT DECRYPTS'];
}

function commandName(owner: ToRepair['owners'][number]): Name {
  const account = accountOfOwner(owner);
  const isNamed = owner.isComputer === true && account.form === 'cn';
  return [isNamed ? account.name : withoutDollar(account), 'PRESENT OWNER'];
}

const withoutDollar = (account: Account | undefined): string | undefined =>
  account && logonName(account)?.replace(/\$$/, '');

function protectionRepairs({ spn, protection, site }: ToRepair): Repair[] {
  const { refused } = protection;
  // What to go back to is known only where no flag is set.
  if (!refused || (refused.settings.flags ?? []).length > 0) return [];
  const location: Name = [refused.settings.location ?? site, 'SITE'];
  const name: Name = [spelled(spn), 'SPN'];
  const isListed = refused.settings.spns?.some(
    (one) => one.toLowerCase() === spelled(spn).toLowerCase(),
  );
  return [
    {
      says: `Let Extended Protection check the name ${spelled(spn)} instead of the TLS connection.`,
      when: 'Only if a device that you trust ends TLS before IIS. It is safer to let TLS through to IIS, or to use the same certificate on both.',
      commands: [
        { run: setFlags(location, 'Proxy'), undo: setFlags(location, 'None') },
        ...(isListed
          ? []
          : [{ run: changeSpns(location, name, '+'), undo: changeSpns(location, name, '-') }]),
      ],
      then: [],
      evidence: [refused.at, refused.settings.at],
    },
  ];
}

function setFlags(location: Name, flags: 'Proxy' | 'None'): Step {
  return run(
    'server',
    command`%windir%\\system32\\inetsrv\\appcmd.exe set config "${location}" -section:system.webServer/security/authentication/windowsAuthentication /extendedProtection.flags:${[flags, 'FLAGS']} /commit:apphost`,
  );
}

function changeSpns(location: Name, spn: Name, sign: '+' | '-'): Step {
  const [site, name] = [location, spn];
  return run(
    'server',
    sign === '+'
      ? command`%windir%\\system32\\inetsrv\\appcmd.exe set config "${site}" -section:system.webServer/security/authentication/windowsAuthentication /+"extendedProtection.[name='${name}']" /commit:apphost`
      : command`%windir%\\system32\\inetsrv\\appcmd.exe set config "${site}" -section:system.webServer/security/authentication/windowsAuthentication /-"extendedProtection.[name='${name}']" /commit:apphost`,
  );
}
