/** What was seen: types of tickets, differences of clocks, and who is signed in. */
import { cipherOf } from '../../../codes/etypes.ts';
import { run } from '../../../contract/step.ts';
import { inWords, TOLERANCE } from '../../../evidence/w32tm/rules/words.ts';
import type { FactBase } from '../../../facts/fact-base.ts';
import { spelled } from '../../../facts/names.ts';
import { command } from '../../../text/escape/command.ts';
import { accountOfOwner, onlyHolderOf } from '../spn-holders.ts';
import type { Claim, Topic } from './claim.ts';

/** The type of tickets for one SPN: as klist lists it, as a request has it, as 4769 records it for the holder. */
export function ticketTypes(facts: FactBase): Topic {
  const listed = facts
    .all('ticket')
    .filter(({ spn, etype }) => spn.service === 'HTTP' && etype !== undefined)
    .map(({ spn, etype = 0, etypeAt, at, seen }): Claim => ({
      about: spelled(spn),
      value: String(etype),
      shown: cipherOf(etype) ?? `type ${etype}`,
      by: seen === 'cache' ? 'klist' : 'a trace',
      at: etypeAt ?? at,
    }));
  const issued = [...new Set(listed.map(({ about }) => about))].flatMap((about) => {
    const spn = facts.all('ticket').find((one) => spelled(one.spn) === about)?.spn;
    const owner = spn && onlyHolderOf(spn, facts);
    return facts
      .all('ticketIssued')
      .filter((one) => owner && one.owner?.name === accountOfOwner(owner).name)
      .flatMap(({ etype, etypeAt, at, event, time }): Claim[] =>
        etype === undefined
          ? []
          : [
              {
                about,
                value: String(etype),
                shown: cipherOf(etype) ?? `type ${etype}`,
                by: `event ${event}`,
                at: etypeAt ?? at,
                ...(time !== undefined && { time }),
              },
            ],
      );
  });
  return {
    claims: [...listed, ...issued],
    words: (about) => `the encryption type of tickets for ${about}`,
    because: 'one ticket is older than a change of the account',
    caveat: 'Tickets of two clients can also differ.',
    article: 'rc4-disabled-etype',
    settle: (about) => [
      run('client', command`klist purge`),
      run('client', command`klist get ${[about, 'SPN']}`),
    ],
  };
}

/** Offsets of one pair of machines, of which only one is more than Kerberos allows. */
export function offsets(facts: FactBase): Topic {
  const claims = facts.all('clockOffset').map(({ from, with: other, seconds, at }): Claim => ({
    about: `${from ?? 'the machine that was asked'} and ${other ?? 'the machine on which w32tm ran'}`,
    value: Math.abs(seconds) > TOLERANCE ? 'skewed' : 'in time',
    shown: inWords(seconds),
    by: 'a measurement',
    at,
  }));
  return {
    claims,
    words: (about) => `how far the clocks of ${about} are apart`,
    because: 'one of them is older',
    caveat: 'Or they were made on two machines.',
    article: 'clock-skew',
    settle: (about) => [
      run(
        'client',
        command`w32tm /stripchart /computer:${[about.split(' ')[0], 'DC']} /samples:3 /dataonly`,
      ),
    ],
  };
}

/** The user of the session: klist and whoami. */
export function users(facts: FactBase): Topic {
  const about = 'the user';
  const sessions = facts
    .all('accessToken')
    .filter(({ account, isBuiltIn }) => account && isBuiltIn !== true);
  const caches = facts.all('ticketCache').filter(({ client }) => client);
  const tickets = facts.all('ticket').filter(({ client, seen }) => client && seen === 'cache');
  const found = [
    ...sessions.map(({ account, at }) => ({ account, at, by: 'whoami' })),
    ...[...caches, ...tickets].map(({ client, at }) => ({ account: client, at, by: 'klist' })),
  ];
  const claims = found.flatMap(({ account, at, by }): Claim[] =>
    account && !account.name.endsWith('$')
      ? [{ about, value: account.name, shown: account.written.split('@')[0]?.trim() ?? '', by, at }]
      : [],
  );
  return {
    claims,
    words: () => 'who is signed in',
    because: 'they are of two sessions',
    caveat: 'The tickets of one session say nothing of the other.',
    article: 'klist-guide',
    settle: () => [run('client', command`whoami`), run('client', command`klist`)],
  };
}
