/** Draws what a paste decodes to, the verdict first. */
import type { Ask, Decoded, Problem } from '../../core/index.ts';
import { h } from '../dom.ts';
import { codeView } from './code-view.ts';
import { nextStep, otherFindings, verdict, type Href } from './finding-view.ts';
import { type Evidence, labelsOf } from './labels.ts';
import { logView } from './log-view.ts';
import type { LogDesk } from './protocol.ts';
import { eventsView } from './queries-view.ts';
import { siteView } from './site-view.ts';
import { spanAttributes } from './spans.ts';
import { tokensView } from './token-view.ts';

export function drawResult(
  decoded: Decoded,
  evidence: Evidence,
  href: Href,
  desk: LogDesk,
): DocumentFragment {
  const [first, ...others] = decoded.findings;
  const result = document.createDocumentFragment();
  result.append(
    ...[
      first ? verdict(first, href, labelsOf(decoded, evidence)) : noVerdict(decoded),
      others.length > 0 && otherFindings(others, href),
      decoded.site && siteView(decoded.site, first !== undefined),
      decoded.asks.length > 0 && askList(decoded.asks),
      decoded.problems.length > 0 && problemList(decoded.problems),
      decoded.tokens.length > 0 && tokensView(decoded.tokens),
      decoded.log && logView(decoded.log, href, desk),
      decoded.codes && decoded.codes.length > 0 && codeView(decoded.codes, href),
      eventsView(decoded),
    ].filter((view) => view instanceof HTMLElement),
  );
  return result;
}

function noVerdict({ kinds }: Decoded): HTMLElement {
  const isRead = kinds.some((kind) => kind !== 'unknown');
  return h(
    'div',
    { class: 'verdict', 'data-severity': 'info' },
    h(
      'h2',
      { class: 'verdict-title', tabindex: -1 },
      isRead
        ? 'Nothing to conclude. What was read follows.'
        : 'Nothing in this text was recognised.',
    ),
    !isRead &&
      h(
        'p',
        {},
        'Expected: rows of an IIS log, an Authorization or WWW-Authenticate header, an HTTP message or trace, a Kerberos trace, the output of klist, setspn, nslookup or appcmd, IIS configuration, an error message of a client or a server, or a code such as 401.2, 2148074254 or KRB_AP_ERR_MODIFIED.',
      ),
  );
}

function askList(asks: readonly Ask[]): HTMLElement {
  return h(
    'section',
    { class: 'card asks', 'aria-label': 'What would tell more' },
    h('h3', {}, 'What would tell more'),
    h('ul', {}, ...asks.map(({ why, step }) => h('li', {}, h('p', {}, why), nextStep(step)))),
  );
}

function problemList(problems: readonly Problem[]): HTMLElement {
  return h(
    'section',
    { class: 'card problems', 'aria-label': 'Not read' },
    h('h3', {}, 'What could not be read'),
    h('ul', {}, ...problems.map(({ message, at }) => h('li', spanAttributes(at), message))),
  );
}
