/** Every text colour against every ground it stands on, in both themes, by WCAG 2.2. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

/** 1.4.3, normal text; and 1.4.11, borders of controls. */
const TEXT_CONTRAST = 4.5;
const BORDER_CONTRAST = 3;

const STATUSES = ['ok', 'info', 'warning', 'error'];
const GROUNDS = ['paper', 'surface', 'sunken'];

const PAIRS: readonly (readonly [colour: string, grounds: readonly string[], least: number])[] = [
  ['ink', [...GROUNDS, 'mark', 'mark-strong', 'info-soft', 'accent-soft'], TEXT_CONTRAST],
  ['ink-muted', GROUNDS, TEXT_CONTRAST],
  ['accent', GROUNDS, TEXT_CONTRAST],
  ['on-accent', ['accent'], TEXT_CONTRAST],
  ...STATUSES.map((name) => [name, ['paper', 'surface', `${name}-soft`], TEXT_CONTRAST] as const),
  ['line-strong', ['surface', 'paper'], BORDER_CONTRAST],
];

const TOKENS = colourTokens(readFileSync('src/styles/tokens.css', 'utf8'));

for (const [index, theme] of ['light', 'dark'].entries()) {
  for (const [colour, grounds, least] of PAIRS) {
    for (const ground of grounds) {
      test(`${theme}: ${colour} on ${ground} has a contrast of ${least} or more`, () => {
        const ratio = contrast(valueOf(colour, index), valueOf(ground, index));
        assert.ok(ratio >= least, `it is ${ratio.toFixed(2)}`);
      });
    }
  }
}

test('black on white has the greatest contrast there is', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
});

/** `--name: light-dark(#light, #dark)` -> name, both values. */
function colourTokens(css: string): ReadonlyMap<string, readonly string[]> {
  const pairs = css.matchAll(/--([\w-]+):\s*light-dark\((#[\da-f]{6}),\s*(#[\da-f]{6})\)/g);
  return new Map([...pairs].map(([, name = '', light = '', dark = '']) => [name, [light, dark]]));
}

function valueOf(name: string, theme: number): string {
  const value = TOKENS.get(name)?.[theme];
  assert.ok(value, `tokens.css has no pair of colours named --${name}`);
  return value;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance (WCAG 2.2, definitions). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
