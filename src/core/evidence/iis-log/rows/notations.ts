/**
 * The notations in which tools write a row as names and values, each with what tells a text in it:
 *
 *     {"ScStatus": 401, "ScSubStatus": "2", "ScWin32Status": "5"}     JSON, whole or one per line
 *     sc-status       : 401                                           PowerShell's Format-List
 *     <sc-status>401</sc-status>                                      Log Parser's XML, events
 *     sc_status=401 sc_substatus=2 sc_win32_status=5                  log collectors
 */
import type { Cell } from '../../../text/cells.ts';
import { jsonTokens } from '../../../text/json.ts';
import { lines } from '../../../text/lines.ts';

/** A named value, or the end of a row. */
export type Pair = (Cell & { readonly name: string }) | 'end';

interface Notation {
  readonly seen: RegExp;
  readonly pairs: (text: string) => Iterable<Pair>;
}

export const NOTATIONS: readonly Notation[] = [
  { seen: /"(?:sc[-_ ]?status|[\w.]{0,60}win32_status)\\{0,7}"\s{0,20}:/i, pairs: ofJson },
  { seen: /^[ \t>]*sc[-_ ]?status[ \t]{0,40}: *[1-5]\d\d[ \t]*$/im, pairs: ofList },
  { seen: /<(?:Data Name=["'])?sc[-_]?status["']?>/i, pairs: ofXml },
  {
    seen: /(?:^|[\s,])sc[-_]?status="?[1-5]\d\d"?[\s,](?:.{0,2000}[\s,])?(?:sc[-_]?substatus|cs[-_]?method)=/im,
    pairs: ofAssignments,
  },
];

/** Names around a value that may tell what it is. */
const GROUPS = 3;

/** A row ends with the object that lies in a list or in nothing; objects inside it are its parts. */
function* ofJson(text: string): Generator<Pair> {
  const path: { name: string; list: boolean }[] = [];
  for (const token of jsonTokens(text)) {
    if (token.kind === 'open') path.push(token);
    else if (token.kind === 'close') {
      path.pop();
      if (!token.list && (path.at(-1)?.list ?? true)) yield 'end';
    } else {
      const { name, value, start, end } = token;
      const groups = path
        .filter((part) => !part.list)
        .slice(-GROUPS)
        .map((part) => part.name);
      yield { name: [...groups, name].join('.'), value, start, end };
    }
  }
}

const LIST = /^([ \t>]*)([A-Za-z][\w()-]{0,60})[ \t]{0,40}: ?(.*)$/;

/** A blank line ends a row; one without a name goes on with the value above, and is passed over. */
function* ofList(text: string): Generator<Pair> {
  for (const { start, end } of lines(text)) {
    const line = text.slice(start, Math.min(end, start + 70_000));
    const found = LIST.exec(line);
    if (/^[\s>]*$/.test(line)) yield 'end';
    if (!found) continue;
    const [whole, , name = '', rest = ''] = found;
    const shown = rest.trimEnd();
    const from = start + whole.length - rest.length;
    yield { name, value: shown, start: from, end: from + shown.length };
  }
}

const ELEMENT =
  /<(?:Data Name=["'])?([A-Za-z][\w()-]{0,60})(?:["'][^<>]{0,60})?>([^<>]{0,70000})<\/|<\/(?:row|event|eventdata)>/gi;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'" };

function* ofXml(text: string): Generator<Pair> {
  for (const found of text.matchAll(ELEMENT)) {
    const [whole, name, shown] = found;
    if (name === undefined || shown === undefined) {
      yield 'end';
      continue;
    }
    const raw = shown.trim();
    const start = found.index + whole.length - 2 - shown.trimStart().length;
    const value = raw
      .replace(/&(lt|gt|quot|apos);/g, (_, entity: string) => ENTITIES[entity] ?? '')
      .replaceAll('&amp;', '&');
    yield { name, value, start, end: start + raw.length };
  }
}

const ASSIGNMENT = /(?<![^\s,])([A-Za-z][\w()-]{0,60})=(?:"([^"\r\n]*)"|([^\s,"]*))|\n/g;

function* ofAssignments(text: string): Generator<Pair> {
  for (const found of text.matchAll(ASSIGNMENT)) {
    const [whole, name, quoted, plain = ''] = found;
    if (name === undefined) {
      yield 'end';
      continue;
    }
    const value = quoted ?? plain;
    const end = found.index + whole.length - (quoted === undefined ? 0 : 1);
    yield { name, value, start: end - value.length, end };
  }
}
