/**
 * Policies of browsers that have to do with signing in: exports and copies of edge://policy and
 * chrome://policy, policies.json and preferences of Firefox, property lists. Those in the registry are read
 * with the registry.
 */
import type { FactTypes } from '../../facts/fact.ts';
import type { Span } from '../../facts/span.ts';
import { readParts } from '../../text/line-parts.ts';
import { printedLines } from '../../text/printed-lines.ts';
import { gapsBetween } from '../../text/gaps.ts';
import type { Context, LoadedReader, Reading } from '../reader.ts';
import { copiedPage } from './copied-page.ts';
import { preference } from './firefox-lines.ts';
import { readJson } from './json-export.ts';
import type { Part, Policies } from './policies.ts';
import { propertyList } from './property-list.ts';

const PARTS: readonly Part[] = [preference, propertyList, copiedPage];

function read(text: string, { claimed: taken }: Pick<Context, 'claimed'>): Reading | undefined {
  const exported = readJson(without(text, taken));
  if (exported) {
    const isExport = exported.some(({ kind }) => kind === 'browserPolicies');
    const claimed = isExport ? [documentIn(text)] : exported.map(({ at }) => at);
    return { kinds: ['policy'], facts: exported, claimed };
  }
  const policies: Policies = { facts: [], claimed: [], browser: browserIn(text) };
  readParts(printedLines(text, taken), PARTS, policies);
  const { facts, claimed } = policies;
  return facts.length > 0 ? { kinds: ['policy'], facts, claimed } : undefined;
}

/** The text with blanks where others have read, so that places stay. */
function without(text: string, taken: readonly Span[]): string {
  if (taken.length === 0) return text;
  const kept = gapsBetween(text.length, taken);
  let end = 0;
  const parts = kept.flatMap((gap) => {
    const blank = ' '.repeat(gap.start - end);
    end = gap.end;
    return [blank, text.slice(gap.start, gap.end)];
  });
  return parts.join('').padEnd(text.length);
}

/** The whole export is explained: no number in it is a code. */
function documentIn(text: string): Span {
  const start = Math.max(text.indexOf('{'), 0);
  const end = text.lastIndexOf('}') + 1;
  return { start, end: end > start + 1 ? end : text.length };
}

/** The browser whose page or file it is, where the paste says it. */
function browserIn(text: string): FactTypes['browserPolicy']['browser'] {
  const isEdge = /edge:\/\/policy|Microsoft Edge Polic|com\.microsoft\.Edge/i.test(text);
  const isChrome = /chrome:\/\/policy|Chrome Polic|com\.google\.Chrome/i.test(text);
  return isEdge === isChrome ? 'chromium' : isEdge ? 'edge' : 'chrome';
}

/** The registry states the same facts, so the rules on them are those of the case. */
export const policy: LoadedReader = { read, loadRules: () => Promise.resolve([]) };
