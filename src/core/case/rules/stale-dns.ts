/**
 * A computer answers for another name, and DNS tells why:
 *
 *     Kerberos 4    from the server web02$. The target name used was HOST/web01.contoso.com
 *     DNS           web01.contoso.com 10.0.0.22        web02.contoso.com 10.0.0.22
 *
 * The name leads to the computer that answered: for the name of another computer the record is stale. If it
 * leads elsewhere, DNS is not at fault and the SPN is on an account that the computer does not use. The name of
 * a site may well lead there, so that is left open. Can be wrong where a hosts file stands before DNS.
 */
import { run, say } from '../../contract/step.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import type { FactOf } from '../../facts/fact.ts';
import { bareName, isComputerLike, spelled, type Host } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';
import { command } from '../../text/escape/command.ts';
import { stated, told } from '../../text/told.ts';
import type { Diagnosis, Judgement, Rule } from '../rule.ts';
import { holdersOf } from '../join/spn-holders.ts';
import { failedDecryptions, type FailedDecryption } from '../join/failed-decryptions.ts';

interface Place {
  readonly addresses: readonly string[];
  readonly at: Span;
}

/** The answer, its name and that of the computer that gave it, each with its addresses. */
interface Compared {
  readonly failed: FailedDecryption;
  readonly computer: string;
  readonly target: Place;
  readonly own?: Place;
}

const EITHER = 'case.stale-dns-or-owner';

export const staleDns: Rule = {
  id: 'case.stale-dns',
  says: 'A DNS record leads to another computer than the one of that name.',
  needs: ['decryptFailed', 'dnsName'],
  asks: {
    dnsName: (facts) => {
      const [one] = otherComputers(facts);
      if (!one) return undefined;
      const name = [one.spn.host, 'NAME'] as const;
      const why = 'Shows whether DNS leads the name to the computer that answered.';
      return { wants: 'dns', why, step: run('client', command`Resolve-DnsName ${name}`) };
    },
  },
  settles: [
    {
      check: 'decrypting-account',
      state: 'failed',
      says: 'DNS leads the name to another computer, which cannot decrypt its ticket.',
    },
    {
      check: 'decrypting-account',
      state: 'failed',
      finding: EITHER,
      says: 'The computer to which DNS leads the name could not decrypt its ticket.',
    },
  ],
  judge: (facts): Judgement => {
    const [one] = comparedIn(facts);
    if (!one) return [];
    const evidence = [one.failed.at, one.target.at];
    if (!one.own) return { undecided: evidence, missing: ['dns'] };
    if (!leadsThere(one)) return { ruledOut: [...evidence, one.own.at] };
    const isOwn = isNameOfComputer(one.failed, facts);
    return [isOwn ? stale(one, one.own) : leads(one, one.own)];
  },
};

export const ownerWrong: Rule = {
  id: 'case.answered-elsewhere',
  says: 'The name leads to the right computer, so the SPN is on the wrong account.',
  needs: ['decryptFailed', 'dnsName'],
  settles: [
    {
      check: 'decrypting-account',
      state: 'failed',
      says: 'A computer that DNS does not name for the site answered, and could not decrypt the ticket.',
    },
  ],
  judge: (facts) => {
    const [one] = comparedIn(facts);
    return one?.own && !leadsThere(one) ? [elsewhere(one, one.own)] : [];
  },
};

/** Answers by a computer for a name that does not begin with its own. */
function otherComputers(facts: FactBase): FailedDecryption[] {
  return failedDecryptions(facts).filter(
    ({ spn, by }) => by && isComputerLike(by) && spn.host.split('.')[0] !== bareName(by),
  );
}

function comparedIn(facts: FactBase): Compared[] {
  return otherComputers(facts).flatMap((failed) => {
    const target = placeOf((name) => name === failed.spn.host, facts);
    const computer = failed.by ? bareName(failed.by) : '';
    const own = placeOf((name) => name.split('.')[0] === computer, facts);
    return target ? [{ failed, computer, target, ...(own && { own }) }] : [];
  });
}

