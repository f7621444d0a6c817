/**
 * The key that an acceptor lacks, against the keys in its keytab:
 *
 *     Request ticket server HTTP/web@CONTOSO.COM kvno 5 not found in keytab
 *     klist -k     4 HTTP/web.contoso.com@CONTOSO.COM
 *
 * Certain where both are of one server. A ticket with a lower version was made before the password
 * changed; one with a higher version shows that the keytab was written before.
 */
import { cipherOf } from '../../codes/etypes.ts';
import { run, say } from '../../contract/step.ts';
import type { FactOf } from '../../facts/fact.ts';
import { compareHosts } from '../../facts/names.ts';
import { command } from '../../text/escape/command.ts';
import { stated, told } from '../../text/told.ts';
import type { Diagnosis, Judgement, Rule } from '../rule.ts';

type Missing = FactOf<'keytabKeyMissing'>;
type Entry = FactOf<'keytabEntry'>;

export const keytabVersion: Rule = {
  id: 'case.keytab-version',
  says: 'The keytab lacks the version or the type of the key that the ticket needs.',
  needs: ['keytabKeyMissing', 'keytabEntry'],
  asks: {
    keytabEntry: (facts) => {
      const missing = facts.all('keytabKeyMissing').find(({ what }) => what !== 'keytab');
      if (!missing) return undefined;
      return {
        wants: 'keytab',
        why: 'Shows which keys the server has.',
        step: run('server', command`klist -k -t -e ${[missing.keytab, 'KEYTAB']}`),
      };
    },
  },
  settles: [
    {
      check: 'decrypting-account',
      state: 'failed',
      says: 'The keytab of the server lacks the key that the ticket was made with.',
    },
  ],
  judge: (facts): Judgement => {
    for (const missing of facts.all('keytabKeyMissing')) {
      const found = judge(missing, facts.all('keytabEntry'));
      if (found) return [found];
    }
    return [];
  },
};

function judge(missing: Missing, entries: readonly Entry[]): Diagnosis | undefined {
  const { spn, kvno, etype } = missing;
  const own = entries.filter(
    (entry) =>
      entry.spn?.service === spn?.service &&
      entry.spn !== undefined &&
      spn !== undefined &&
      compareHosts(entry.spn.host, spn.host) === 'same',
  );
  const [first] = own;
  if (!first || kvno === undefined) return undefined;
  const versions = [...new Set(own.map((entry) => entry.kvno))].sort((a, b) => a - b);
  const hasVersion = versions.includes(kvno);
  const types = own.filter((entry) => entry.kvno === kvno);
  const hasType = etype === undefined || types.some((entry) => entry.etype === etype);
  if (hasVersion && hasType) return undefined;
  const newest = versions.at(-1) ?? 0;
  const age =
    kvno > newest
      ? 'the password was changed after the keytab was written'
      : 'the ticket was made before the password was changed';
  const name = missing.principal ?? '';
  const title = hasVersion
    ? told`The ticket for ${stated(name, missing.at)} needs a key for ${cipherOf(etype ?? 0) ?? `encryption type ${etype ?? 0}`}, and the keytab has none of that type.`
    : told`The ticket for ${stated(name, missing.at)} needs version ${kvno} of the key, and the keytab has ${stated(versions.join(', '), first.at)}: ${age}.`;
  return {
    severity: 'error',
    ...title,
    article: hasVersion ? 'rc4-disabled-etype' : 'krb-ap-err-modified',
    evidence: [missing.at, ...own.map(({ at }) => at).slice(0, 5)],
    caveat: 'Only if this keytab is the one that the server reads.',
    next: [
      kvno > newest || hasVersion
        ? say(
            'Write the keytab anew from the current password, with AES keys, and restart the server.',
          )
        : run('client', command`klist purge`),
      run('server', command`klist -k -t -e ${[missing.keytab, 'KEYTAB']}`),
    ],
  };
}
