/**
 * Error pages of IIS and ASP.NET: the text of the page as it is copied from a browser, its HTML, or
 * its details alone, in any language.
 *
 *     HTTP Error 401.1 - Unauthorized
 *     You do not have permission to view this directory or page using the credentials that you supplied.
 *     Detailed Error Information:
 *     Module           WindowsAuthenticationModule
 *     Notification     AuthenticateRequest
 *     Handler          StaticFile
 *     Error Code       0xc000006d
 *
 * The page lists the possible causes of its substatus, whether they apply or not: nothing of that is
 * stated. Source: the pages of IIS 6 to 10; the error formatters of System.Web (.NET reference source).
 */
import type { FactOf } from '../../facts/fact.ts';
import type { Span } from '../../facts/span.ts';
import { statusText } from '../../codes/iis-refusal.ts';
import { describeHttp } from '../../codes/lookup.ts';
import { ERROR_PAGES } from '../../limits.ts';
import { occupiedBy } from '../../text/occupied.ts';
import { printedLines, type PrintedLine } from '../../text/printed-lines.ts';
import type { Rewritten } from '../../text/rewrite.ts';
import type { Context, LoadedReader, Reading } from '../reader.ts';
import { documentAround, isOnlyProse, sentencesBelow } from './claimed.ts';
import { detailsOf, type Details } from './details.ts';
import { headingsOf, type Heading } from './headings.ts';
import { piecesOf } from './pieces.ts';
import { plainPage } from './plain-page.ts';

type Page = FactOf<'errorPage'>;

/** Characters between the heading of a page and its details; the advice in between has some 2,000. */
const REACH = 6_000;
/** More different statuses than that are an article about them. */
const STATUSES = 4;

interface Found {
  readonly heading?: Heading;
  readonly details?: Details;
}

function read(text: string, { claimed: taken }: Pick<Context, 'claimed'>): Reading | undefined {
  const plain = plainPage(text);
  const isTaken = occupiedBy(taken);
  const lines = printedLines(plain.text).filter((line) => !isTaken(plain.original(line)));
  const headings = headingsOf(lines, text.includes('ASP.NET'));
  const details = detailsOf(piecesOf(lines));
  const pages = paired(headings, details).filter(isKnown);
  const statuses = new Set(pages.map(({ heading }) => heading && statusText(heading)));
  if (pages.length === 0 || statuses.size > STATUSES) return undefined;
  const claimed = pages.flatMap((page) => claimedBy(page, lines, plain.text)).map(plain.original);
  return {
    kinds: ['error-page'],
    facts: pages.slice(0, ERROR_PAGES).map((page) => factOf(page, plain)),
    claimed: [...claimed, ...pages.flatMap((page) => documentOf(page, text, plain))],
  };
}

/** Each heading with the details below it; details without a heading are a page of their own. */
function paired(headings: readonly Heading[], details: readonly Details[]): Found[] {
  const distinct = headings.filter(
    (heading, index) => !isRepeated(heading, headings[index + 1], details),
  );
  const pages: Found[] = distinct.map((heading, index) => {
    const next = distinct[index + 1]?.at.start ?? Infinity;
    const own = details.find(
      ({ at }) =>
        at.start >= heading.at.end && at.start < next && at.start - heading.at.end < REACH,
    );
    return { heading, ...(own && { details: own }) };
  });
  const used = new Set(pages.map((page) => page.details));
  const others = details.filter((one) => !used.has(one)).map((own): Found => ({ details: own }));
  return [...pages, ...others]
    .filter(({ heading, details: own }) => heading?.isBare !== true || own !== undefined)
    .sort((one, other) => startOf(one) - startOf(other));
}

/** The title of a page and the heading in it. */
function isRepeated(
  heading: Heading,
  next: Heading | undefined,
  details: readonly Details[],
): boolean {
  if (next?.status !== heading.status || next.substatus !== heading.substatus) return false;
  return !details.some(({ at }) => at.start > heading.at.start && at.start < next.at.start);
}

const startOf = ({ heading, details }: Found): number => (heading ?? details)?.at.start ?? 0;

/** A page of a status that this guide says something about; without a status, it is a refused logon. */
function isKnown({ heading }: Found): boolean {
  return heading === undefined || describeHttp(heading.status, heading.substatus) !== undefined;
}

function factOf({ heading, details }: Found, { original }: Rewritten): Page {
  const { at, codeAt, urlAt, ...own } = details ?? {};
  return {
    kind: 'errorPage',
    at: original(heading?.at ?? at ?? { start: 0, end: 0 }),
    by: heading?.by ?? 'iis',
    ...(heading && { status: heading.status }),
    ...(heading?.substatus !== undefined && { substatus: heading.substatus }),
    ...own,
    ...(codeAt && { codeAt: original(codeAt) }),
    ...(urlAt && { urlAt: original(urlAt) }),
  };
}

/** The page with its advice: what it lists as possible causes is no evidence. */
function claimedBy(
  { heading, details }: Found,
  lines: readonly PrintedLine[],
  text: string,
): Span[] {
  if (!heading) return details ? [details.at] : [];
  const below = heading.status === 401 ? sentencesBelow(lines, heading) : [];
  const { start, end } = heading.line;
  if (!details) return [{ start, end }, ...below];
  const between = { start: end, end: details.at.start };
  const isAdvice = end < details.at.start && isOnlyProse(text.slice(end, details.at.start));
  return [{ start, end }, ...(isAdvice ? [between] : below), details.at];
}

/** The rest of the HTML document that the page is. */
function documentOf({ heading }: Found, text: string, { original }: Rewritten): Span[] {
  const whole = heading && documentAround(text, original(heading.at));
  return whole ? [whole] : [];
}

export const errorPage: LoadedReader = {
  read,
  loadRules: async () => (await import('./rules/rules.ts')).ERROR_PAGE_RULES,
};