function placeOf(fits: (name: Host) => boolean, facts: FactBase): Place | undefined {
  const answers: readonly FactOf<'dnsName'>[] = facts.all('dnsName');
  const named = answers.find(({ name, addresses }) => fits(name) && addresses.length > 0);
  const alias = answers.find(({ name }) => fits(name))?.canonical;
  const found =
    named ?? answers.find(({ name, addresses }) => name === alias && addresses.length > 0);
  if (found) return found;
  const own = facts.all('ownAddress').filter(({ host }) => host !== undefined && fits(host));
  const [first] = own;
  return first && { addresses: own.map(({ address }) => address), at: first.at };
}

const leadsThere = ({ target, own }: Compared): boolean =>
  own?.addresses.some((address) => target.addresses.includes(address)) ?? false;

/** True where the name is that of a computer of its own: its account holds it, or the class is none of a site. */
function isNameOfComputer({ spn }: FailedDecryption, facts: FactBase): boolean {
  const label = spn.host.split('.')[0];
  const holders = [spn, { ...spn, service: 'HOST' }].flatMap((one) => holdersOf(one, facts));
  return (
    spn.service !== 'HTTP' ||
    holders.some(({ isComputer, account }) => isComputer === true && bareName(account) === label)
  );
}

function stale({ failed, computer, target }: Compared, own: Place): Diagnosis {
  const { host } = failed.spn;
  const address = target.addresses[0] ?? '';
  return {
    severity: 'error',
    ...told`DNS leads ${stated(host, target.at)} to ${stated(address, own.at)}, which is ${stated(computer, failed.at)}: the record is stale, and ${computer} cannot decrypt a ticket for ${host}.`,
    article: 'krb-ap-err-modified',
    evidence: [failed.at, target.at, own.at],
    caveat: 'A hosts file, or another DNS server, may tell the client something else.',
    next: [
      run('client', command`ipconfig /flushdns`),
      run('client', command`Resolve-DnsName ${[host, 'NAME']}`),
      say('If the answer is still that address, correct the record in the DNS zone.'),
    ],
  };
}

/** The name may be that of a site on that computer: then the record is right. */
function leads({ failed, computer, target }: Compared, own: Place): Diagnosis {
  const { host } = failed.spn;
  const name = spelled(failed.spn);
  return {
    id: EITHER,
    severity: 'error',
    ...told`DNS leads ${stated(host, target.at)} to the address of ${stated(computer, own.at)}, which ${stated('could not decrypt', failed.at)} the ticket for ${name}: if ${host} is a computer of its own, the record is stale; if it is a site on ${computer}, the SPN is on another account.`,
    article: 'krb-ap-err-modified',
    evidence: [failed.at, target.at, own.at],
    caveat:
      'Who holds the SPN decides: a computer account of that name means that the record is stale.',
    next: [
      run('anywhere', command`setspn -F -Q ${[name, 'SPN']}`),
      run('anywhere', command`setspn -F -Q ${[`HOST/${host}`, 'SPN']}`),
    ],
  };
}

function elsewhere({ failed, computer, target }: Compared, own: Place): Diagnosis {
  const name = spelled(failed.spn);
  return {
    severity: 'error',
    ...told`DNS is not at fault: ${stated(failed.spn.host, target.at)} leads to ${target.addresses[0] ?? ''} and not to ${stated(computer, own.at)}. ${stated(computer, failed.at)} answered all the same and could not decrypt the ticket for ${name}, so it does not use the account that holds that SPN.`,
    article: 'web-farm-kerberos',
    evidence: [failed.at, target.at, own.at],
    caveat: 'Only if the client asks the same DNS and has no entry in its hosts file.',
    next: [
      run('anywhere', command`setspn -F -Q ${[name, 'SPN']}`),
      say(
        'Behind a load balancer, the pools of all nodes must run as the account that holds the SPN.',
      ),
    ],
  };
}
