/**
 * Events in text: each begins with its header, or with the words of its message where somebody left the
 * header out, and ends where the next one begins.
 */
import type { Page } from '../fields/page.ts';
import type { Body, EventRecord, Header } from '../record.ts';
import { byPosition } from './header-position.ts';
import { replacementStrings } from './replacement-strings.ts';
import { draftsIn, type Draft } from './text-drafts.ts';

/** Lines of one message. */
const MOST_LINES = 120;

export function eventsInText(page: Page): EventRecord[] {
  const drafts = draftsIn(page);
  return drafts.map((draft, index) => {
    const next = drafts[index + 1]?.first ?? page.lines.length;
    return recordOf(draft, Math.min(next, draft.first + MOST_LINES), page);
  });
}

function recordOf(draft: Draft, end: number, page: Page): EventRecord {
  const { header, first, lastHeader, saying } = draft;
  const values = Object.fromEntries(
    Object.entries({ ...byPosition(draft, page), ...header }).map(([role, { text, start }]) => [
      role,
      { text: text.trim(), at: page.place(start, start + text.length) },
    ]),
  ) as Header;
  const start = draft.body ?? page.lines[lastHeader + 1]?.start;
  const body: Body | undefined =
    start === undefined ? undefined : { page, start, first: page.lineAt(start), end };
  const wordsAt = saying && page.place(saying.start, saying.end);
  const own = lastHeader >= 0 ? page.placeOfLines(first, lastHeader) : undefined;
  const claimed = [own, wordsAt].flatMap((at) => at ?? []);
  return {
    ...values,
    at: own ?? wordsAt ?? page.placeOfLines(first, first),
    named: new Map(),
    listed: replacementStrings(page, first, end),
    ...(body && body.first < body.end && { body }),
    claimed,
    ...(saying && wordsAt && { said: { message: saying.message, at: wordsAt, by: 'wording' } }),
  };
}
