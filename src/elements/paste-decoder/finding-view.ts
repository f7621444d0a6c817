/** The verdict and the findings after it. */
import { type Finding, type Severity, type Span, type Step, WHERE } from '../../core/index.ts';
import { h } from '../dom.ts';
import { svg } from '../svg.ts';
import { SEVERITY_ICONS, SEVERITY_WORDS } from '../severity.ts';
import { spanAttributes } from './spans.ts';

export type Href = (path: string) => string;

/** What stands at a place of the paste, in a few words. */
export type LabelOf = (span: Span) => string;

/** Places named under a verdict; the paste itself marks all of them. */
const PROOFS = 8;

/** The first finding, large: what happened, what to do next, where to read on. */
export function verdict(finding: Finding, href: Href, labelOf: LabelOf): HTMLElement {
  return h(
    'div',
    { class: 'verdict', 'data-severity': finding.severity },
    severityBadge(finding.severity),
    h('h2', { class: 'verdict-title', tabindex: -1 }, ...sentence(finding)),
    finding.caveat !== undefined && h('p', { class: 'caveat' }, finding.caveat),
    nextSteps(finding),
    h('p', { class: 'read-on' }, articleLink(finding, href, 'Read the article that explains it')),
    proof(finding, labelOf),
  );
}

/** The other findings, in a list. */
export function otherFindings(findings: readonly Finding[], href: Href): HTMLElement {
  return h(
    'section',
    { class: 'others', 'aria-label': 'Other findings' },
    h('h3', {}, 'Also seen'),
    h(
      'ul',
      {},
      ...findings.map((finding) =>
        h(
          'li',
          { 'data-severity': finding.severity, ...spanAttributes(finding.evidence[0]) },
          severityBadge(finding.severity),
          h('p', {}, ...sentence(finding)),
          finding.caveat !== undefined && h('p', { class: 'caveat' }, finding.caveat),
          nextSteps(finding),
          h('p', {}, articleLink(finding, href, 'Read about it')),
        ),
      ),
    ),
  );
}

function proof({ evidence }: Finding, labelOf: LabelOf): HTMLElement | undefined {
  if (evidence.length === 0) return undefined;
  return h(
    'p',
    { class: 'proof' },
    'The proof: ',
    ...evidence
      .slice(0, PROOFS)
      .map((span) =>
        h(
          'button',
          { type: 'button', class: 'proof-mark', 'data-reveal': true, ...spanAttributes(span) },
          labelOf(span),
        ),
      ),
  );
}

function nextSteps({ next = [] }: Finding): HTMLElement | undefined {
  if (next.length === 0) return undefined;
  return h(
    'div',
    { class: 'next' },
    h('h3', {}, 'Next'),
    h('ul', {}, ...next.map((step) => h('li', {}, nextStep(step)))),
  );
}

/** A command is printed as one, with where to run it and a button that copies it. */
export function nextStep(step: Step): HTMLElement {
  if ('say' in step) return h('p', {}, step.say);
  return h(
    'div',
    { class: 'command' },
    h('code', {}, step.run),
    h('span', { class: 'size' }, WHERE[step.on]),
    h('button', { type: 'button', class: 'button', 'data-copy': step.run }, 'Copy'),
  );
}

/** The sentence; what the evidence states keeps its own direction. */
function sentence({ title, parts = [title] }: Finding): (HTMLElement | string)[] {
  return parts.map((part) =>
    typeof part === 'string'
      ? part
      : h('bdi', { class: 'stated', ...spanAttributes(part.at) }, part.text),
  );
}

function articleLink({ article }: Finding, href: Href, label: string): HTMLElement {
  return h('a', { href: href(article) }, label);
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
