/**
 * Whether Edge or Chrome may log on to the host without asking the user:
 *
 *     AUTH_HANDLER_CREATE_RESULT  {"scheme":"ntlm","origin":"http://portal","allows_default_credentials":false}
 *
 * Certain for this browser and this host. It says nothing of what a user typed.
 * Source: Chromium, net/http/http_auth_handler_factory.cc.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import type { FactBase } from '../../../facts/fact-base.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';

const WINDOWS = new Set(['negotiate', 'ntlm']);

const windowsSchemes = (facts: FactBase): FactOf<'browserScheme'>[] =>
  facts
    .all('browserScheme')
    .filter(({ scheme, isProxy, host }) => WINDOWS.has(scheme) && !isProxy && host !== undefined);

export const mayNotAnswer: Rule = {
  id: 'netlog.may-not-answer',
  says: 'The browser may not send the credentials of the logon session to the host.',
  needs: ['browserScheme'],
  settles: [
    {
      check: 'browser-answers',
      state: 'failed',
      says: "The browser's own log says that it may not log on to the host by itself.",
    },
  ],
  judge: (facts) => {
    const found = windowsSchemes(facts).find((one) => one.allowsDefaultCredentials === false);
    if (!found) return [];
    const { host = '', scheme, at } = found;
    const refused = windowsSchemes(facts).find(({ error }) => error !== undefined);
    const more = refused ? ` It cannot use ${refused.scheme} here: ${refused.error ?? ''}.` : '';
    return [
      {
        severity: 'warning',
        ...told`The browser may not log on to ${stated(host, at)} by itself (${scheme}).${more}`,
        article: 'zones-and-allowlists',
        evidence: [at, ...(refused ? [refused.at] : [])],
        caveat:
          'The usual reasons: the host is neither on the allow list nor in the Local intranet zone, or the window is private. A user name and password that are typed are sent all the same.',
        next: [
          say('Open edge://policy or chrome://policy and paste AuthServerAllowlist here.'),
          run(
            'client',
            command`reg query HKLM\\SOFTWARE\\Policies\\Microsoft\\Edge /v AuthServerAllowlist`,
          ),
        ],
      },
    ];
  },
};

export const mayAnswer: Rule = {
  id: 'netlog.may-answer',
  says: 'The browser may send the credentials of the logon session to the host.',
  needs: ['browserScheme'],
  settles: [
    {
      check: 'browser-answers',
      state: 'passed',
      says: "The browser's own log says that it may log on to the host by itself.",
    },
  ],
  judge: (facts) => {
    const all = windowsSchemes(facts);
    const found = all.find((one) => one.allowsDefaultCredentials === true);
    if (!found || all.some((one) => one.allowsDefaultCredentials === false)) return [];
    const { host = '', scheme, at } = found;
    const diagnosis: Diagnosis = {
      severity: 'ok',
      ...told`The browser may log on to ${stated(host, at)} by itself (${scheme}).`,
      article: 'zones-and-allowlists',
      evidence: [at],
    };
    return [diagnosis];
  },
};
