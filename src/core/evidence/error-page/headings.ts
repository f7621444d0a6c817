/**
 * The headings of error pages. In every language they have the number of the status:
 *
 *     HTTP Error 401.2 - Unauthorized                     IIS 7 and later, and IIS 6 below a page of advice
 *     HTTP-Fehler 401.2 - Unauthorized
 *     IIS 10.0 Detailed Error - 401.2 - Unauthorized      the title of the page
 *     Error message 401.2.: Unauthorized: Logon failed... ASP.NET
 *     401 - Unauthorized: Access is denied due to...      what remote users get
 */
import type { FactOf } from '../../facts/fact.ts';
import type { Span } from '../../facts/span.ts';
import type { PrintedLine } from '../../text/printed-lines.ts';
import { bare } from './plain-page.ts';

export interface Heading {
  readonly by: FactOf<'errorPage'>['by'];
  readonly status: number;
  readonly substatus?: number;
  /** From the beginning of the heading to the end of its number. */
  readonly at: Span;
  readonly line: PrintedLine;
  /** Index of the line. */
  readonly index: number;
  /** True for `HTTP Error 401.2` without the words of a heading behind it: prose has that, too. */
  readonly isBare: boolean;
}

const PAGE =
  /^(?:[^\s\d<>="]{1,16} ){0,2}HTTP(?![\w/])[^\d\r\n/]{0,24}([45]\d\d)\.(\d{1,3})(?:$|(\s?[-\u2013\u2014:\uff1a]\s?\S)|[.\s]*$)/i;
const TITLE = /\bIIS \d{1,2}\.\d .{3,60}? [-\u2013] ([45]\d\d)\.(\d{1,3}) [-\u2013] /;
const ASP_NET = /^(?:\S{1,24} ){0,4}401\.([123])\.?\s?[:\uff1a]/;
const SHORT = /^401 [-\u2013\u2014] [^:\uff1a\d]{3,60}[:\uff1a]\s?\S/;
/** `403 - Forbidden: Access is denied.`: a list of statuses, and no page. */
const OTHER_SHORT = /^(?:40[03-9]|50\d) [-\u2013\u2014] /;
/** Characters of a line in which its heading is looked for. */
const LONGEST = 300;

/** All headings in their order. `isAspNet`: the text names ASP.NET, which its pages do in their last line. */
export function headingsOf(lines: readonly PrintedLine[], isAspNet: boolean): Heading[] {
  const isList = lines.some(({ text }) => OTHER_SHORT.test(bare(text)));
  return lines.flatMap((line, index) => {
    const text = bare(line.text.slice(0, LONGEST));
    const heading = headingOf(text, isAspNet);
    if (!heading || (heading.by === 'short' && isList)) return [];
    const { end, ...rest } = heading;
    const start = line.start + line.text.indexOf(text);
    return [{ ...rest, at: { start, end: start + end }, line, index }];
  });
}

/** `end`: of the number, in `text`. */
function headingOf(
  text: string,
  isAspNet: boolean,
):
  (Pick<Heading, 'by' | 'status' | 'substatus' | 'isBare'> & { readonly end: number }) | undefined {
  const title = TITLE.exec(text);
  const page = title ?? PAGE.exec(text);
  if (page) {
    const [status = '', substatus = ''] = page.slice(1);
    const number = `${status}.${substatus}`;
    const end = page.index + page[0].lastIndexOf(number) + number.length;
    const isBare = !title && page[3] === undefined;
    return { by: 'iis', status: Number(status), substatus: Number(substatus), isBare, end };
  }
  const found = ASP_NET.exec(text);
  if (found && (isAspNet || /^error message/i.test(text))) {
    const end = found[0].indexOf('401.') + 5;
    return { by: 'asp.net', status: 401, substatus: Number(found[1]), isBare: false, end };
  }
  return SHORT.test(text) ? { by: 'short', status: 401, isBare: false, end: 3 } : undefined;
}
