/**
 * `net user NAME /domain`. The labels are translated, the order is not; the line with the code of the
 * country is the anchor, as its value is a number of three digits with words in brackets.
 *
 *     User name                    svc-portal
 *     Full Name
 *     Comment
 *     User's comment
 *     Country/region code          000 (System Default)
 *     Account active               Yes                   No, Locked
 *     Account expires              Never
 *
 *     Password last set            3/2/2026 8:15:02 AM
 *     Password expires             Never
 */
import type { Span } from '../../facts/span.ts';
import type { Attribute } from './attributes.ts';
import type { DirectoryLine } from './directory-lines.ts';
import type { Entry, Value } from './entry.ts';

const COUNTRY = /\s{2,}\d{3} \(.{1,60}\)$/;
const COMMAND = /\bnet1?(?:\.exe)?\s{1,9}user\s{1,9}["']?([^\s"'/]{1,104})["']?.{0,40}\/do/i;
const ACTIVE: readonly (readonly [RegExp, 'yes' | 'no' | 'locked'])[] = [
  [/^(?:Yes|Ja|Oui|S[ií]|Sì|Sim|Да|Tak|Evet|是|はい|예)$/i, 'yes'],
  [/^(?:No|Nein|Non|Não|Nee|Nej|Нет|Nie|Hayır|否|いいえ|아니요)$/i, 'no'],
  [/^(?:Locked|Gesperrt|Verrouill|Bloque|Bloccat|Bloquead|Vergrendeld|Заблок|Zablok)/i, 'locked'],
];
/** Lines between the name and the code of the country. */
const ABOVE = 5;

/** The accounts that `net user` shows. */
export function netUserEntries(lines: readonly DirectoryLine[]): Entry[] {
  return lines.flatMap((line, index) => (COUNTRY.test(line.text) ? entryAt(lines, index) : []));
}

function entryAt(lines: readonly DirectoryLine[], index: number): Entry[] {
  const country = lines[index];
  const [active, expires, set] = lines.slice(index + 1, index + 4);
  if (!country || !active || !expires || !set) return [];
  const state = valueOf(active);
  const meaning = ACTIVE.find(([word]) => word.test(state?.text ?? ''))?.[1];
  if (!state || meaning === undefined) return [];
  const values = new Map<Attribute, Value>();
  const put = (attribute: Attribute, text: string, at: Span) =>
    values.set(attribute, { texts: [text], at, base64: new Set(), isCut: false });
  // An account that is locked out is enabled all the same.
  put('enabled', meaning === 'no' ? 'False' : 'True', state.at);
  if (meaning === 'locked') put('locked-out', 'True', state.at);
  const name = nameOf(lines, index);
  if (name) put('logon-name', name.text, name.at);
  const password = valueOf(set);
  if (password && /\d/.test(password.text)) put('password-set', password.text, password.at);
  const first = name?.line ?? country;
  return [{ values, at: { start: first.start, end: set.end } }];
}

interface Named {
  readonly text: string;
  readonly at: Span;
  readonly line?: DirectoryLine;
}

/** The value after the label; columns of `net user` begin at the 30th character. */
function valueOf({ text, end }: DirectoryLine): Named | undefined {
  const value = /\s{2,}(\S.{0,200})$/.exec(text)?.[1];
  return value === undefined ? undefined : { text: value, at: { start: end - value.length, end } };
}

/** From the first line, or from the command above. */
function nameOf(lines: readonly DirectoryLine[], index: number): Named | undefined {
  const above = lines.slice(Math.max(0, index - ABOVE - 3), index);
  for (const line of above.toReversed()) {
    const name = COMMAND.exec(line.text)?.[1];
    if (name === undefined) continue;
    const start = line.start + line.text.lastIndexOf(name);
    return { text: name, at: { start, end: start + name.length }, line };
  }
  const first = lines[index - 4] ?? lines[0];
  const value = first && valueOf(first);
  return value && /^[^\s"/\\[\]:;|=,+*?<>]{1,104}$/.test(value.text)
    ? { ...value, line: first }
    : undefined;
}
