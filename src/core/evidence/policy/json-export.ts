/**
 * Policies in JSON: the export of edge://policy and chrome://policy, whole or cut anywhere; a file of managed
 * policies of Chrome on Linux; and Firefox's policies.json.
 *
 *     { "chromeMetadata": { "application": "Microsoft Edge", ... },
 *       "policyValues": { "chrome": { "policies": {
 *         "AuthServerAllowlist": { "level": "mandatory", "scope": "machine", "source": "platform",
 *                                  "value": "*.contoso.com" } } } } }
 *
 *     { "policies": { "Authentication": { "SPNEGO": ["contoso.com"], "AllowNonFQDN": { "SPNEGO": true } } } }
 *
 * Older exports have `chromePolicies` in place of `policyValues`. An export lists what is set and nothing else.
 * Source: Chromium, components/policy/core/browser/policy_conversions.cc; Mozilla, policy templates.
 */
import type { Fact, FactTypes } from '../../facts/fact.ts';
import type { Span } from '../../facts/span.ts';
import { jsonTokens, type JsonToken } from '../../text/json.ts';
import { CHROMIUM_POLICIES, FIREFOX_MEMBERS } from './names.ts';

type Browser = FactTypes['browserPolicy']['browser'];

interface Frame {
  readonly name: string;
  readonly values: Map<string, { readonly value: string; readonly at: Span }>;
}

interface Export {
  readonly frames: Frame[];
  readonly found: { readonly name: string; readonly frame: Frame }[];
  readonly facts: Fact[];
  browser: Browser;
  /** Policies that are listed, whatever their name. */
  count: number;
  lists: number;
  isExport: boolean;
}

/** Characters of one list, and lists that are read in full. */
const LIST_LENGTH = 4_000;
const MOST_LISTS = 500;

/** The facts; undefined when the text is no such export. */
export function readJson(text: string): readonly Fact[] | undefined {
  if (!/[{"]/.test(text)) return undefined;
  const state: Export = {
    frames: [],
    found: [],
    facts: [],
    browser: 'chromium',
    count: 0,
    lists: 0,
    isExport: false,
  };
  let list = '';
  for (const token of jsonTokens(text)) {
    if (token.kind === 'pair') pair(state, token, list === token.name ? text : undefined);
    else nest(state, token);
    list = token.kind === 'open' && token.list ? token.name : '';
  }
  while (state.frames.length > 0) leave(state);
  return stated(state, text);
}

function nest(state: Export, token: Extract<JsonToken, { kind: 'open' | 'close' }>): void {
  if (token.list) return;
  if (token.kind === 'close') leave(state);
  else {
    state.isExport ||= /^(?:chromeMetadata|policyValues|chromePolicies)$/.test(token.name);
    state.frames.push({ name: token.name, values: new Map() });
  }
}

/** The end of an object, or of a text that was cut. */
function leave({ frames, found }: Export): void {
  const frame = frames.pop();
  const name = CHROMIUM_POLICIES.get(frame?.name.toLowerCase() ?? '');
  if (frame && name !== undefined && frame.values.has('value')) found.push({ name, frame });
}

function pair(
  state: Export,
  { name, value, start, end }: Extract<JsonToken, { kind: 'pair' }>,
  listIn: string | undefined,
): void {
  const frame = state.frames.at(-1);
  // Of an empty value, the quotation mark before it.
  const at = end > start ? { start, end } : { start: start - 1, end: start };
  const isKept = listIn !== undefined && state.lists++ < MOST_LISTS;
  const whole = isKept ? listAt(listIn, start).join(', ') || value : value;
  frame?.values.set(name, { value: whole, at });
  if (name === 'application') state.browser = browserOf(value);
  if (name === 'level') state.count++;
  const path = state.frames.map((one) => one.name);
  const known = CHROMIUM_POLICIES.get(name.toLowerCase());
  if (path.at(-1) === 'Authentication' && FIREFOX_MEMBERS.has(name)) {
    state.facts.push(firefox(`Authentication.${name}`, whole, at));
  } else if (path.at(-2) === 'Authentication' && FIREFOX_MEMBERS.has(name)) {
    state.facts.push(firefox(`Authentication.${path.at(-1) ?? ''}.${name}`, whole, at));
  } else if (known !== undefined && isPlausible(known, whole)) {
    state.facts.push({ kind: 'browserPolicy', at, browser: 'chromium', name: known, value: whole });
  }
}

/** Other documents have lists of schemes, too: those of NegoEx are GUIDs. */
const isPlausible = (name: string, value: string): boolean =>
  name !== 'AuthSchemes' || /^(?:(?:basic|digest|ntlm|negotiate)(?:,\s?|$)){0,8}$/i.test(value);

const firefox = (name: string, value: string, at: Span): Fact => ({
  ...{ kind: 'browserPolicy', at, browser: 'firefox', name, value },
});

/** All texts of the list whose first one is at `start`. */
function listAt(text: string, start: number): string[] {
  const rest = text.slice(start - 1, start + LIST_LENGTH);
  const end = rest.indexOf(']');
  const inside = end < 0 ? rest : rest.slice(0, end);
  return [...inside.matchAll(/"([^"\n]{0,300})"/g)].map(([, one = '']) => one);
}

function browserOf(application: string): Browser {
  if (/edge/i.test(application)) return 'edge';
  return /google chrome|chromeos/i.test(application) ? 'chrome' : 'chromium';
}

function stated(
  { found, facts, browser, count, isExport }: Export,
  text: string,
): readonly Fact[] | undefined {
  const policies = found.map(({ name, frame }): Fact => {
    const { value, at } = frame.values.get('value') ?? { value: '', at: { start: 0, end: 1 } };
    const level = frame.values.get('level')?.value;
    const error = frame.values.get('error')?.value;
    return {
      kind: 'browserPolicy',
      at,
      browser,
      name,
      value,
      ...((level === 'mandatory' || level === 'recommended') && { level }),
      ...(error !== undefined && error !== '' && { error }),
    };
  });
  const all = [...policies, ...facts];
  if (!isExport && all.length === 0) return undefined;
  if (!isExport) return all;
  const start = text.search(/\S/);
  const at = { start, end: start + 1 };
  return [...all, { kind: 'browserPolicies', at, browser, count, isComplete: isWhole(text) }];
}

/** True for a document that begins and ends as JSON does. */
function isWhole(text: string): boolean {
  try {
    return typeof JSON.parse(text.trim()) === 'object';
  } catch {
    return false;
  }
}
