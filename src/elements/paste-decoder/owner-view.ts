/** Who owns the name in the ticket, and who decrypts it: two ways that end in one account or in two. */
import type { OwnerDrawing } from '../../core/index.ts';
import { h } from '../dom.ts';

const ENDS: Readonly<Record<OwnerDrawing['ends'], readonly [sign: string, words: string]>> = {
  same: ['=', 'One account: it can decrypt'],
  different: ['≠', 'Two accounts: the key does not fit'],
  open: ['?', 'Not decided yet'],
};

export function ownerView({ spn, site, owner, decrypts, ends }: OwnerDrawing): HTMLElement {
  const [sign, words] = ENDS[ends];
  return h(
    'figure',
    { class: 'owners', 'data-ends': ends, 'aria-label': 'Who owns the name, and who decrypts' },
    node('The SPN', spn),
    edge('owned by', owner),
    node('a ticket is locked for', owner),
    node('The site', site ?? 'that answers'),
    edge('decrypts as', decrypts),
    node('opened with the key of', decrypts),
    h(
      'p',
      { class: 'ends' },
      h('b', { class: 'sign', 'aria-hidden': 'true' }, sign),
      h('span', {}, words),
    ),
  );
}

function node(label: string, name: string | undefined): HTMLElement {
  return h(
    'p',
    { class: name === undefined ? 'node open' : 'node' },
    h('span', {}, label, ' '),
    name === undefined
      ? h(
          'b',
          {},
          h('span', { 'aria-hidden': 'true' }, '?'),
          h('span', { class: 'visually-hidden' }, 'not known'),
        )
      : h('b', {}, name),
  );
}

/** The words are for the eye: the boxes after them say the same. */
function edge(label: string, to: string | undefined): HTMLElement {
  return h(
    'span',
    { class: to === undefined ? 'edge open' : 'edge', 'aria-hidden': 'true' },
    label,
  );
}
