/**
 * Everything that was read, in full. Closed, as the verdict comes first; where the evidence is
 * nothing but one token or some codes, what they are is the answer, and they are open.
 */
import type { Decoded } from '../../core/index.ts';
import { h } from '../dom.ts';
import { codeView } from './code-view.ts';
import { factsTitle, factsView } from './facts-view.ts';
import type { Href } from './finding-view.ts';
import { logView, logTitle } from './log-view.ts';
import type { Places } from './places.ts';
import type { LogDesk } from './protocol.ts';
import { eventsView } from './queries-view.ts';
import { siteView } from './site-view.ts';
import { tokensView, tokensTitle } from './token-view.ts';

interface Around {
  readonly href: Href;
  readonly desk: LogDesk;
  readonly places: Places;
}

export function detailViews(decoded: Decoded, { href, desk, places }: Around): HTMLElement[] {
  const { findings, site, tokens, log, codes = [], facts, kinds, sources } = decoded;
  const isOnly = (kind: Decoded['kinds'][number]) =>
    sources.length === 1 && kinds.every((other) => other === kind || other === 'http');
  const views = [
    site && siteView(site, findings.length > 0),
    tokens.length > 0 && detail(tokensTitle(tokens), tokensView(tokens, places), isOnly('token')),
    log && detail(logTitle(log), logView(log, href, desk), false),
    codes.length > 0 && detail('Codes', codeView(codes, href), isOnly('code')),
    facts.length > 0 && detail(factsTitle(decoded), factsView(decoded, places), false),
    eventsView(decoded),
  ];
  // What is open is the answer, and comes first.
  return views
    .filter((view) => view instanceof HTMLElement)
    .sort((a, b) => Number(b.matches('[open]')) - Number(a.matches('[open]')));
}

function detail(title: string, view: HTMLElement, open: boolean): HTMLElement {
  return h('details', { class: 'detail', open }, h('summary', {}, title), view);
}

/** What was open in the result before stays open in the one that takes its place. */
export function keepOpen(before: ParentNode, after: ParentNode): void {
  for (const view of after.querySelectorAll<HTMLDetailsElement>('.detail')) {
    const name = view.querySelector('summary + *')?.className ?? '';
    const same = [...before.querySelectorAll<HTMLDetailsElement>('.detail[open]')];
    if (same.some((one) => one.querySelector('summary + *')?.className === name)) view.open = true;
  }
}
