/**
 * The browser ran on the web server itself:
 *
 *     Requested URL    http://localhost:80/            always the same computer
 *     Error Code       0xc000006d                      with details, which remote users do not see by default
 *
 * Windows takes NTLM, not Kerberos, where client and server are one computer, and the loopback check of
 * the LSA refuses a logon under a name that is not the computer's own. Its code is that of a wrong
 * password. `localhost` is the computer's own name, so there the check is not the reason. Can be wrong
 * where errorMode is Detailed, which shows details to everybody.
 * Source: KB 896861; httpErrors in the IIS configuration reference.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { codeText } from '../../../codes/iis-refusal.ts';
import { stated, told } from '../../../text/told.ts';
import {
  evidenceOf,
  hostOfPage,
  isDetailed,
  isLocalHost,
  isLogonFailure,
  type Page,
} from './wording.ts';

const LIKELY = 'error-page.loopback';

export const onTheServer: Rule = {
  id: 'error-page.on-the-server',
  says: 'The page was opened in a browser on the web server itself.',
  needs: ['errorPage'],
  settles: [
    {
      check: 'two-machines',
      state: 'failed',
      says: 'The page was opened on the web server itself, under the name localhost.',
    },
    {
      check: 'two-machines',
      state: 'known',
      finding: LIKELY,
      says: 'The page has details, which IIS shows only on the server itself by default.',
    },
  ],
  judge: (facts) => {
    const pages = facts.all('errorPage');
    const local = pages.find((page) => isLocalHost(hostOfPage(page)));
    if (local) return [onLocalHost(local)];
    const failed = pages.find((page) => isDetailed(page) && isLogonFailure(page));
    return failed ? [underAnotherName(failed)] : [];
  },
};

function onLocalHost(page: Page): Diagnosis {
  const place = stated('localhost', page.urlAt ?? page.at);
  const isRefused = isLogonFailure(page);
  return {
    severity: isRefused ? 'error' : 'info',
    ...(isRefused
      ? told`The browser ran on the web server itself (${place}), where Windows takes NTLM and not Kerberos, and the logon was refused with ${codeText(page.code) ?? ''}.`
      : told`The browser ran on the web server itself (${place}), where Windows takes NTLM and not Kerberos: clients can get another answer.`),
    article: 'loopback-check',
    evidence: evidenceOf(page),
    caveat:
      'The loopback check spares localhost and the names of the computer; behind these, a wrong name or password has the same code.',
    next: [say('Open the site from another computer, with the same user.')],
  };
}

function underAnotherName(page: Page): Diagnosis {
  const host = hostOfPage(page);
  const name = host === undefined ? 'the site' : stated(host, page.urlAt ?? page.at);
  return {
    id: LIKELY,
    severity: 'error',
    ...told`The logon to ${name} was refused with ${stated(codeText(page.code) ?? '', page.codeAt ?? page.at)}, and the page has details, which IIS shows on the server itself by default: there, the loopback check refuses every name that is not the computer's own.`,
    article: 'loopback-check',
    evidence: evidenceOf(page),
    caveat:
      'A wrong name or password has the same code, and errorMode="Detailed" shows the details to everybody.',
    next: [
      say(
        'Open the site from another computer, with the same user. If it works there, it is the loopback check.',
      ),
      run(
        'server',
        command`reg query HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\MSV1_0 /v BackConnectionHostNames`,
      ),
    ],
  };
}
