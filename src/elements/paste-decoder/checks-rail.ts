/** How far the checklist is: each check with its state and what proves it, the next one opened. */
import {
  type Ask,
  type Check,
  type CheckResult,
  CHECKS,
  type Decoded,
  nextCheck,
  settledBy,
  stepsOf,
  withSettled,
} from '../../core/index.ts';
import { h } from '../dom.ts';
import { svg } from '../svg.ts';
import { SEVERITY_ICONS } from '../severity.ts';
import { type Href, nextStep } from './finding-view.ts';
import { inlineText } from './inline-text.ts';
import { letterOf } from './letters.ts';

type State = CheckResult['state'] | 'known';

const WORDS: Readonly<Record<State, string>> = {
  passed: 'passed',
  failed: 'failed',
  'not-applicable': 'does not apply',
  known: 'partly known',
  unknown: 'open',
};

/** On a grid of 16; a ring with nothing, half or a line in it. */
const RING =
  'M8 .8a7.2 7.2 0 1 0 0 14.4A7.2 7.2 0 0 0 8 .8Zm0 1.6a5.6 5.6 0 1 1 0 11.2A5.6 5.6 0 0 1 8 2.4Z';
const ICONS: Readonly<Record<State, string>> = {
  passed: SEVERITY_ICONS.ok,
  failed: SEVERITY_ICONS.error,
  'not-applicable': `${RING}M4.5 7.2h7v1.6h-7z`,
  known: `${RING}M8 4a4 4 0 0 1 0 8z`,
  unknown: RING,
};
const SEVERITIES: Readonly<Partial<Record<State, string>>> = {
  passed: 'ok',
  failed: 'error',
  known: 'info',
};

export function settledCount(checks: readonly CheckResult[]): number {
  return checks.filter(({ state }) => state !== 'unknown').length;
}

/** `marks` is what the browser keeps of it; below the list, as it is about the list. */
export function checksRail(decoded: Decoded, href: Href, marks?: HTMLElement): HTMLElement {
  const next = nextOf(decoded);
  const settled = settledCount(decoded.checks);
  return h(
    'section',
    { class: 'rail checks-rail', id: 'checks', 'aria-label': 'Checks', tabindex: -1 },
    h(
      'div',
      { class: 'rail-head' },
      h('h2', {}, `${settled} of ${CHECKS.length} checks settled`),
      h('a', { href: href('/kerberos/kerberos-checklist/') }, 'Checklist'),
    ),
    h('ol', {}, ...CHECKS.map((check, index) => item(check, index, decoded, next, href))),
    marks,
  );
}

/** The check to do next, as the checklist would say if it held what this case settles. */
function nextOf({ checks, findings }: Decoded): Check | undefined {
  const marks = withSettled({}, settledBy(CHECKS, checks, findings), '');
  const next = nextCheck(CHECKS, marks);
  return next.do === 'nothing' ? undefined : next.check;
}

function item(
  check: Check,
  index: number,
  decoded: Decoded,
  next: Check | undefined,
  href: Href,
): HTMLElement {
  const result = decoded.checks.find(({ id }) => id === check.id);
  const state: State = result?.known === undefined ? (result?.state ?? 'unknown') : 'known';
  const isNext = check === next;
  const letters = lettersOf(result, decoded);
  const tag = isNext ? (state === 'failed' ? 'repair first' : 'next') : '';
  return h(
    'li',
    { 'data-state': state, 'aria-current': isNext && 'step' },
    h(
      'div',
      { class: 'check-line' },
      icon(state),
      h('span', { class: 'number' }, `${index + 1}`),
      h('span', { class: 'label' }, check.label),
      h('span', { class: 'visually-hidden' }, `, ${WORDS[state]}`),
      tag !== '' && h('b', { class: 'tag' }, tag),
      letters.length > 0 &&
        h(
          'span',
          { class: 'letters' },
          h('span', { class: 'visually-hidden' }, ', by '),
          letters.join(' '),
        ),
    ),
    isNext && nextBody(check, result, decoded.asks, href),
  );
}

function nextBody(
  check: Check,
  result: CheckResult | undefined,
  asks: readonly Ask[],
  href: Href,
): HTMLElement {
  const known = result?.known ?? (result?.state === 'failed' ? result.says : undefined);
  const ask = asks.find(({ checks }) => checks.includes(check.id));
  if (result?.state === 'failed') {
    return h(
      'div',
      { class: 'check-body' },
      h('p', {}, ...inlineText(known ?? stepsOf(check).failed, href)),
    );
  }
  const { how, commands: [command] = [] } = stepsOf(check);
  return h(
    'div',
    { class: 'check-body' },
    known !== undefined && h('p', {}, known),
    h('p', {}, ...(ask ? [ask.why] : inlineText(how, href))),
    ask ? nextStep(ask.step) : command !== undefined && example(command),
  );
}

/** A command of the checklist, whose names are made up. */
function example(command: string): HTMLElement {
  return h(
    'div',
    { class: 'command' },
    h('p', {}, h('code', {}, command)),
    h('button', { type: 'button', class: 'button', 'data-copy': command }, 'Copy'),
  );
}

function lettersOf(result: CheckResult | undefined, { sources }: Decoded): string[] {
  return (result?.sources ?? []).flatMap((id) => {
    const index = sources.findIndex((source) => source.id === id);
    return index < 0 ? [] : letterOf(index);
  });
}

function icon(state: State): SVGSVGElement {
  return svg(
    'svg',
    {
      viewBox: '0 0 16 16',
      width: 15,
      height: 15,
      'aria-hidden': 'true',
      'data-severity': SEVERITIES[state],
    },
    svg('path', { d: ICONS[state] }),
  );
}
