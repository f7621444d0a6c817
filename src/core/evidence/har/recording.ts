/**
 * What a HAR file can show at all. Chrome and Edge have left out credentials and cookies since version
 * 130 unless told otherwise; Playwright keeps the last answer of a handshake and no credentials of it.
 * A file of Chrome with a single cookie or Authorization header was exported with all of them.
 */
import type { FactOf } from '../../facts/fact.ts';
import type { Entry, HarFile, Side } from './entries.ts';

const SECRET = /^(?:cookie|set-cookie|authorization|proxy-authorization)$/i;
const CHROMIUM = /^WebInspector$/i;
const LAST_ANSWERS = /^(?:Playwright|Puppeteer|puppeteer-har)$/i;

export function recordingOf({ creator, entries }: HarFile): FactOf<'recording'> {
  const name = creator?.name ?? '';
  const lacks = LAST_ANSWERS.test(name)
    ? 'steps'
    : CHROMIUM.test(name) && !entries.some(showsSecrets)
      ? 'credentials'
      : undefined;
  const program = [name, creator?.version ?? ''].join(' ').trim().slice(0, 80);
  const [first] = entries;
  return {
    kind: 'recording',
    format: 'har',
    requests: entries.length,
    ...(program !== '' && { program }),
    ...(lacks !== undefined && { lacks }),
    at: creator?.at ?? first?.at ?? { start: 0, end: 1 },
  };
}

const hasSecret = (side: Side | undefined): boolean =>
  side?.headers.some(({ name }) => SECRET.test(name.value)) ?? false;

const showsSecrets = ({ request, response }: Entry): boolean =>
  hasSecret(request) || hasSecret(response);
