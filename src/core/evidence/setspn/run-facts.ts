/** What the runs of setspn state. */
import type { Fact } from '../../facts/fact.ts';
import { accountOf, isSpelledAs, spelled } from '../../facts/names.ts';
import type { Account, Spn } from '../../facts/names.ts';
import type { Block, Run } from './runs.ts';

/** The facts of all runs, in order. What a command removed is no longer held. */
export function factsOf(runs: readonly Run[]): Fact[] {
  const gone = new Set<string>();
  for (const { result, blocks } of runs) {
    for (const { as, removes, name, spns } of blocks) {
      if (as !== 'change' || !removes || result?.is !== 'updated') continue;
      for (const { spn } of spns) if (spn) gone.add(key(name.written, spn));
    }
  }
  const isHeld = (fact: Fact) =>
    fact.kind !== 'spnOwner' || !gone.has(key(fact.account.written, fact.spn));
  return runs
    .flatMap((run) => [blockFacts(run), search(run), duplicates(run), refusals(run)].flat())
    .filter(isHeld);
}

const key = (written: string, spn: Spn): string =>
  `${written} ${spelled(spn)}@${spn.realm ?? ''}`.toLowerCase();

function blockFacts({ blocks, command, result }: Run): Fact[] {
  // The name in the command is the logon name of the one account that the command is about.
  const about = blocks.filter(({ as }) => as !== 'alone');
  const logon = about.length === 1 ? command?.account : undefined;
  const isUpdated = result?.is === 'updated';
  return blocks.flatMap((block) => {
    const { as, removes, spns } = block;
    const isUnproven = as === 'change' ? removes || !isUpdated : as === 'alone' && !spns.length;
    return isUnproven ? [] : factsOfBlock(block, as === 'alone' ? undefined : logon);
  });
}

function factsOfBlock({ name, as, spns }: Block, named: Account | undefined): Fact[] {
  const isComputer = spns.some(({ spn }) => spn?.service === 'HOST');
  const account = accountOf(name.written);
  // A computer goes by its name in commands, and its logon name ends in a dollar sign.
  const logon = !isComputer && named?.name !== account.name ? named : undefined;
  const whole = { account, ...(logon && { logon }) };
  // A registration prints the SPNs that it adds, not all that there are.
  const isWhole = as !== 'change';
  const known = isWhole ? { isComputer } : ({ isAdded: true } as const);
  const owners = spns.flatMap(({ spn, at }): Fact[] =>
    spn ? [{ kind: 'spnOwner', at, spn, ...whole, ...known }] : [],
  );
  const listed = spns.flatMap(({ spn }) => spn ?? []);
  return isWhole ? [{ kind: 'spnList', at: name.at, ...whole, spns: listed }, ...owners] : owners;
}

function search({ command, result, blocks, isForest }: Run): Fact[] {
  const found = blocks.filter(({ spns }) => spns.length > 0);
  if (!result || !(result.is === 'none' || (result.is === 'found' && found.length > 0))) return [];
  const spn = command ? command.spn : onlySpn(found);
  const holders = found.filter(({ spns }) => spn && spns.some((one) => isSpelledAs(one.spn, spn)));
  const pattern = command?.pattern;
  return [
    {
      kind: 'spnSearch',
      at: result.at,
      ...(spn && { spn }),
      ...(pattern !== undefined && { pattern }),
      owners: (holders.length > 0 ? holders : found).length,
      scope: isForest ? 'forest' : 'domain',
    },
  ];
}

/** Without the command line: what was found can only be the one SPN that there is. */
function onlySpn(found: readonly Block[]): Spn | undefined {
  const spn = found[0]?.spns[0]?.spn;
  return spn && found.every(({ spns }) => spns.every((one) => isSpelledAs(one.spn, spn)))
    ? spn
    : undefined;
}

function duplicates({ groups, count, isForest }: Run): Fact[] {
  const shown = groups.filter(({ names, isEnglish }) => isEnglish || names.length > 0);
  const at = count?.at ?? shown[0]?.listed.at;
  if (!at) return [];
  const spns = shown.flatMap(({ listed: { spn } }) => spn ?? []);
  const owners = shown.flatMap(({ listed: { spn }, names }) =>
    names.flatMap(({ written, at }): Fact[] =>
      spn ? [{ kind: 'spnOwner', at, spn, account: accountOf(written) }] : [],
    ),
  );
  const scope = isForest ? 'forest' : 'domain';
  return [
    ...owners,
    { kind: 'spnDuplicates', at, groups: count?.groups ?? shown.length, spns, scope },
  ];
}

function refusals({ failures, result, command, blocks }: Run): Fact[] {
  const spn = command ? command.spn : onlySpn(blocks);
  const account = command?.account;
  const names = { ...(account && { account }), ...(spn && { spn }) };
  const refused = failures.map(({ failure, at }): Fact => {
    return { kind: 'spnRefused', at, ...names, ...failure };
  });
  if (result?.is !== 'aborted') return refused;
  return [...refused, { kind: 'spnRefused', at: result.at, why: 'duplicate', ...names }];
}
