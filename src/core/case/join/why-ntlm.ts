/** What a source tells about why a client used NTLM and not Kerberos. */
import type { ArticleSlug } from '../../articles.ts';
import type { Step, Token } from '../../contract/decoded.ts';
import { run, say } from '../../contract/step.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import { isAddress } from '../../facts/names.ts';
import { command } from '../../text/escape/command.ts';
import { isSameSource, tokensIn } from './exchange.ts';
import { isLocalCall } from './one-computer.ts';

/** The host in `HTTP/portal.contoso.com:8080` or `portal.contoso.com:8080`. */
function hostIn(target: string): string {
  const host = target.includes('/') ? (target.split('/')[1] ?? '') : target;
  return host.replace(/:\d+$/, '');
}

export interface WhyNtlm {
  /** A sentence, when the source tells. */
  readonly reason?: string;
  /** The article on that reason, where it has one of its own. */
  readonly article?: ArticleSlug;
  readonly next: readonly Step[];
  readonly isAddress?: true;
}

/** What the token's own request shows, and others for the same host; all of its source where it has none. */
function around(facts: FactBase, { at }: Token): { tokens: Token[]; hosts: string[] } {
  const messages = facts.messages.filter((one) => isSameSource(one.at, at));
  const own = messages.find((one) => at.start >= one.at.start && at.end <= one.at.end)?.host;
  if (own === undefined) {
    const tokens = facts.tokens.filter((one) => isSameSource(one.at, at));
    return { tokens, hosts: messages.flatMap(({ host }) => host ?? []) };
  }
  const same = messages.filter(({ host }) => host === own);
  return { tokens: same.flatMap((message) => tokensIn(facts, message)), hosts: [own] };
}

/** The reason with the most proof, and the steps that find out more; from the source of `token`. */
export function whyNtlm(facts: FactBase, token: Token): WhyNtlm {
  const { tokens, hosts } = around(facts, token);
  const aimedAt = tokens.flatMap(({ ntlm }) => {
    const { MsvAvTargetName } = ntlm?.targetInfo ?? {};
    return MsvAvTargetName ? [MsvAvTargetName] : [];
  });
  const address = [...aimedAt, ...hosts].map(hostIn).find(isAddress);
  if (address !== undefined) {
    return {
      reason: `It aims at the address ${address}, and there is no ticket for an address by default.`,
      next: [say('Use the server by a name that has an SPN.')],
      isAddress: true,
    };
  }
  const next = stepsFor(
    aimedAt[0] ?? (hosts[0] === undefined ? undefined : `HTTP/${hostIn(hosts[0])}`),
  );
  if (tokens.some(isLocalCall)) {
    return {
      reason: 'Client and server are the same machine, where Windows prefers NTLM.',
      article: 'loopback-check',
      next: [
        say(
          'Try it from another computer: on the server itself Windows does not use Kerberos by default.',
        ),
      ],
    };
  }
  return { next };
}

function stepsFor(spn: string | undefined): Step[] {
  if (spn === undefined) {
    return [run('anywhere', command`setspn -Q HTTP/<host name of the URL>`)];
  }
  return [
    run('anywhere', command`setspn -Q ${[spn, 'SPN']}`),
    run('client', command`klist get ${[spn, 'SPN']}`),
  ];
}
