/** The commands that fill a cell, and those that repair a site. */
import { run, type Step } from '../../contract/step.ts';
import {
  bareName,
  logonName,
  spelled,
  type Account,
  type Host,
  type Spn,
} from '../../facts/names.ts';
import { command, type Name } from '../../text/escape/command.ts';

/** Sites, bindings, pools and settings together. */
export const SHOW_CONFIG: Step = run(
  'server',
  command`type %windir%\\system32\\inetsrv\\config\\applicationHost.config`,
);

/** The certificates of HTTP.sys, to be compared with the one that a client is shown. */
export const SHOW_CERTIFICATES: Step = run('server', command`netsh http show sslcert`);

export const PURGE: Step = run('client', command`klist purge`);

/** What is in effect at one location. */
export function showSettings(location?: string): Step {
  return run(
    'server',
    command`%windir%\\system32\\inetsrv\\appcmd.exe list config "${[location, 'SITE']}" -section:system.webServer/security/authentication/windowsAuthentication`,
  );
}

/** Changes one attribute of windowsAuthentication at one location. */
export function setWindows(
  location: string | undefined,
  name: 'useKernelMode' | 'useAppPoolCredentials',
  isOn: boolean,
): Step {
  return run(
    'server',
    command`%windir%\\system32\\inetsrv\\appcmd.exe set config "${[location, 'SITE']}" -section:system.webServer/security/authentication/windowsAuthentication /${[name, 'ATTRIBUTE']}:${[String(isOn), 'VALUE']} /commit:apphost`,
  );
}

export function resolve(host?: Host): Step {
  return run('client', command`Resolve-DnsName ${[host, 'HOST NAME IN THE URL']}`);
}

export function search(spn?: Spn): Step {
  return run('anywhere', command`setspn -F -Q ${spnName(spn)}`);
}

/** All SPNs of one account, by its logon name. */
export function list(account?: Account): Step {
  return run('anywhere', command`setspn -L ${[account && logonName(account), 'ACCOUNT']}`);
}

export function register(spn: Spn, account: Name): Step {
  return run('anywhere', command`setspn -F -S ${spnName(spn)} ${account}`);
}

export function remove(spn: Spn, account: Name): Step {
  return run('anywhere', command`setspn -D ${spnName(spn)} ${account}`);
}

export function getTicket(spn?: Spn): Step {
  return run('client', command`klist get ${spnName(spn)}`);
}

/** The encryption types and the age of the password of an account of any class. */
export function showAccount(account: Account | undefined, placeholder: string): Step {
  // A dollar sign would be a variable of PowerShell; the CN of a computer has none.
  const name = account && bareName(account);
  const isLogon = account !== undefined && account.form !== 'cn' && name === account.name;
  return isLogon
    ? run(
        'anywhere',
        command`Get-ADObject -LDAPFilter '(sAMAccountName=${[name, placeholder]})' -Properties sAMAccountName, pwdLastSet, msDS-SupportedEncryptionTypes`,
      )
    : run(
        'anywhere',
        command`Get-ADObject -LDAPFilter '(cn=${[name, placeholder]})' -Properties sAMAccountName, pwdLastSet, msDS-SupportedEncryptionTypes`,
      );
}

/** Shows the challenge of NTLM, which names the computer that answers. */
export function askForChallenge(host?: Host): Step {
  return run('client', command`curl.exe -sv --ntlm -u : -o NUL http://${[host, 'HOST']}/`);
}

const spnName = (spn?: Spn): Name => [spn && spelled(spn), 'SPN'];
