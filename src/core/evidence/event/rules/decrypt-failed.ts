/**
 * The client was told that the server could not decrypt its ticket (event 4 of Security-Kerberos):
 *
 *     received a KRB_AP_ERR_MODIFIED error from the server web01$. The target name used was HTTP/portal.
 *
 * The server names the account whose key it tried. Either the SPN belongs to another account, or the
 * password differs; where a computer answers for the name of another one, DNS may be wrong.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { run, say, type Step } from '../../../contract/step.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { bareName, isComputerLike, spelled } from '../../../facts/names.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { grouped, MOST, placesOf, setspnName, times } from './words.ts';

type Failed = FactOf<'decryptFailed'>;

export const decryptFailed: Rule = {
  id: 'event.decrypt-failed',
  says: 'The server could not decrypt the ticket.',
  needs: ['decryptFailed'],
  settles: [
    {
      check: 'decrypting-account',
      state: 'failed',
      says: 'The Kerberos client recorded that the server could not decrypt the ticket.',
    },
    {
      check: 'ticket-issued',
      state: 'known',
      says: 'The client had a ticket, which the server could not decrypt.',
    },
  ],
  judge: (facts) =>
    grouped(
      facts.all('decryptFailed'),
      ({ server, target }) => `${server?.written ?? ''} ${target ? spelled(target) : ''}`,
    )
      .slice(0, MOST)
      .map(diagnose),
};

function diagnose(group: readonly [Failed, ...Failed[]]): Diagnosis {
  const [first] = group;
  const { server, target, at } = first;
  const who = server?.written ?? 'The server';
  const what = target ? spelled(target) : 'the name that the client used';
  return {
    severity: 'error',
    ...told`${who} got a ticket for ${stated(what, at)} and could not decrypt it${times(group)}: ${reason(first)}.`,
    article: 'krb-ap-err-modified',
    evidence: placesOf(group),
    caveat:
      'A password that was changed a short time ago, or a type of encryption that one side lacks, looks the same.',
    next: stepsFor(first),
  };
}

/** A computer that answers for another name than its own. */
function isOtherName({ server, target }: Failed): boolean {
  if (!server || !target || !isComputerLike(server)) return false;
  return target.host.split('.')[0] !== bareName(server);
}

/** The same where the name must be a computer's; that of a web site need not be. */
function isOtherComputer(failed: Failed): boolean {
  return isOtherName(failed) && failed.target?.service !== 'HTTP';
}

function reason(failed: Failed): string {
  const { realm, clientRealm } = failed;
  if (isOtherComputer(failed)) {
    return 'another computer answers for that name, because DNS leads to it or because the SPN is registered for another account';
  }
  if (isOtherName(failed)) {
    return 'it is the computer account, which decrypts in kernel mode, and the SPN is on another account or the name leads to the wrong server';
  }
  if (realm !== undefined && clientRealm !== undefined && realm !== clientRealm) {
    return 'the SPN is on another account or its password differs, or both domains have an account of that name';
  }
  return 'the SPN is on another account, or its password differs';
}

function stepsFor(failed: Failed): Step[] {
  const { server, target } = failed;
  const spn = target && spelled(target);
  const steps = [run('anywhere', command`setspn -F -Q ${[spn, 'SPN']}`)];
  const owner = setspnName(server);
  if (owner !== undefined) steps.push(run('anywhere', command`setspn -L ${[owner, 'ACCOUNT']}`));
  if (isOtherName(failed)) steps.push(run('client', command`nslookup ${[target?.host, 'HOST']}`));
  steps.push(
    say(
      'Compare the owner of the SPN with the account that decrypts: the computer in kernel mode, else the identity of the pool.',
    ),
    run('client', command`klist purge`),
  );
  return steps;
}
