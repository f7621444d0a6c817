/**
 * Credentials of a scheme that the server does not take:
 *
 *     Authorization: Basic ...
 *     HTTP/1.1 401 Unauthorized
 *     WWW-Authenticate: NTLM
 *
 * Can be wrong when the paste leaves out a WWW-Authenticate line, or a proxy has removed one.
 */
import type { ArticleSlug } from '../../articles.ts';
import { say } from '../../contract/step.ts';
import { goesOn, legsOf, type Leg } from '../join/legs.ts';
import type { Rule } from '../rule.ts';

const ARTICLES: Readonly<Record<string, ArticleSlug>> = {
  Basic: 'basic-auth-test',
  Negotiate: 'negotiate-header-missing',
};

/** The scheme of the request that the 401 does not offer. */
function unwanted(leg: Leg): string | undefined {
  const { request, answer } = leg;
  const offered = answer?.schemes ?? [];
  if (answer?.status !== 401 || offered.length === 0 || goesOn(leg)) return undefined;
  const [scheme] = request?.schemes ?? [];
  return scheme !== undefined && !offered.includes(scheme) ? scheme : undefined;
}

export const httpSchemeNotOffered: Rule = {
  id: 'http.scheme-not-offered',
  says: 'The client sends credentials of a scheme that the server does not offer.',
  needs: ['messages'],
  settles: [
    {
      check: 'client-sent',
      state: 'failed',
      says: 'The client sent credentials of a scheme that the server does not offer.',
    },
  ],
  judge: (facts) => {
    const leg = legsOf(facts)
      .flat()
      .find((one) => unwanted(one) !== undefined);
    const scheme = leg && unwanted(leg);
    if (!leg?.request || !leg.answer || scheme === undefined) return [];
    const offered = [...new Set(leg.answer.schemes)].join(', ');
    return [
      {
        severity: 'error',
        title: `The client sends ${scheme}, and the server offers only ${offered}.`,
        article: ARTICLES[scheme] ?? 'client-no-credentials',
        evidence: [leg.request.at, leg.answer.at],
        caveat: 'Only if the paste shows all WWW-Authenticate lines and no proxy has removed one.',
        next: [say(advice(scheme, offered))],
      },
    ];
  },
};

function advice(scheme: string, offered: string): string {
  if (scheme === 'NTLM') return 'Let the client use Negotiate, which includes NTLM on Windows.';
  if (scheme === 'Basic' || scheme === 'Digest') {
    return `Let the client use ${offered} (curl --negotiate or --ntlm), or enable ${scheme} authentication on the site, Basic with HTTPS only.`;
  }
  return `Let the client use ${offered}, or let the server offer ${scheme}. An application that sets Authorization itself keeps the browser from answering.`;
}
