/** Ledgers of claims have one shape, name existing articles, and cite pages as the articles cite them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LEDGERS, VERDICTS, WITH_SOURCE } from './claims.ts';
import type { Claim } from './claims.ts';
import { ARTICLE_FILES } from './content.ts';
import { SOURCE_DATE, UNDATED, asDate, pageOf, placeOf } from './sources.ts';
import { UNREAD } from './unread-articles.ts';

const PATHS = new Map(ARTICLE_FILES.map(({ group, slug }) => [slug, `${group}/${slug}`]));
const LEDGER_KEYS = ['article', 'claims', 'read'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What is wrong with a claim, in words. */
function faults({ claim, verdict, source, date, note, ...rest }: Claim): string[] {
  const isText = (text: unknown) => typeof text === 'string' && text.trim() !== '';
  const given = [
    [isText(claim), 'it says nothing'],
    [VERDICTS.includes(verdict), `unknown verdict ${verdict}`],
    [Object.keys(rest).length === 0, `unknown keys ${Object.keys(rest).join()}`],
    [note === undefined || isText(note), 'an empty note'],
    [(source === undefined) === (date === undefined), 'a source without date, or the reverse'],
    [source === undefined || URL.canParse(source), 'the source is no address'],
    [date === undefined || date === UNDATED || SOURCE_DATE.test(asDate(date)), 'the date is none'],
    [!WITH_SOURCE.includes(verdict) || source !== undefined, `${verdict} without a source`],
    [WITH_SOURCE.includes(verdict) || isText(note), `${verdict} without a note that says why`],
  ] as const;
  return given.flatMap(([holds, fault]) => (holds ? [] : [`${claim}: ${fault}`]));
}

/** Each key with the values that its citations give it, where that is more than one. */
function disagreements(citations: readonly (readonly [key: string, value: string])[]) {
  const values = new Map<string, Set<string>>();
  for (const [key, value] of citations) values.set(key, (values.get(key) ?? new Set()).add(value));
  return [...values].filter(([, each]) => each.size > 1).map(([key, each]) => [key, ...each]);
}

for (const { slug, ledger } of LEDGERS) {
  test(`the ledger ${slug} is whole`, () => {
    assert.deepEqual(Object.keys(ledger).sort(), LEDGER_KEYS);
    assert.equal(ledger.article, PATHS.get(slug) ?? `an article with the slug ${slug}`);
    assert.match(ledger.read, DAY);
    assert.ok(ledger.claims.length > 0);
    assert.deepEqual(ledger.claims.flatMap(faults), []);
  });
}

test('every article has a ledger or is in the list of those not read yet, never both', () => {
  const read = LEDGERS.map(({ slug }) => slug);
  assert.deepEqual([...read, ...UNREAD].sort(), [...PATHS.keys()].sort());
});

const CITED = ARTICLE_FILES.flatMap(({ sources }) => sources);
const CLAIMED = LEDGERS.flatMap(({ ledger }) => ledger.claims);

test('an address has one title wherever it is cited', () => {
  assert.deepEqual(disagreements(CITED.map(({ url, title }) => [placeOf(url), title])), []);
});

test('a page has one date wherever it is cited, in articles and in ledgers', () => {
  const dates = [
    ...CITED.map(({ url, date }) => [pageOf(url), asDate(date)] as const),
    ...CLAIMED.flatMap(({ source, date }) =>
      source === undefined || date === UNDATED ? [] : [[pageOf(source), asDate(date)] as const],
    ),
  ];
  assert.deepEqual(disagreements(dates), []);
});

const SAME: readonly (readonly [name: string, one: string, other: string, same: boolean])[] = [
  [
    'a language',
    'https://learn.microsoft.com/en-us/iis/a',
    'https://learn.microsoft.com/iis/a',
    true,
  ],
  ['a last slash', 'https://learn.microsoft.com/iis/a/', 'https://learn.microsoft.com/iis/a', true],
  ['case and www.', 'https://www.example.com/A', 'https://example.com/a', true],
  ['a fragment', 'https://example.com/a#b', 'https://example.com/a', true],
  ['a query', 'https://example.com/a?b', 'https://example.com/a', false],
  ['a path', 'https://example.com/a/b', 'https://example.com/a', false],
];

for (const [name, one, other, same] of SAME) {
  test(`two addresses that differ by ${name} are ${same ? 'one page' : 'two pages'}`, () => {
    assert.equal(pageOf(one) === pageOf(other), same);
  });
}

test('a fragment is a place of its own on its page', () => {
  assert.notEqual(placeOf('https://example.com/a#b'), placeOf('https://example.com/a'));
});

const FAULTY: readonly (readonly [name: string, claim: object, faults: number])[] = [
  [
    'confirmed with its source',
    { verdict: 'confirmed', source: 'https://a.example/', date: 2012 },
    0,
  ],
  ['confirmed without one', { verdict: 'confirmed' }, 1],
  ['with an unknown verdict and no reason', { verdict: 'perhaps' }, 2],
  ['removed, with a reason', { verdict: 'removed', note: 'No source says so.' }, 0],
  ['with a source and no date', { verdict: 'derived', source: 'https://a.example/' }, 1],
  [
    'with a date that is none',
    { verdict: 'derived', source: 'https://a.example/', date: 'May' },
    1,
  ],
  ['with an unknown key', { verdict: 'removed', note: 'x', why: 'y' }, 1],
];

for (const [name, claim, count] of FAULTY) {
  test(`a claim ${name} has ${count} faults`, () => {
    assert.equal(faults({ claim: 'IIS answers.', ...claim } as Claim).length, count);
  });
}
