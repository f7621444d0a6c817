/** The verdict and the findings after it: sentence, proof, next step, caveat, article. */
import { counted, type Finding, type Severity, type Step, WHERE } from '../../core/index.ts';
import { h } from '../dom.ts';
import { svg } from '../svg.ts';
import { SEVERITY_ICONS, SEVERITY_WORDS } from '../severity.ts';
import type { Places } from './places.ts';
import { placeButton, proofView } from './proof-view.ts';

export type Href = (path: string) => string;

/** What findings are drawn with. */
export interface Around {
  readonly href: Href;
  readonly places: Places;
}

/** Steps shown before the others are opened. */
const STEPS = 4;

/** The first finding, large. `tools` stand beside its severity, the drawing under its sentence. */
export function verdict(
  finding: Finding,
  around: Around,
  drawing: HTMLElement | undefined,
  ...tools: HTMLElement[]
): HTMLElement {
  const { places } = around;
  const letters = places.letters(finding.evidence);
  return h(
    'div',
    { class: 'verdict', id: 'verdict', 'data-severity': finding.severity },
    h(
      'div',
      { class: 'verdict-head' },
      severityBadge(finding.severity),
      letters.length > 1 && h('span', { class: 'size' }, `Joined from ${listed(letters)}`),
      ...tools,
    ),
    h('h2', { class: 'verdict-title', tabindex: -1 }, ...sentence(finding, places)),
    drawing,
    body(finding, around, 'Read the article that explains it', true),
  );
}

/** The other findings, in a list; what proves each is opened. */
export function otherFindings(findings: readonly Finding[], around: Around): HTMLElement {
  return h(
    'section',
    { class: 'card others', 'aria-label': 'Other findings' },
    h('h3', {}, 'Also seen'),
    h(
      'ul',
      {},
      ...findings.map((finding) =>
        h(
          'li',
          { 'data-severity': finding.severity },
          h('p', {}, severityBadge(finding.severity), ' ', ...sentence(finding, around.places)),
          h(
            'details',
            { class: 'more' },
            h('summary', {}, 'Proof and next step'),
            body(finding, around, 'Read about it'),
          ),
        ),
      ),
    ),
  );
}

/** What stands under the sentence, in the same order everywhere; that of the verdict can be linked. */
function body(
  finding: Finding,
  { href, places }: Around,
  label: string,
  isVerdict = false,
): HTMLElement {
  const { caveat, article, evidence, next = [] } = finding;
  return h(
    'div',
    { class: 'finding' },
    proofView(evidence, places, isVerdict ? 'proof' : undefined),
    nextSteps(next, isVerdict ? 'next-step' : undefined),
    h(
      'p',
      { class: 'after' },
      caveat !== undefined && h('span', { class: 'caveat' }, caveat, ' '),
      h('span', { class: 'read-on' }, h('a', { href: href(article) }, label)),
    ),
  );
}

function nextSteps(steps: readonly Step[], id: string | undefined): HTMLElement | undefined {
  if (steps.length === 0) return undefined;
  const rest = steps.slice(STEPS);
  return h(
    'div',
    { class: 'next', id },
    h('h3', {}, 'Next'),
    stepList(steps.slice(0, STEPS)),
    rest.length > 0 &&
      h(
        'details',
        { class: 'more' },
        h('summary', {}, counted(rest.length, 'more step')),
        stepList(rest),
      ),
  );
}

function stepList(steps: readonly Step[]): HTMLElement {
  return h('ul', {}, ...steps.map((step) => h('li', {}, nextStep(step))));
}

/** A command is printed as one, with where to run it and a button that copies it. */
export function nextStep(step: Step): HTMLElement {
  if ('say' in step) return h('p', {}, step.say);
  return h(
    'div',
    { class: 'command' },
    h('p', {}, h('span', { class: 'where' }, WHERE[step.on]), ' ', h('code', {}, step.run)),
    h('button', { type: 'button', class: 'button', 'data-copy': step.run }, 'Copy'),
  );
}

/** The sentence. What the evidence states keeps its own direction, and is followed by its place. */
function sentence(
  { title, parts = [title] }: Pick<Finding, 'title' | 'parts'>,
  places: Places,
): (HTMLElement | string)[] {
  const named = new Set<string>();
  return parts.flatMap((part) => {
    if (typeof part === 'string') return [part];
    const words = h('bdi', { class: 'stated' }, part.text);
    const place = places.of(part.at);
    if (place === undefined || named.has(place)) return [words];
    named.add(place);
    return [words, '\u00a0', placeButton(place, part.at)];
  });
}

function listed(letters: readonly string[]): string {
  return `${letters.slice(0, -1).join(', ')} and ${letters.at(-1) ?? ''}`;
}

/** A severity by its mark and in words. */
export function severityBadge(severity: Severity, words = SEVERITY_WORDS[severity]): HTMLElement {
  const badge = h('span', { class: 'severity', 'data-severity': severity });
  const icon = svg(
    'svg',
    { viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' },
    svg('path', { d: SEVERITY_ICONS[severity] }),
  );
  badge.append(icon, words);
  return badge;
}
