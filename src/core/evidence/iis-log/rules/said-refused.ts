/** What is said about attempts that Windows refused: 401.1 with a code that gives the reason. */
import { counted } from '../../../text/counted.ts';
import type { Wordings } from './wording.ts';
import { account, asWhom, byWhom, codeOf, failedLogons, urlOf, was, where } from './words.ts';

const SUB_STATUS =
  'Read Sub Status there: 0xC000006A wrong password, 0xC0000064 unknown user, 0xC0000234 locked, 0xC0000072 disabled.';

export const SAID_REFUSED: Wordings = {
  /**
   *     /app/ - 401 2 5
   *     /app/ - 401 1 2148074254
   *     /app/ - 401 1 2148074252
   *
   * or `CONTOSO\anna 401 1 1326` with Basic. 2148074252 also stands for a loopback check.
   */
  refused: {
    id: 'log.refused',
    severity: 'error',
    title: ({ sequence }) =>
      `${counted(sequence.count, 'logon')}${byWhom(sequence)}${where(sequence)}${asWhom(sequence)} ${was(sequence)} refused: ${codeOf(sequence)}, a wrong name or password.`,
    caveat: '2148074252 is also written when a server calls itself by an alias (loopback check).',
    next: ({ sequence }) => [failedLogons(sequence), SUB_STATUS],
  },

  /** The last row of the above three times and more: browsers ask three times. */
  'prompt-loop': {
    id: 'log.prompt-loop',
    severity: 'error',
    title: ({ sequence }) =>
      `${counted(sequence.count, 'client attempt')}${byWhom(sequence)}${where(sequence)}${asWhom(sequence)} ${was(sequence)} refused again and again: ${codeOf(sequence)}. The browser keeps asking for a password.`,
    caveat: 'A service that retries with an old password looks the same.',
    next: ({ sequence }) => [
      failedLogons(sequence),
      SUB_STATUS,
      'If the password is right, check the SPN of the site (setspn -Q HTTP/<name>) and the loopback check.',
    ],
  },

  /** `CONTOSO\anna 401 1 1331`. Certain: the code names the state of the account. */
  'account-state 401-1-bad-credentials': {
    id: 'log.account-state',
    severity: 'error',
    title: ({ sequence }) =>
      `${counted(sequence.count, 'logon')}${byWhom(sequence)}${where(sequence)}${asWhom(sequence)} ${was(sequence)} refused because of the state of the account: ${codeOf(sequence)}.`,
    next: ({ sequence }) => [
      `Get-ADUser ${account(sequence)} -Properties Enabled, PasswordExpired, PasswordLastSet, AccountExpirationDate, LogonWorkstations, LogonHours`,
    ],
  },

  /** `CONTOSO\anna 401 1 1909`. Certain that it is locked, not who locked it. */
  'account-state account-lockout-from-iis': {
    id: 'log.account-state',
    severity: 'error',
    title: ({ sequence }) =>
      `${counted(sequence.count, 'logon')}${byWhom(sequence)}${where(sequence)}${asWhom(sequence)} ${was(sequence)} refused as the account is locked out: ${codeOf(sequence)}.`,
    caveat: 'The log shows who met the lock, not who caused it.',
    next: ({ sequence }) => [
      `Get-ADUser ${account(sequence)} -Properties LockedOut, AccountLockoutTime, BadLogonCount`,
      `Get-WinEvent -ComputerName <PDC emulator> -FilterHashtable @{LogName='Security'; Id=4740}`,
    ],
  },

  /** `CONTOSO\anna 401 1 1385`. Certain: the account may not log on in this way. */
  'logon-right': {
    id: 'log.logon-right',
    severity: 'error',
    title: ({ sequence }) =>
      `${counted(sequence.count, 'logon')}${byWhom(sequence)}${where(sequence)}${asWhom(sequence)} ${was(sequence)} refused for want of a logon right: ${codeOf(sequence)}.`,
    next: () => [
      'secedit /export /areas USER_RIGHTS /cfg rights.inf',
      'Look at SeNetworkLogonRight and SeDenyNetworkLogonRight (Windows authentication), SeInteractiveLogonRight or SeBatchLogonRight (Basic, by its logonMethod).',
    ],
  },

  /** `401 1 1935`. Certain: the trust lets in only users who may authenticate to this server. */
  'logon-right cross-forest': {
    id: 'log.authentication-firewall',
    severity: 'error',
    title: ({ sequence }) =>
      `${counted(sequence.count, 'logon')}${byWhom(sequence)}${where(sequence)}${asWhom(sequence)} ${was(sequence)} refused by selective authentication: ${codeOf(sequence)}. The trust does not let this user in at this server.`,
    next: () => [
      'Get-ADTrust -Filter * | Select-Object Name, Direction, ForestTransitive, SelectiveAuthentication',
      'Give a group of those users "Allowed to authenticate" on the computer account of this server, and on the account that owns the SPN.',
    ],
  },

  /** `401 1 2148074310`. Certain by definition; which side is at fault is not in the log. */
  'channel-binding': {
    id: 'log.channel-binding',
    severity: 'error',
    title: ({ sequence }) =>
      `${counted(sequence.count, 'logon')}${byWhom(sequence)}${where(sequence)} ${was(sequence)} refused by Extended Protection: ${codeOf(sequence)}, the channel binding does not match.`,
    caveat:
      'The log does not tell whether the client sent none, or TLS ends at a proxy in between.',
    next: () => [
      '%windir%\\system32\\inetsrv\\appcmd.exe list config "<site>" -section:system.webServer/security/authentication/windowsAuthentication',
      'Look at extendedProtection tokenChecking, and whether a proxy or load balancer ends TLS before this server.',
    ],
  },

  /** `401 1 2148074248` now and then, other requests of the same client going through. */
  'broken-handshake ntlm-split-by-load-balancer': {
    id: 'log.broken-handshake',
    severity: 'error',
    title: ({ sequence }) =>
      `${counted(sequence.count, 'handshake')}${byWhom(sequence)}${where(sequence)} broke: ${codeOf(sequence)}. The legs of one handshake reached different servers or connections, or the token was damaged.`,
    caveat: 'A header that was cut or rewritten on the way gives the same code.',
    next: () => [
      'Check that the load balancer keeps a client on one server and one connection for the whole handshake.',
      'Call one server directly, past the load balancer; if that works, the legs are split.',
    ],
  },

  /** `401 1 2148074245` after `401 2 5`: a Kerberos logon that found no package on the server. */
  'broken-handshake 401-1-secpkg-not-found': {
    id: 'log.secpkg-not-found',
    severity: 'error',
    title: ({ sequence }) =>
      `${counted(sequence.count, 'logon')}${byWhom(sequence)}${where(sequence)} failed: ${codeOf(sequence)}, as the server has no security package for the token that came.`,
    caveat:
      'The log does not hold the token; the Authorization header of the request names its mechanism.',
    next: (about) => [
      'Paste the Authorization header of the refused request: its first mechanism is the one the server lacks.',
      `curl.exe -v --ntlm -u : ${urlOf(about)}`,
    ],
  },

  /** `401 1 2148074276`. Certain by definition. */
  'broken-handshake clock-skew': {
    id: 'log.clock-skew',
    severity: 'error',
    title: ({ sequence }) =>
      `${counted(sequence.count, 'logon')}${byWhom(sequence)}${where(sequence)} ${was(sequence)} refused because the clocks differ: ${codeOf(sequence)}.`,
    next: () => [
      'w32tm /stripchart /computer:<domain controller> /samples:3 /dataonly',
      'Run it on the client and on the server.',
    ],
  },

  /** `401 1 2148074274`. The ticket was made for another account than the one that reads it. */
  'broken-handshake krb-ap-err-modified': {
    id: 'log.kerberos-modified',
    severity: 'error',
    title: ({ sequence }) =>
      `${counted(sequence.count, 'Kerberos logon')}${byWhom(sequence)}${where(sequence)} ${was(sequence)} refused: ${codeOf(sequence)}. The ticket is for another account than the one that tried to read it.`,
    caveat:
      'A password of the service account that has not reached every server gives the same code.',
    next: () => [
      'setspn -Q HTTP/<name in the address bar>',
      'Compare the account it prints with the identity that reads tickets: the computer with kernel-mode authentication, else the application pool.',
    ],
  },

  /** `401 1 1311`. Certain that this server found no domain controller at that moment. */
  'unclassified dc-reachability': {
    id: 'log.no-domain-controller',
    severity: 'error',
    title: ({ sequence }) =>
      `${counted(sequence.count, 'logon')}${byWhom(sequence)}${where(sequence)} could not be checked: ${codeOf(sequence)}. The web server reached no domain controller, or its trust is broken.`,
    next: () => ['nltest /sc_verify:<domain>', 'nltest /dsgetdc:<domain> /force'],
  },

  /** `401 1 87` and every other code that is no known reason. */
  'unclassified 401-1-logon-failed': {
    id: 'log.unclassified',
    severity: 'warning',
    title: ({ sequence }) =>
      `${counted(sequence.count, 'logon')}${byWhom(sequence)}${where(sequence)}${asWhom(sequence)} failed: ${codeOf(sequence)}, which does not say why.`,
    next: ({ sequence }) => [failedLogons(sequence), SUB_STATUS],
  },
};
