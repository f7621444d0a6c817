/**
 * What a keytab can decrypt: each key with its version.
 *
 *     4 HTTP/portal.contoso.com@CONTOSO.COM (aes256-cts-hmac-sha1-96)
 *
 * The directory's msDS-KeyVersionNumber of the account must be among the versions. IIS does not use
 * keytabs; Apache, nginx, Tomcat and ASP.NET Core on Linux do.
 */
import type { Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { spelled } from '../../../facts/names.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { etypeNameOf, isWeak } from './words.ts';

type Entry = FactOf<'keytabEntry'>;

export const keytab: Rule = {
  id: 'klist.keytab',
  says: 'A keytab lists the keys that a service can decrypt with.',
  needs: ['keytabEntry'],
  judge(facts) {
    const all = facts.all('keytabEntry');
    const http = all.filter(({ spn }) => spn?.service === 'HTTP');
    const [first] = http.length > 0 ? http : all;
    if (!first) return [];
    const same = all.filter(({ principal }) => principal === first.principal);
    const name = first.spn ? spelled(first.spn) : first.principal;
    const versions = [...new Set(same.map(({ kvno }) => kvno))].sort((a, b) => a - b);
    const isAllWeak = same.every(isWeak);
    const shown = stated(first.principal, first.at);
    return [
      {
        severity: isAllWeak ? 'warning' : 'info',
        ...(isAllWeak
          ? told`The keytab has only ${etypesOf(same)} keys for ${shown}; it cannot decrypt an AES ticket.`
          : told`The keytab has ${versions.length > 1 ? 'keys of versions' : 'the key of version'} ${versions.join(', ')} for ${shown}${etypesOf(same) === '' ? '' : ` (${etypesOf(same)})`}${http.length > 0 ? '' : ' and none for HTTP/'}.`),
        article: isAllWeak ? 'rc4-disabled-etype' : 'linux-macos-clients',
        evidence: same.map(({ at }) => at),
        caveat:
          'The keytab works only if the version is that of the account in the directory. IIS does not use keytabs.',
        next: [
          run('client', command`kvno ${[name, 'SPN']}`),
          run('anywhere', command`setspn -F -Q ${[name, 'SPN']}`),
        ],
      },
    ];
  },
};

/** `AES-256, RC4-HMAC`; empty where the listing does not show them. */
function etypesOf(entries: readonly Entry[]): string {
  return [...new Set(entries.flatMap((entry) => etypeNameOf(entry) ?? []))].join(', ');
}
