/**
 * The last message of a logon, and a 401 after it that begins anew: refused.
 *
 *     Authorization: NTLM TlRMTVNTUAADAAAA...       (type 3)
 *     HTTP/1.1 401 Unauthorized
 *     WWW-Authenticate: Negotiate
 *     WWW-Authenticate: NTLM
 *
 * Certain about the refusal: an answer to type 3 has no further message, and one to a ticket that
 * goes on has a token. The reason is not in HTTP. A ticket in the first request may be
 * pre-authentication, which has a rule of its own. Source: RFC 4559, 4 and 5; MS-NTHT 2.2.
 */
import type { ArticleSlug } from '../../articles.ts';
import type { Step, Token } from '../../contract/decoded.ts';
import { run, say } from '../../contract/step.ts';
import { proof, spnOf, userOf } from '../../evidence/token/rules/words.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import { command } from '../../text/escape/command.ts';
import { lastToken, legsOf, type Leg } from '../join/legs.ts';
import { oneComputer } from '../join/one-computer.ts';
import { isPreauthenticated, isRefusal } from '../join/refusals.ts';
import type { Diagnosis, Rule } from '../rule.ts';

const PROXY = 407;

export const httpRefused: Rule = {
  id: 'http.refused',
  says: 'The server refused the logon.',
  needs: ['messages'],
  judge: (facts) => {
    for (const legs of legsOf(facts)) {
      const found = legs.findLast(
        (leg, index) => isRefusal(leg) && !isPreauthenticated(leg, legs.slice(0, index), facts),
      );
      if (found) return [diagnose(found, facts)];
    }
    return [];
  },
};

function diagnose(leg: Leg, facts: FactBase): Diagnosis {
  const token = lastToken(leg);
  const isProxy = leg.answer?.status === PROXY;
  const by = isProxy ? 'proxy' : 'server';
  const places = [leg.request, leg.answer].flatMap((message) => (message ? [message.at] : []));
  const { title, article, caveat } = token
    ? told(token, by, facts)
    : hidden(leg.request?.schemes?.[0] ?? 'a token', by);
  return {
    severity: token ? 'error' : 'warning',
    title,
    article: isProxy ? 'http-407-proxy-auth' : article,
    evidence: token ? [...proof(token, 'UserName', 'sname'), ...places.slice(1)] : places,
    caveat,
    next: isProxy ? [] : steps(token, article),
  };
}

interface Told {
  readonly title: string;
  readonly article: ArticleSlug;
  readonly caveat: string;
}

function told(token: Token, by: string, facts: FactBase): Told {
  const again = 'it answers with a new 401 and no token.';
  if (token.kerberos) {
    const spn = spnOf(token);
    return {
      title: `The ${by} did not accept the Kerberos ticket${spn === undefined ? '' : ` for ${spn}`}: ${again}`,
      article: '401-1-logon-failed',
      caveat:
        'The refusal is certain, its reason is not in HTTP: the right to log on over the network, Extended Protection or a filter may be it.',
    };
  }
  const who = token.basic ? token.basic.user : userOf(token);
  const logon = `the ${token.basic ? 'Basic' : 'NTLM'} logon${who ? ` of ${who}` : ''}`;
  const computer = oneComputer(facts, token);
  if (computer !== undefined) {
    return {
      title: `The ${by} refused ${logon}: ${again} Client and server are one computer, ${computer}.`,
      article: 'loopback-check',
      caveat:
        'The names are as both sides wrote them. A wrong password looks the same in HTTP; event 4625 tells the two apart.',
    };
  }
  return {
    title: `The ${by} refused ${logon}: ${again}`,
    article: '401-1-bad-credentials',
    caveat:
      'The refusal is certain, its reason is not in HTTP: a wrong name or password, a locked account, Extended Protection and the loopback check look alike.',
  };
}

function hidden(scheme: string, by: string): Told {
  return {
    title: `The ${by} did not accept what the client sent with ${scheme}: it answers with a new 401 and no token.`,
    article: '401-1-logon-failed',
    caveat: 'The token is left out, so Kerberos and NTLM cannot be told apart.',
  };
}

function steps(token: Token | undefined, article: ArticleSlug): Step[] {
  const event = run(
    'server',
    command`Get-WinEvent -MaxEvents 20 -FilterHashtable @{LogName='Security'; Id=4625}`,
  );
  const reason = say(
    'Status and Sub Status of event 4625 at that time name the reason; in the IIS log it is sc-win32-status of the last 401.',
  );
  if (!token) {
    return [
      say(
        'Paste the request with its token: it tells Kerberos from NTLM. Git shows it with GIT_TRACE_REDACT=0.',
      ),
      event,
      reason,
    ];
  }
  if (article !== 'loopback-check') return [event, reason];
  return [
    run(
      'server',
      command`reg query HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\MSV1_0 /v BackConnectionHostNames`,
    ),
    event,
    reason,
  ];
}
