/** What a paste tells about why a client used NTLM and not Kerberos. */
import type { Facts } from '../../facts/facts.ts';

const ADDRESS = /^(?:\d{1,3}\.){3}\d{1,3}$|^\[?[0-9a-f:]*:[0-9a-f:]*\]?$/i;
const LOCAL_CALL = 0x00004000;

/** The host in `HTTP/portal.contoso.com:8080` or `portal.contoso.com:8080`. */
function hostOf(target: string): string {
  const host = target.includes('/') ? (target.split('/')[1] ?? '') : target;
  return host.replace(/:\d+$/, '');
}

export interface WhyNtlm {
  /** A sentence, when the paste tells. */
  reason?: string;
  next: string[];
}

/** The reason with the most proof, and the steps that find out more. */
export function whyNtlm({ tokens, messages }: Facts): WhyNtlm {
  const aimedAt = tokens.flatMap(({ ntlm }) => {
    const { MsvAvTargetName } = ntlm?.targetInfo ?? {};
    return MsvAvTargetName ?? [];
  });
  const hosts = (messages ?? []).flatMap(({ host }) => host ?? []);
  const spn = aimedAt[0] ?? (hosts[0] === undefined ? undefined : `HTTP/${hostOf(hosts[0])}`);
  const address = [...aimedAt, ...hosts].map(hostOf).find((host) => ADDRESS.test(host));
  if (address !== undefined) {
    return {
      reason: `It aims at the address ${address}, and there is no ticket for an address by default.`,
      next: ['Use the server by a name that has an SPN.'],
    };
  }
  const next = spn === undefined ? [] : [`setspn -Q ${spn}`, `klist get ${spn}`];
  if (tokens.some(({ ntlm }) => (ntlm?.flags ?? 0) & LOCAL_CALL && ntlm?.user === '')) {
    const reason = 'Client and server are the same machine, where Windows prefers NTLM.';
    return { reason, next };
  }
  return { next: next.length > 0 ? next : ['setspn -Q HTTP/<host name of the URL>'] };
}
