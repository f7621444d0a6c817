/**
 * The output of each command in a paste, as one run: the accounts with the SPNs below them, groups of
 * duplicates, errors, and the result that ends it. A run begins with a command line, or after a result.
 */
import type { Span } from '../../facts/span.ts';
import type { Command } from './command.ts';
import { lineKind } from './line-kinds.ts';
import type { Failure, Line, Listed, Name, Result } from './line-kinds.ts';

/** An account and the SPNs below it. */
export interface Block {
  readonly name: Name;
  readonly as: 'alone' | 'header' | 'change';
  readonly removes: boolean;
  readonly spns: Listed[];
}

/** An SPN and the accounts below it. */
export interface Group {
  readonly listed: Listed;
  readonly names: Name[];
  readonly isEnglish: boolean;
}

export interface Run {
  readonly command: Command | undefined;
  isForest: boolean;
  readonly blocks: Block[];
  readonly groups: Group[];
  readonly failures: { failure: Failure; readonly at: Span }[];
  result?: { readonly is: Result; readonly at: Span };
  count?: { readonly groups: number; readonly at: Span };
}

interface State {
  readonly runs: Run[];
  readonly claimed: Span[];
  run: Run;
  block: Block | undefined;
  group: Group | undefined;
  /** Lines that are part of the output only if more of it follows. */
  pending: Span[];
  last: Line['is'];
}

/** Characters of a message. */
const ORDINARY = 100;

/** Every run, and the lines that they explain; lines in a taken range are passed over. */
export function runsOf(
  text: string,
  isTaken: (span: Span) => boolean,
): { runs: Run[]; claimed: Span[] } {
  const state = { runs: [], claimed: [], pending: [] } as unknown as State;
  begin(state);
  let before = '';
  let open: { line: Line; at: Span } | undefined;
  for (const { 0: content, index: start } of text.matchAll(/[^\r\n]+/g)) {
    const end = start + content.length;
    if (isTaken({ start, end })) continue;
    const joined = open && wrapped(open.line, before, content, open.at.start, end);
    const from = joined && open ? open.at.start : start;
    if (open && !joined) take(state, open.line, open.at, before);
    open = { line: joined ?? lineKind(content, start), at: { start: from, end } };
    before = joined ? '' : content;
  }
  if (open) take(state, open.line, open.at, before);
  return state;
}

/** A console of 80 columns breaks long names, and what is copied from it has them on two lines. */
function wrapped(
  line: Line,
  before: string,
  next: string,
  start: number,
  end: number,
): Line | undefined {
  const isOpen = line.is === 'words' || (line.is === 'account' && line.as === 'change');
  if (!isOpen || !/CN=/i.test(before) || !/^(?!CN=)[^\s/][^/]{0,400}$/i.test(next))
    return undefined;
  const joined = lineKind(before.trimEnd() + next, start);
  if (joined.is !== 'account' || joined.as === 'change') return undefined;
  return { ...joined, name: { ...joined.name, at: { start: joined.name.at.start, end } } };
}

function begin(state: State, command?: Command): void {
  state.run = {
    command,
    isForest: command?.isForest === true,
    blocks: [],
    groups: [],
    failures: [],
  };
  state.runs.push(state.run);
  close(state);
}

function close(state: State): void {
  state.block = state.group = undefined;
  state.pending = [];
}

function claim(state: State, at: Span): void {
  state.claimed.push(...state.pending, at);
  state.pending = [];
}

function take(state: State, line: Line, at: Span, content: string): void {
  if (line.is === 'blank') return;
  const { run } = state;
  if (line.is === 'words') takeWords(state, content.trim(), at);
  else if (line.is === 'command') {
    begin(state, line.command);
    claim(state, at);
  } else {
    if (run.result ?? run.count) begin(state);
    takeOutput(state, line, at);
  }
  state.last = line.is;
}

function takeOutput(
  state: State,
  line: Exclude<Line, { is: 'blank' | 'words' | 'command' }>,
  at: Span,
): void {
  const { run, block, group } = state;
  if (line.is === 'target') {
    run.isForest ||= line.isForest;
    close(state);
  } else if (line.is === 'account' && group) group.names.push(line.name);
  else if (line.is === 'account') {
    state.block = { ...line, removes: line.removes || run.command?.mode === 'D', spns: [] };
    run.blocks.push(state.block);
  } else if (line.is === 'group' || (line.is === 'spn' && run.command?.mode === 'X')) {
    close(state);
    const isEnglish = line.is === 'spn' || line.isEnglish;
    state.group = { listed: line.listed, names: [], isEnglish };
    run.groups.push(state.group);
  } else if (line.is === 'spn') {
    if (!block) return;
    block.spns.push(line.listed);
  } else {
    if (line.is === 'result') run.result = { is: line.result, at };
    else if (line.is === 'count') run.count = { groups: line.count, at };
    else takeFailure(run, line.failure, at);
    claim(state, at);
    close(state);
    return;
  }
  // A name alone is no output of setspn yet.
  const count = state.block?.spns.length ?? state.group?.names.length ?? 0;
  if (count > 0 || state.block?.as === 'header') claim(state, at);
  else if (state.pending.length < 9) state.pending.push(at);
}

/** The line after a failed call names the account, and is not another refusal. */
function takeFailure({ failures }: Run, failure: Failure, at: Span): void {
  const call = failures.at(-1);
  const isName = failure.why === 'no-account' && failure.code === undefined;
  if (call?.failure.code !== undefined && isName && !call.failure.account)
    call.failure = { ...failure, ...call.failure };
  else failures.push({ failure, at });
}

/** A sentence that is not known: the result in the language of the display, or what ends a list. */
function takeWords(state: State, words: string, at: Span): void {
  const { run } = state;
  const count = /^\D*(\d{1,7})\D+$/.exec(words)?.[1];
  const isResult = !run.result && !run.count && words.length < ORDINARY && /\bSPNs?\b/.test(words);
  const is = isResult && count === undefined ? translated(state) : undefined;
  if (isResult && count && run.command?.mode === 'X') run.count = { groups: Number(count), at };
  if (is) run.result = { is, at };
  if (is ?? run.count?.at === at) claim(state, at);
  close(state);
}

/** What a sentence about an SPN can only mean at this point of the output. */
function translated({ run: { command, blocks }, last }: State): Result | undefined {
  const mode = command?.mode ?? 'Q';
  if (last === 'target') return mode === 'Q' && blocks.length === 0 ? 'none' : undefined;
  if (last !== 'spn' || blocks.some(({ as }) => as !== 'alone')) return undefined;
  return command && (mode === 'Q' ? 'found' : /[SA]/.test(mode) ? 'aborted' : undefined);
}
