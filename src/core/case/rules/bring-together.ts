/** Steps that make the account that holds an SPN and the one that decrypts the same. */
import type { Step } from '../../contract/step.ts';
import { run, say } from '../../contract/step.ts';
import type { FactOf } from '../../facts/fact.ts';
import { logonName, spelled, type Spn } from '../../facts/names.ts';
import { command } from '../../text/escape/command.ts';
import type { Decrypting } from '../join/decrypting-account.ts';
import { accountOfOwner } from '../join/spn-holders.ts';

/** One of two ways: let the owner decrypt, or move the SPN. */
export function bringTogether(spn: Spn, owner: FactOf<'spnOwner'>, by: Decrypting): Step[] {
  const name = spelled(spn);
  const holder = logonName(accountOfOwner(owner));
  const site = by.location;
  const letPool = run(
    'server',
    command`%windir%\\system32\\inetsrv\\appcmd.exe set config "${[site, 'SITE']}" -section:system.webServer/security/authentication/windowsAuthentication /useAppPoolCredentials:true /commit:apphost`,
  );
  const decrypts = by.as === 'account' ? by.account : undefined;
  return [
    ...(by.isKernel && owner.isComputer !== true
      ? [
          say('If the pool runs as the account that holds the SPN, let that account decrypt:'),
          letPool,
        ]
      : []),
    say(
      'Or move the SPN to the account that decrypts, after making sure that nothing else needs it where it is:',
    ),
    run('anywhere', command`setspn -D ${[name, 'SPN']} ${[holder, 'PRESENT OWNER']}`),
    run(
      'anywhere',
      command`setspn -F -S ${[name, 'SPN']} ${[decrypts && logonName(decrypts), 'ACCOUNT THAT DECRYPTS']}`,
    ),
    run('client', command`klist purge`),
  ];
}
