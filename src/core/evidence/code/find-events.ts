/**
 * Events that a person names: `Event 4769`, `Event ID 7 of Security-Kerberos`. Events themselves, with
 * their header or their message, have a reader of their own.
 */
import { spanOf, type Finder } from './found.ts';
import { describeEvent } from '../../codes/lookup.ts';
import type { CodeRow } from '../../codes/row.ts';

const TOLD =
  /\bevent[ \t]{0,2}(?:id(?:[ \t]{0,64}[:=#])?[ \t]{0,64}(\d{1,5})|(\d{3,5}))\b(?![.-]\d)/gi;

/** The events that are named; a provider that the text names decides between several. */
export const findEvents: Finder = function* (text) {
  const named = new Map<string, boolean>();
  const isNamed = ({ provider }: CodeRow) => {
    const name = shortName(provider);
    // Asked once per provider: a paste can name thousands of events.
    if (!named.has(name)) named.set(name, text.includes(name));
    return named.get(name) === true;
  };
  for (const match of text.matchAll(TOLD)) {
    const rows = describeEvent(Number(match[1] ?? match[2]));
    const inText = rows.filter(isNamed);
    const chosen = inText.length ? inText : rows;
    if (chosen.length) yield { at: spanOf(match), rows: chosen };
  }
};

/** `Security-Kerberos` of `Microsoft-Windows-Security-Kerberos`, as people write it. */
function shortName(provider = ''): string {
  return provider.replace(/^Microsoft-Windows-/, '');
}
