/**
 * The output of each command in a paste, as one run: the accounts with the SPNs below them, groups of
 * duplicates, errors, and the result that ends it. A run begins with a command line, or after a result.
 */
import type { Span } from '../../facts/span.ts';
import { lines } from '../../text/lines.ts';
import type { Command } from './command.ts';
import { lineKind } from './line-kinds.ts';
import type { Line, Listed, Name } from './line-kinds.ts';

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

export type Failure = Extract<Line, { is: 'error' | 'lookup' | 'no-account' | 'no-domain' }>;

export interface Run {
  readonly command?: Command;
  isForest: boolean;
  readonly blocks: Block[];
  readonly groups: Group[];
  readonly failures: { readonly line: Failure; readonly at: Span }[];
  result?: { readonly is: 'found' | 'none' | 'updated' | 'aborted'; readonly at: Span };
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

/** Characters of a message, and lines between two that are known. */
const ORDINARY = 100;
const BETWEEN = 20;

/** Every run, and the lines that they explain; lines in a taken range are passed over. */
export function runsOf(
  text: string,
  isTaken: (span: Span) => boolean,
): { runs: Run[]; claimed: Span[] } {
  const run = newRun();
  const state: State = {
    runs: [run],
    claimed: [],
    run,
    block: undefined,
    group: undefined,
    pending: [],
    last: 'blank',
  };
  let before: { readonly content: string; readonly at: Span; readonly line: Line } | undefined;
  for (const { start, end } of lines(text)) {
    if (end > start && isTaken({ start, end })) continue;
    const content = text.slice(start, end);
    const wrapped = before && wrappedName(before, content, end);
    const line = lineKind(content, start);
    if (before && !wrapped) take(state, before.line, before.at, before.content);
    const at = { start: wrapped && before ? before.at.start : start, end };
    before = { content: wrapped ? '' : content, at, line: wrapped ?? line };
  }
  if (before) take(state, before.line, before.at, before.content);
  return { runs: state.runs, claimed: state.claimed };
}

/** A console of 80 columns breaks long names, and what is copied from it has them on two lines. */
function wrappedName(
  { content, at, line }: { readonly content: string; readonly at: Span; readonly line: Line },
  next: string,
  end: number,
): Line | undefined {
  const isOpen = line.is === 'words' || (line.is === 'account' && line.as === 'change');
  if (!isOpen || !/CN=/i.test(content) || !/^[^\s/][^/]{0,400}$/.test(next)) return undefined;
  if (/^CN=/i.test(next)) return undefined;
  const joined = lineKind(content.trimEnd() + next, at.start);
  if (joined.is !== 'account' || joined.as === 'change') return undefined;
  return { ...joined, name: { ...joined.name, at: { start: joined.name.at.start, end } } };
}

function newRun(command?: Command): Run {
  const isForest = command?.isForest === true;
  return { ...(command && { command }), isForest, blocks: [], groups: [], failures: [] };
}

function begin(state: State, command?: Command): void {
  state.run = newRun(command);
  state.runs.push(state.run);
  state.block = state.group = undefined;
  state.pending = [];
}

function claim(state: State, at: Span): void {
  state.claimed.push(...state.pending, at);
  state.pending = [];
}

function take(state: State, line: Line, at: Span, content: string): void {
  if (line.is === 'blank') return;
  const isOver = state.run.result ?? state.run.count;
  if (line.is === 'command') {
    begin(state, line.command);
    claim(state, at);
  } else if (line.is === 'words' || isStray(state.run, line)) {
    takeWords(state, content.trim(), at);
  } else {
    if (isOver) begin(state);
    takeOutput(state, line, at);
  }
  state.last = line.is;
}

/** A code such as 0x2098/8344 in a text that has nothing else of setspn. */
function isStray({ command, blocks }: Run, line: Line): boolean {
  return line.is === 'error' && !line.name && !command && blocks.length === 0;
}

function takeOutput(
  state: State,
  line: Exclude<Line, { is: 'blank' | 'words' | 'command' }>,
  at: Span,
): void {
  const { run } = state;
  switch (line.is) {
    case 'target':
      run.isForest ||= line.isForest;
      state.block = state.group = undefined;
      // What stood before the output is no part of it.
      state.pending = [at];
      return;
    case 'account':
      takeAccount(state, line, at);
      return;
    case 'spn':
      takeSpn(state, line.listed, at);
      return;
    case 'group':
      state.block = undefined;
      openGroup(state, line.listed, line.isEnglish);
      if (line.isEnglish) claim(state, at);
      else state.pending.push(at);
      return;
    case 'result':
      run.result = { is: line.result, at };
      break;
    case 'groups':
      run.count = { groups: line.count, at };
      break;
    default:
      run.failures.push({ line, at });
  }
  state.block = state.group = undefined;
  claim(state, at);
}

function takeAccount(state: State, line: Extract<Line, { is: 'account' }>, at: Span): void {
  if (state.group) {
    state.group.names.push(line.name);
    claim(state, at);
    return;
  }
  const { name, as, removes } = line;
  state.block = { name, as, removes: removes || state.run.command?.mode === 'D', spns: [] };
  state.run.blocks.push(state.block);
  if (as === 'header') claim(state, at);
  else if (state.pending.length > BETWEEN) state.pending = [at];
  else state.pending.push(at);
}

function takeSpn(state: State, listed: Listed, at: Span): void {
  if (state.run.command?.mode === 'X') openGroup(state, listed, true);
  else if (state.block) state.block.spns.push(listed);
  else return;
  claim(state, at);
}

function openGroup(state: State, listed: Listed, isEnglish: boolean): void {
  state.group = { listed, names: [], isEnglish };
  state.run.groups.push(state.group);
}

/** A sentence that is not known: the result in the language of the display, or what ends a list. */
function takeWords(state: State, words: string, at: Span): void {
  const { run, last } = state;
  const number = /^\D{1,80}?(\d{1,7})\D{1,80}$|^(\d{1,7})\D{1,80}$/.exec(words);
  if (run.command?.mode === 'X' && number && !run.count && /\bSPNs?\b/i.test(words)) {
    run.count = { groups: Number(number[1] ?? number[2]), at };
    claim(state, at);
  } else if (
    !run.result &&
    words.length <= ORDINARY &&
    /\bSPN\b/.test(words) &&
    !/\d/.test(words)
  ) {
    const result = translated(run, last);
    if (result) {
      run.result = { is: result, at };
      claim(state, at);
    }
  }
  if (words.length > ORDINARY || state.pending.length > BETWEEN) state.pending = [];
  else state.pending.push(at);
  state.block = state.group = undefined;
}

/** What a sentence about an SPN can only mean at this point of the output. */
function translated(
  { command, blocks }: Run,
  last: Line['is'],
): 'found' | 'none' | 'aborted' | undefined {
  const mode = command?.mode;
  const listed = blocks.some(({ spns }) => spns.length > 0);
  if (!listed) {
    const isSearch = mode === 'Q' || mode === undefined;
    return isSearch && last === 'target' && blocks.length === 0 ? 'none' : undefined;
  }
  if (last !== 'spn') return undefined;
  if (mode === 'Q') return 'found';
  const isHolder = blocks.every(({ as }) => as === 'alone');
  return (mode === 'S' || mode === 'A') && isHolder ? 'aborted' : undefined;
}
