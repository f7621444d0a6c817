/** Changes in words: until when somebody was accepted, since when not, and where to look. */
import { counted } from '../../../../text/counted.ts';
import type { Outcome } from '../../../../contract/decoded.ts';
import type { Change } from '../conclusions/change-points.ts';
import type { Clock } from './clock.ts';
import { paceWords } from './pace.ts';
import { endingWords, names } from './who-words.ts';

const BAD_CREDENTIALS: ReadonlySet<Outcome | undefined> = new Set<Outcome>([
  'refused',
  'prompt-loop',
]);
const PLACES = 'on the server or in the directory';
/** Share of the accepted attempts that one 401 was enough for, where Kerberos is named. */
const NEARLY_ALL = 0.9;

/** One sentence about the change, and where there is a place to look, one that says so. */
export function changeWords(change: Change, clock: Clock): string[] {
  const { before, after } = change.run;
  if (before > 0 && after > 0) return [outage(change, clock), ...lookBack(change)];
  return before > 0 ? [since(change, clock), ...lookAt(change, clock)] : [mended(change, clock)];
}

/** `All 60 clients were accepted until 09:59:10 UTC and none has been since 10:00:10 UTC: ...` */
function since(change: Change, clock: Clock): string {
  const { lastBefore, from } = change.run;
  const none = change.of === 'everybody' || change.of === 'resources' ? 'none has' : 'has not';
  const until = `${subject(change)} accepted until ${clock.at(lastBefore)} and ${none} been since ${clock.at(from)}`;
  return `${until} (${whose(change)}): ${endingWords(change.who)}.`;
}

function outage(change: Change, clock: Clock): string {
  const { from, to, lastBefore, firstAfter } = change.run;
  const who = subject(change);
  return (
    `${who} accepted until ${clock.at(lastBefore)} and again from ${clock.at(firstAfter)} on; ` +
    `in between, ${clock.range(from, to)}, not one attempt was (${whose(change)}): ${endingWords(change.who)}.`
  );
}

function mended(change: Change, clock: Clock): string {
  const { to, firstAfter } = change.run;
  return `${subject(change)} accepted from ${clock.at(firstAfter)} on, and not one attempt was until ${clock.at(to)} (${whose(change)}): ${endingWords(change.who)}.`;
}

/** `All 60 clients were`, `CONTOSO\svc-feed was`, `At /app, all 12 clients were` */
function subject({ of, name, accepted, exceptions }: Change): string {
  if (of === 'users' || of === 'clients') return `${name} was`;
  const clients = counted(accepted.clients, 'client');
  const all = exceptions === 0 && accepted.clients > 1 ? `all ${clients}` : clients;
  const were = accepted.clients === 1 ? 'was' : 'were';
  return of === 'resources' ? `At ${name}, ${all} ${were}` : `${all.replace(/^a/, 'A')} ${were}`;
}

/** `60 attempts by 60 clients at /app` */
function whose({ of, who }: Change): string {
  const named = names({
    ...who,
    ...(of === 'clients' && { clients: 0, clientNames: [] }),
    ...(of === 'users' && { users: 0, userNames: [] }),
    ...(of === 'resources' && { resources: 0, uris: [] }),
  });
  const before = named === '' ? '' : ` ${named}`;
  const isOne = of === 'users' || of === 'clients';
  return isOne ? paceWords(who, before) : counted(who.attempts, 'attempt') + before;
}

/** Where to look for the cause of an outage that is over. */
function lookBack({ of }: Change): string[] {
  if (of === 'users' || of === 'clients') return [];
  return [`Look at what happened ${of === 'resources' ? 'there' : PLACES} in that time.`];
}

/** Where to look, as far as the kind of failure tells. */
function lookAt({ of, who, run, accepted }: Change, clock: Clock): string[] {
  const isRefused = BAD_CREDENTIALS.has(who.ending?.outcome);
  if (of === 'users' || of === 'clients') {
    return isRefused
      ? ['Probably a password was changed then, and an old one is still stored there.']
      : [];
  }
  const where = of === 'resources' ? 'there' : PLACES;
  const { ending, endings, attempts } = accepted;
  const isKerberos =
    isRefused && ending?.outcome === 'accepted-one-leg' && endings >= NEARLY_ALL * attempts;
  return [
    `Look at what changed ${where} ${clock.between(run.lastBefore, run.from)}.`,
    ...(isKerberos
      ? [
          'Before, one 401 was enough, as with Kerberos: begin with the SPN and with the account that decrypts the tickets.',
        ]
      : []),
  ];
}
