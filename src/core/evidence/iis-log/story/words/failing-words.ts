/** Who fails, in words: how many of how many, how, who and when, and where to look. */
import type { Outcome } from '../../../../contract/decoded.ts';
import { counted } from '../../../../text/counted.ts';
import { OUTCOME_WORDS } from '../../attempts/outcome-words.ts';
import { agentWords } from '../agents.ts';
import type { Clock } from './clock.ts';
import type { Failing, Failures, People } from '../conclusions/who-fails.ts';
import { endingWords, names } from './who-words.ts';

/** Ways to end that are named without being told. */
const NAMED = 6;

/** Where to look when no client gets in. */
const AT_SERVER: Partial<Record<Outcome, string>> = {
  'channel-binding': 'its Extended Protection, or a proxy that ends TLS before it',
  'never-answered': 'what its WWW-Authenticate headers offer, and the policy that all clients have',
  refused: 'its SPN, the account that decrypts the tickets, and the way to a domain controller',
  'prompt-loop':
    'its SPN, the account that decrypts the tickets, and the way to a domain controller',
  'broken-handshake': 'a proxy or load balancer before it',
  abandoned: 'a proxy or load balancer before it',
  'acl-denied': 'the permissions of the files',
};

/** Failures for the sake of the account, wherever it is used. */
const OF_ACCOUNT: ReadonlySet<Outcome | undefined> = new Set<Outcome>([
  'refused',
  'prompt-loop',
  'account-state',
  'logon-right',
  'acl-denied',
  'authorization-rule',
]);

/** `canCompare`: the attempts are all there are, so that "every client" and "of 51" mean something. */
export function failingWords(failures: Failures, canCompare: boolean, clock: Clock): string[] {
  const { told, others, people } = failures;
  return [
    ...told.flatMap((one) => {
      const byClient = canCompare ? clientLead(one, people) : undefined;
      const lead = byClient ?? attemptLead(one, people, canCompare);
      return [
        `${lead}: ${sentence(one, byClient !== undefined, clock)}.`,
        ...(canCompare ? lookAt(one, people) : []),
      ];
    }),
    ...(others.length > 0 ? [othersWords(others)] : []),
  ];
}

/** `12 more attempts failed: offer never taken up (9); handshake broken (3).` */
function othersWords(others: Failures['others']): string {
  const counts = new Map<Outcome, number>();
  for (const { outcome, attempts } of others) {
    counts.set(outcome, (counts.get(outcome) ?? 0) + attempts);
  }
  const list = [...counts].sort((a, b) => b[1] - a[1]);
  const sum = others.reduce((all, { attempts }) => all + attempts, 0);
  const named = list
    .slice(0, NAMED)
    .map(([outcome, count]) => `${OUTCOME_WORDS[outcome].words} (${number(count)})`);
  const more = list.length > NAMED ? ' and other ways' : '';
  return `${counted(sum, 'more attempt')} failed: ${named.join('; ')}${more}.`;
}

/** `One client of 51 fails`; undefined where these clients also get in, or there are no others. */
function clientLead(one: Failing, { attempts, clients }: People): string | undefined {
  if (!one.isShutOut || clients < 2) return undefined;
  if (one.clients < clients) {
    return one.clients === 1
      ? `One client of ${number(clients)} fails`
      : `${number(one.clients)} of ${number(clients)} clients fail`;
  }
  if (one.attempts < attempts) return undefined;
  return clients === 2 ? 'Both clients fail' : `All ${number(clients)} clients fail`;
}

function attemptLead(one: Failing, { attempts, isAlone }: People, canCompare: boolean): string {
  const { attempts: own } = one;
  if (!canCompare) return own === 1 ? 'One attempt failed' : `${number(own)} attempts failed`;
  if (own < attempts)
    return `${own === 1 ? 'One' : number(own)} of ${number(attempts)} attempts failed`;
  if (own === 1) return isAlone ? 'The only attempt failed' : 'One attempt failed';
  return own === 2 ? 'Both attempts failed' : `All ${number(own)} attempts failed`;
}

/** `offer never taken up, 401.2 with 5, by 10.3.9.9 at /, 10 attempts from 08:00:30 to 08:45:30 UTC` */
function sentence(one: Failing, isByClient: boolean, clock: Clock): string {
  // How many clients there are is said already.
  const isSaid = isByClient && one.clients > 1;
  const who = names({
    ...one,
    ...(isSaid && { clients: 0, clientNames: [], agents: 0 }),
    ...(one.scope === 'shared-address' && { agents: 0 }),
  });
  const many = isByClient ? counted(one.attempts, 'attempt') : '';
  const when = Number.isNaN(one.first) ? '' : clock.range(one.first, one.last);
  return [endingWords(one), who, `${many} ${when}`.trim()].filter((part) => part !== '').join(', ');
}

function lookAt(one: Failing, { clientsIn, clients }: People): string[] {
  const outcome = one.ending?.outcome;
  const [client = ''] = one.clientNames;
  const [uri = ''] = one.uris;
  const [agent = ''] = one.agentNames;
  switch (one.scope) {
    case 'every-client': {
      const hint = outcome === undefined ? undefined : AT_SERVER[outcome];
      return [
        `No client gets in, so look at the server and not at the clients${hint === undefined ? '' : `: ${hint}`}.`,
      ];
    }
    case 'one-client': {
      const others =
        clientsIn === clients - 1
          ? `The other ${number(clientsIn)}`
          : `${number(clientsIn)} others`;
      const what = OF_ACCOUNT.has(outcome) ? 'that client and its account' : 'that client';
      return [`${others} get in, so look at ${what}.`];
    }
    case 'one-resource':
      return [`Nobody gets in at ${uri}, and the same clients do elsewhere, so look there.`];
    case 'one-agent':
      return [`All of them use ${agentWords(agent)}, and nobody gets in with that, so look there.`];
    case 'shared-address':
      return outcome === 'broken-handshake'
        ? [
            `Every one of them came through ${client}: see whether the proxy there keeps one connection for a whole handshake.`,
          ]
        : [];
    case 'none':
      return [];
  }
}

function number(value: number): string {
  return value.toLocaleString('en');
}
