/** What the rules on error pages have in common. */
import { codeText, meaningOfRefusal, statusText } from '../../../codes/iis-refusal.ts';
import { win32OfHresult } from '../../../codes/number.ts';
import { run, say, type Step } from '../../../contract/step.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { isAddress, withoutPort, type Host } from '../../../facts/names.ts';
import type { Span } from '../../../facts/span.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, type Part } from '../../../text/told.ts';

export type Page = FactOf<'errorPage'>;

/** Findings that one rule makes at most. */
export const SHOWN = 3;

/** STATUS_LOGON_FAILURE, SEC_E_LOGON_DENIED, ERROR_LOGON_FAILURE. */
const LOGON_FAILED = new Set([0xc000_006d, 0x8009_030c, 1326]);

/** True for a logon that Windows refused without saying which part of it was wrong. */
export function isLogonFailure({ status = 401, substatus = 1, code }: Page): boolean {
  return (
    status === 401 &&
    substatus === 1 &&
    code !== undefined &&
    LOGON_FAILED.has(win32OfHresult(code) ?? code)
  );
}

/** The host of the URL that the page names. */
export function hostOfPage({ url }: Page): Host | undefined {
  const host = /^https?:\/\/([^/?#]{1,255})/i.exec(url ?? '')?.[1];
  return host === undefined ? undefined : withoutPort(host);
}

/** True for a name that is always the computer on which the browser runs. */
export function isLocalHost(host: Host | undefined): boolean {
  return host !== undefined && /^(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(host);
}

/** True for a page with details, which IIS shows on the server itself by default. */
export function isDetailed({ module }: Page): boolean {
  return module !== undefined;
}

/** `IIS answered 401.1: WindowsAuthenticationModule, in AuthenticateRequest, with 0xC000006D (...)`. */
export function whatHappened(page: Page): Part[] {
  const { at, module, notification, code, codeAt } = page;
  const status = statusText(page);
  const reason = codeText(code);
  const parts: Part[] =
    status === undefined ? ['IIS refused the request'] : ['IIS answered ', stated(status, at)];
  if (module !== undefined) {
    parts.push(`: set by ${module}`, notification === undefined ? '' : ` in ${notification}`);
    if (reason !== undefined && codeAt) parts.push(' with ', stated(reason, codeAt));
  }
  return [...parts, '.'];
}

/** What the answer means; a page without a status is one of a refused logon. */
export function meaningOf({ status, substatus, code, module }: Page) {
  return meaningOfRefusal({
    ...(status !== undefined && { status }),
    ...(substatus !== undefined && { substatus }),
    ...(code !== undefined && { code }),
    ...(module !== undefined && { module }),
  });
}

/** The page, and where its code is. */
export function evidenceOf({ at, codeAt, urlAt }: Page): Span[] {
  return [at, ...(codeAt ? [codeAt] : []), ...(urlAt ? [urlAt] : [])];
}

/** How to go on from a page of this substatus. */
export function stepsFor(page: Page): Step[] {
  const { substatus, physicalPath } = page;
  const host = hostOfPage(page);
  const site = host === undefined || isAddress(host) || isLocalHost(host) ? undefined : host;
  if (substatus === 2) {
    return [
      run(
        'server',
        command`%windir%\\system32\\inetsrv\\appcmd.exe list config ${[undefined, 'SITE']} -section:windowsAuthentication`,
      ),
      run('client', command`curl.exe -v -o NUL http://${[site, 'HOST']}/`),
      say('The lines WWW-Authenticate in the answer are the methods that IIS accepts.'),
    ];
  }
  if (substatus === 3) return [run('server', command`icacls ${[physicalPath, 'FOLDER']}`)];
  if (substatus === 1 || page.status === undefined) {
    return [
      run(
        'server',
        command`Get-WinEvent -MaxEvents 5 -FilterHashtable @{LogName='Security'; Id=4625} | Format-List TimeCreated, Message`,
      ),
      say('The event at the time of the request has the reason in Sub Status.'),
    ];
  }
  return [
    say('Failed Request Tracing names the module that set the status, and the events before it.'),
  ];
}
