/**
 * The table of edge://policy or chrome://policy as it is copied from the page: one line for each policy, or one
 * for each cell. The headings are translated, the names are not.
 *
 *     AuthServerAllowlist   *.contoso.com   Platform   Machine   Mandatory   OK
 *
 *     AuthServerAllowlist
 *     *.contoso.com
 *     Platform
 *     Machine
 *     Mandatory
 *     OK
 */
import { placeOfLines } from '../../text/line-parts.ts';
import type { Part } from './policies.ts';
import { CHROMIUM_POLICIES } from './names.ts';

const CELLS = /^([A-Z][A-Za-z0-9]{5,60})(?:\t+| {2,200})(\S.{0,500})$/;
const ALONE = /^[A-Z][A-Za-z0-9]{5,60}$/;
const LEVEL =
  /\b(Mandatory|Recommended|Obligatorisch|Verbindlich|Empfohlen|Obligatoire|Recommandé|Obligatoria|Obligatorio|Recomendado|Recomendada)\b/i;
const RECOMMENDED = /^(?:recom|empf)/i;
const NOT_SET = /^(?:Not set\.?|Nicht festgelegt\.?|Non défini(?:e)?\.?|No establecida\.?)$/i;
/** What comes after the value: where it is from, and for whom it is set. */
const SOURCE =
  /^(?:Platform|Plattform|Plate-?forme|Plataforma|Cloud|Group Policy|Enterprise default|Active Directory)$/i;
/** Lines of one policy, with its value. */
const LINES = 7;

export const copiedPage: Part = (lines, index, policies) => {
  const text = lines[index]?.text ?? '';
  const [, first = '', rest] = CELLS.exec(text) ?? [];
  const name = CHROMIUM_POLICIES.get((rest === undefined ? text : first).toLowerCase());
  if (name === undefined || (rest === undefined && !ALONE.test(text))) return 0;
  const below = lines.slice(index + 1, index + LINES).map((line) => line.text);
  const end = below.findIndex((one) => CHROMIUM_POLICIES.has(one.toLowerCase()));
  const own = rest === undefined ? below.slice(0, end < 0 ? below.length : end) : cellsOf(rest);
  const [value] = own;
  if (value === undefined || value === '') return 0;
  const levelAt = own.findIndex((one, at) => at > 0 && LEVEL.test(one));
  // A name alone, with a line below that could be anything, is a heading of something else.
  const isTable = levelAt > 0 || own.some((one) => SOURCE.test(one));
  if (rest === undefined && !isTable && !NOT_SET.test(value)) return 0;
  const level = LEVEL.exec(own[levelAt] ?? '')?.[1];
  const rows = rest === undefined ? Math.max(levelAt, 0) + 2 : 1;
  const at = placeOfLines(lines, index, rows);
  policies.facts.push({
    kind: 'browserPolicy',
    at,
    browser: policies.browser,
    name,
    ...(!NOT_SET.test(value) && { value }),
    ...(level !== undefined && {
      level: RECOMMENDED.test(level) ? ('recommended' as const) : ('mandatory' as const),
    }),
  });
  policies.claimed.push(at);
  return rows;
};

function cellsOf(text: string): string[] {
  return text.split(/\t+| {2,}/, LINES).map((cell) => cell.trim());
}
