/** What shows that a password, a secure channel or a second hop is not what was refused. */
import type { FactBase } from '../../facts/fact-base.ts';
import type { Span } from '../../facts/span.ts';
import { codeOf } from '../../evidence/event/rules/logon-statuses.ts';
import { isLoopbackLogon } from '../../evidence/event/rules/loopback-logon.ts';
import { refusedPasswords } from './refused-passwords.ts';

/** STATUS_WRONG_PASSWORD */
const WRONG_PASSWORD = 0xc000006a;
/** With STATUS_NO_SUCH_USER, and STATUS_LOGON_FAILURE and its forms, which keep the reason back. */
const ABOUT_PASSWORDS = new Set([WRONG_PASSWORD, 0xc0000064, 0xc000006d, 0x8009030c, 1326]);

/**
 * Logons that were refused for another reason, and passwords that were right: both know the password. Empty
 * where anything speaks of a wrong one.
 */
export function disprovedPassword(facts: FactBase): Span[] {
  const loopback = loopbackPlaces(facts);
  if (loopback.length > 0) return loopback;
  if (refusedPasswords(facts).length > 0) return [];
  const checked = facts.all('ntlmValidation');
  if (checked.some(({ status }) => status !== 0)) return [];
  const other = facts.all('logonFailed').filter((one) => {
    const code = codeOf(one);
    return code !== undefined && !ABOUT_PASSWORDS.has(code);
  });
  const signedIn = facts.all('logon').filter(({ logonType }) => logonType === 3);
  return [...checked, ...other, ...signedIn].map(({ at }) => at);
}

/** The loopback check refuses before a password counts; a password that was wrong too has a status of its own. */
function loopbackPlaces(facts: FactBase): Span[] {
  const failed = facts.all('logonFailed');
  if (failed.some((one) => codeOf(one) === WRONG_PASSWORD)) return [];
  return [...failed.filter(isLoopbackLogon), ...facts.all('loopbackRefused')].map(({ at }) => at);
}

/** An NTLM logon of a domain user takes the secure channel of the server (MS-APDS 3.1.5.2). */
export function domainChecksLogons(facts: FactBase): Span[] {
  if (facts.has('secureChannel')) return [];
  return facts
    .all('logon')
    .filter(
      ({ logonType, lmPackage, account }) =>
        logonType === 3 && /^NTLM/i.test(lmPackage ?? '') && account?.domain !== undefined,
    )
    .filter(({ account, computer }) => account?.domain !== computer?.split('.')[0])
    .map(({ at }) => at);
}

/** STATUS_BAD_BINDINGS, SEC_E_BAD_BINDINGS. */
export const BAD_BINDINGS: ReadonlySet<number> = new Set([0xc000035b, 0x80090346]);

export function showsBadBinding(facts: FactBase): boolean {
  return (
    facts.all('logonFailed').some((one) => BAD_BINDINGS.has(codeOf(one) ?? 0)) ||
    (facts.log?.entries ?? []).some(({ win32 }) => BAD_BINDINGS.has(win32 ?? 0))
  );
}

/** 401.1 and 401.2 come from IIS itself, before a site could go on to another server. */
export function refusedByIis({ log }: FactBase): Span[] {
  return (log?.sequences ?? [])
    .filter(({ outcome }) => REFUSALS.has(outcome))
    .flatMap(({ example }) => example.flatMap((index) => log?.entries[index]?.at ?? []));
}

const REFUSALS: ReadonlySet<string> = new Set([
  'refused',
  'prompt-loop',
  'account-state',
  'logon-right',
  'channel-binding',
  'broken-handshake',
  'never-answered',
]);
