/**
 * Services and many programs go through a proxy:
 *
 *     Proxy Server(s) :  proxy.contoso.com:8080
 *     Bypass List     :  *.contoso.com;<local>
 *
 * Browsers have settings of their own. Says nothing about proxies that a program sets by itself.
 */
import type { Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';

export const winHttpProxy: Rule = {
  id: 'netsh.winhttp-proxy',
  says: 'It is known whether services and programs on WinHTTP use a proxy.',
  needs: ['winHttpProxy'],
  settles: [
    {
      check: 'nothing-between',
      state: 'known',
      says: 'The proxy of WinHTTP is known. Browsers, and what stands before the server, are not.',
    },
  ],
  judge: (facts) => {
    const [one] = facts.all('winHttpProxy');
    if (!one) return [];
    const { proxy, bypass, at } = one;
    const past = bypass.length === 0 ? 'nothing' : bypass.slice(0, 5).join(', ');
    return [
      {
        severity: proxy === undefined ? 'ok' : 'info',
        ...(proxy === undefined
          ? told`Programs on ${stated('WinHTTP', at)} use no proxy.`
          : told`Programs on WinHTTP go through ${stated(proxy, at)}; past it go ${past}.`),
        article: 'http-407-proxy-auth',
        evidence: [at],
        caveat: 'Browsers have settings of their own.',
        next: [run('client', command`netsh winhttp show proxy`)],
      },
    ];
  },
};
