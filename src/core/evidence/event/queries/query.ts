/** A question to events, put to an engine with the names and times of a case. */
import type { Query } from '../../../queries/query.ts';
import { isWritable } from '../../../queries/writable.ts';
import type { Asked } from './asked.ts';
import type { Engine, Narrowed } from './engine.ts';
import { compared, type Narrowing } from './narrowing.ts';
import type { Question } from './question.ts';

/** Machines that one query names. */
const MACHINES = 20;

/** Said of every query: what makes the events exist, and what their absence means. */
const SILENCE =
  'An empty answer proves nothing: the audit must be on, the log must reach back that far, and every machine must have been read.';

/** The query, or the sentence that says why this engine has none. */
export function queryOf(
  engine: Engine,
  question: Question,
  { range, only = {}, machines = [] }: Asked,
): Query | { readonly unavailable: string } {
  const unavailable = engine.lacks[question.log];
  if (unavailable !== undefined) return { unavailable };
  const { narrowed, leftOut } = narrowedBy(question, only);
  const fit = [...new Set(machines)].filter(isWritable);
  return {
    text: engine.write({
      question,
      narrowed,
      ...(range && { range }),
      machines: fit.slice(0, MACHINES),
    }),
    replace: engine.replace(question),
    blind: [...question.blind, ...engine.blind(question), SILENCE],
    leftOut: [...leftOut, ...unnamed(machines, fit)],
  };
}

function narrowedBy(question: Question, only: NonNullable<Asked['only']>) {
  const narrowed: Narrowed[] = [];
  const leftOut: string[] = [];
  for (const [by, written] of Object.entries(only) as [Narrowing, string][]) {
    const fields = question.narrows[by];
    const name = compared(by, written);
    if (!fields) leftOut.push(`These events have no ${NAMES[by]} to compare; left out.`);
    else if (!isWritable(written) || !isWritable(name)) {
      leftOut.push(`The ${NAMES[by]} has characters that no query should carry; left out.`);
    } else narrowed.push({ by, fields, name });
  }
  return { narrowed, leftOut };
}

const NAMES: Readonly<Record<Narrowing, string>> = {
  name: 'service name',
  account: 'account',
  address: 'client address',
  machine: 'machine',
};

function unnamed(machines: readonly string[], fit: readonly string[]): string[] {
  const unfit = machines.some((name) => !isWritable(name));
  return [
    ...(unfit ? ['A machine with characters that no query should carry; left out.'] : []),
    ...(fit.length > MACHINES ? [`Machines after the first ${MACHINES}; add them yourself.`] : []),
  ];
}
