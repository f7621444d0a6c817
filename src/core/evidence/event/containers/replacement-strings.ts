/** The values of an event without their names, as Get-EventLog lists them. */
import type { Page } from '../fields/page.ts';
import type { Value } from '../record.ts';

const STRINGS = /^ReplacementStrings\s{0,9}[:=]\s{0,9}\{/i;

/** `ReplacementStrings : {S-1-0-0, -, -, 0x0, ...}` of Get-EventLog, which may be wrapped. */
export function replacementStrings(page: Page, first: number, end: number): Value[] {
  const lines = page.lines.slice(first, end);
  const index = lines.findIndex(({ text }) => STRINGS.test(text));
  const line = lines[index];
  if (!line) return [];
  const start = line.start + line.text.indexOf('{') + 1;
  const last = lines.slice(index).find(({ text }) => text.endsWith('}'));
  const to = last ? last.start + last.text.length - 1 : line.start + line.text.length;
  return [...page.text.slice(start, to).matchAll(/(?:^|, ?)([^,]{0,300})/g)].map((match) => {
    const from = start + match.index + match[0].length - (match[1] ?? '').length;
    return { text: (match[1] ?? '').trim(), at: page.place(from, from + (match[1] ?? '').length) };
  });
}
