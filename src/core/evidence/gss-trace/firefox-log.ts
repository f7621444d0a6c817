/**
 * The log of Firefox (`MOZ_LOG=negotiateauth:5`):
 *
 *     nsHttpNegotiateAuth::ChallengeReceived URI blocked
 *       service = portal.contoso.com
 *       using REQ_DELEGATE
 *       using negotiate-gss
 *
 * `service =` is written only for a host that Firefox may answer.
 * Source: extensions/auth/nsHttpNegotiateAuth.cpp of Firefox 3 to 145.
 */
import { hostOf } from '../../facts/names.ts';
import { placeOfLine, type Part } from './part.ts';

const SIGN = /nsHttpNegotiateAuth|nsAuthGSSAPI|nsAuthSSPI|using negotiate-(?:gss|sspi)/;
const SERVICE = /(?:^|[\s\]:])service = ([a-z\d][\w.-]{0,254})\s*$/i;
const BLOCKED = /ChallengeReceived (?:URI|proxy auth) blocked/;
const DELEGATES = 'using REQ_DELEGATE';

export const firefoxLog: Part = (trace) => {
  if (!trace.lines.some(({ text }) => SIGN.test(text))) return;
  trace.isTrace = true;
  let delegates = false;
  for (const line of trace.lines) {
    const at = placeOfLine(line);
    if (BLOCKED.test(line.text)) {
      trace.facts.push({ kind: 'browserAnswer', browser: 'firefox', isAllowed: false, at });
    }
    // It stands before the host.
    if (line.text.includes(DELEGATES)) delegates = true;
    const host = SERVICE.exec(line.text)?.[1];
    if (host === undefined) continue;
    trace.facts.push({
      kind: 'browserAnswer',
      browser: 'firefox',
      host: hostOf(host),
      isAllowed: true,
      ...(delegates && { delegates }),
      at,
    });
    delegates = false;
  }
};
