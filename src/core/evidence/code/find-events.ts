/**
 * Windows events as they are copied: out of Event Viewer's text (`Event ID:      4625`) or its XML
 * view (`<EventID>4625</EventID>`), out of `Get-WinEvent | Format-List` (`Id : 4625`), or written
 * by a person (`Event 4769`).
 *
 * What can fool them: an `Id : 7` of another command below a `TimeCreated` of this one.
 */
import { spanOf, type Finder } from './found.ts';
import { describeEvent, describeKerberos } from '../../codes/lookup.ts';
import type { CodeRow } from '../../codes/row.ts';
import { TABLE } from '../../codes/table.ts';

const TOLD =
  /\bevent[ \t]{0,2}(?:id(?:[ \t]{0,64}[:=#])?[ \t]{0,64}(\d{1,5})|(\d{3,5}))\b(?![.-]\d)/gi;
const XML = /<EventID(?: Qualifiers=["']\d{0,10}["'])?>(\d{1,5})<\/EventID>/g;
const LISTED = /^[ \t]{0,64}(?:Event|Instance)?Id[ \t]{0,64}:[ \t]{0,64}(\d{1,5})[ \t]{0,64}$/gim;
/** A property that stands next to `Id` in a list of events, and in no list of processes. */
const OF_EVENT =
  /^[ \t]{0,64}(?:TimeCreated|TimeGenerated|ProviderName|LogName|LevelDisplayName)\b/m;
/** Status of a ticket event's XML: a Kerberos error where it is small. */
const STATUS = /<Data Name=["'](?:Sub)?Status["']>(0x[0-9a-f]{1,4})<\/Data>/gi;

/** `Source:        Microsoft-Windows-Security-Kerberos`, `<Provider Name="NETLOGON"`. */
const SOURCE = /\b(?:Source|Provider ?Name)[^\w\n]{1,80}(Microsoft-Windows-)?([\w-]{1,80})/gi;

/** Characters on either side within which an event names its source. */
const NEAR = 600;

const PROVIDERS = new Set(TABLE.event.map(({ provider }) => shortName(provider).toLowerCase()));

/** The events that are named; the source, where the text names one, decides between several. */
export const findEvents: Finder = function* (text) {
  const named = new Map<string, boolean>();
  const isNamed = ({ provider }: CodeRow) => {
    const name = shortName(provider);
    // Asked once per provider: a paste can name thousands of events.
    if (!named.has(name)) named.set(name, text.includes(name));
    return named.get(name) === true;
  };
  const patterns = OF_EVENT.test(text) ? [TOLD, XML, LISTED] : [TOLD, XML];
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const rows = describeEvent(Number(match[1] ?? match[2]));
      const source = rows.length ? sourceNear(text, match.index) : undefined;
      const ofSource = rows.filter(({ provider }) => shortName(provider).toLowerCase() === source);
      const inText = rows.filter(isNamed);
      const chosen = source === undefined ? (inText.length ? inText : rows) : ofSource;
      if (chosen.length) yield { at: spanOf(match), rows: chosen };
    }
  }
};

/** `<Data Name="Status">0x18</Data>` of the events 4768, 4769 and 4771. */
export const findEventReasons: Finder = function* (text) {
  for (const match of text.matchAll(STATUS)) {
    const value = Number(match[1]);
    const row = value === 0 ? undefined : describeKerberos(value);
    if (row) yield { at: spanOf(match, 1), rows: [row], value };
  }
};

/**
 * The source that is said of the event at `index`: the nearest before it, else the first after it.
 * Short and in lower case; undefined when it is none of Windows' own and not in the table.
 */
function sourceNear(text: string, index: number): string | undefined {
  const start = Math.max(0, index - NEAR);
  const sources = [...text.slice(start, index + NEAR).matchAll(SOURCE)].filter(
    ([, prefix, name = '']) => prefix !== undefined || PROVIDERS.has(name.toLowerCase()),
  );
  const nearest = sources.findLast((match) => start + match.index < index) ?? sources[0];
  return nearest?.[2]?.toLowerCase();
}

/** `Security-Kerberos` of `Microsoft-Windows-Security-Kerberos`, as Event Viewer's Source shows it. */
function shortName(provider = ''): string {
  return provider.replace(/^Microsoft-Windows-/, '');
}
