/** What one run of setspn states. */
import type { Fact, FactOf } from '../../facts/fact.ts';
import { accountOf, spelled } from '../../facts/names.ts';
import type { Account, Spn } from '../../facts/names.ts';
import type { Listed, Name } from './line-kinds.ts';
import type { Block, Failure, Run } from './runs.ts';

type Owner = FactOf<'spnOwner'>;

/** The facts of all runs, in order. What a later command removed is no longer held. */
export function factsOf(runs: readonly Run[]): Fact[] {
  const gone = new Set<string>();
  const lists = runs.toReversed().map((run) => {
    const facts = factsOfRun(run);
    const left = gone.size === 0 ? facts : facts.flatMap((fact) => without(fact, gone));
    if (run.result?.is === 'updated') {
      for (const block of run.blocks) {
        if (block.as !== 'change' || !block.removes) continue;
        for (const { spn } of block.spns) if (spn) gone.add(key(block.name.written, spn));
      }
    }
    return left;
  });
  return lists.reverse().flat();
}

const key = (written: string, spn: Spn): string =>
  `${written.toLowerCase()} ${spelled(spn)}@${spn.realm ?? ''}`;

function without(fact: Fact, gone: ReadonlySet<string>): Fact[] {
  if (fact.kind === 'spnOwner') return gone.has(key(fact.account.written, fact.spn)) ? [] : [fact];
  if (fact.kind !== 'spnList') return [fact];
  return [{ ...fact, spns: fact.spns.filter((spn) => !gone.has(key(fact.account.written, spn))) }];
}

function factsOfRun(run: Run): Fact[] {
  // The name in the command is the logon name of the one account that the command is about.
  const about = run.blocks.filter(({ as }) => as !== 'alone');
  const logon = about.length === 1 ? run.command?.account : undefined;
  return [
    run.blocks.flatMap((block) => factsOfBlock(run, block, logon)),
    search(run),
    duplicates(run),
    refusals(run),
  ].flat();
}

function factsOfBlock(run: Run, block: Block, named: Account | undefined): Fact[] {
  const { name, as, removes, spns } = block;
  if (as === 'change' && (removes || run.result?.is !== 'updated')) return [];
  if (as === 'alone' && spns.length === 0) return [];
  const known = spns.flatMap(({ spn, at }) => (spn ? [{ spn, at }] : []));
  const isComputer = hasHost(known);
  const account = accountOf(name.written);
  // A computer goes by its name in commands, and its logon name ends in a dollar sign.
  const isOther = as !== 'alone' && !isComputer && named && named.name !== account.name;
  const whole = { account, ...(isOther && { logon: named }) };
  const owners = known.map(({ spn, at }) => ({ kind: 'spnOwner' as const, at, spn, ...whole }));
  // A registration prints the SPNs that it adds, not all that there are.
  if (as === 'change') return owners;
  const listed = known.map(({ spn }) => spn);
  return [
    { kind: 'spnList', at: name.at, ...whole, spns: listed },
    ...owners.map((owner) => ({ ...owner, isComputer })),
  ];
}

const hasHost = (spns: readonly { spn: Spn }[]): boolean =>
  spns.some(({ spn }) => spn.service === 'HOST');

function search({ command, result, blocks, isForest }: Run): Fact[] {
  if (result?.is !== 'found' && result?.is !== 'none') return [];
  const found = blocks.filter(({ spns }) => spns.length > 0);
  if (result.is === 'found' && found.length === 0) return [];
  const spn = command ? command.spn : onlySpn(found);
  const holders = found.filter(({ spns }) => spn && spns.some((one) => isSame(one, spn)));
  return [
    {
      kind: 'spnSearch',
      at: result.at,
      ...(spn && { spn }),
      ...(command?.pattern !== undefined && { pattern: command.pattern }),
      owners: holders.length > 0 ? holders.length : found.length,
      scope: isForest ? 'forest' : 'domain',
    },
  ];
}

const isSame = ({ spn }: Listed, other: Spn): boolean =>
  spn !== undefined && spelled(spn) === spelled(other);

/** Without the command line: what was found can only be the one SPN that there is. */
function onlySpn(found: readonly Block[]): Spn | undefined {
  const [first] = found.flatMap(({ spns }) => spns);
  const spn = first?.spn;
  const isOnly = found.every(({ spns }) => spns.every((one) => spn && isSame(one, spn)));
  return isOnly ? spn : undefined;
}

function duplicates({ groups, count, isForest }: Run): Fact[] {
  const shown = groups.filter(({ names, isEnglish }) => isEnglish || names.length > 0);
  const owners = shown.flatMap(({ listed: { spn }, names }) =>
    spn ? distinct(names).map(({ written, at }) => owner(spn, written, at)) : [],
  );
  const at = count?.at ?? shown[0]?.listed.at;
  if (!at) return [];
  return [
    ...owners,
    {
      kind: 'spnDuplicates',
      at,
      groups: count?.groups ?? shown.length,
      spns: shown.flatMap(({ listed: { spn } }) => spn ?? []),
      scope: isForest ? 'forest' : 'domain',
    },
  ];
}

function owner(spn: Spn, written: string, at: Name['at']): Owner {
  return { kind: 'spnOwner', at, spn, account: accountOf(written) };
}

function distinct(names: readonly Name[]): Name[] {
  return [...new Map(names.map((name) => [name.written.toLowerCase(), name])).values()];
}

/** Win32 codes that setspn prints (winerror.h). */
const WHY: Record<number, FactOf<'spnRefused'>['why']> = {
  5: 'access-denied',
  1317: 'no-account',
  1332: 'no-account',
  1355: 'no-domain',
  8344: 'access-denied',
  8647: 'duplicate',
};

function refusals(run: Run): Fact[] {
  const { failures, result, command } = run;
  const refused = failures.flatMap(({ line, at }, index): Fact[] => {
    // The next line names the account whose domain was not found.
    const next = failures[index + 1]?.line;
    const before = failures[index - 1]?.line;
    if (line.is === 'no-account' && before?.is === 'lookup') return [];
    const code = 'code' in line ? line.code : undefined;
    const spn = command?.spn ?? run.blocks.find(({ as }) => as === 'change')?.spns[0]?.spn;
    const account = accountIn(line) ?? (next?.is === 'no-account' ? accountIn(next) : undefined);
    const named = account ?? command?.account;
    return [
      {
        kind: 'spnRefused',
        at,
        why: whyOf(line, code),
        ...(code !== undefined && { code }),
        ...(spn && { spn }),
        ...(named && line.is !== 'no-domain' && { account: named }),
        ...(line.is === 'no-domain' && line.domain !== '' && { domain: line.domain }),
      },
    ];
  });
  if (result?.is !== 'aborted') return refused;
  const spn = command?.spn ?? onlySpn(run.blocks);
  const account = command?.account;
  const names = { ...(spn && { spn }), ...(account && { account }) };
  return [...refused, { kind: 'spnRefused', at: result.at, why: 'duplicate', ...names }];
}

function accountIn(line: Failure): Account | undefined {
  if (line.is === 'no-account') return accountOf(line.account);
  return line.is === 'error' && line.name ? accountOf(line.name.written) : undefined;
}

function whyOf(line: Failure, code: number | undefined): FactOf<'spnRefused'>['why'] {
  if (line.is === 'no-account' || line.is === 'no-domain') return line.is;
  if (code === undefined) return line.is === 'error' ? 'access-denied' : 'other';
  return WHY[code] ?? 'other';
}
