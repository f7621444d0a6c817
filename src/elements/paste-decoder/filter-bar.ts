/** Which attempts are shown, as chips that can be taken away again, and in a sentence. */
import { counted, OUTCOME_WORDS, type Story, type StoryFilter } from '../../core/index.ts';
import { h } from '../dom.ts';

/** Narrows what is shown; a part that is `undefined` is taken away. */
export type Narrow = (part: { [K in keyof StoryFilter]: StoryFilter[K] | undefined }) => void;

/** How an instant of the log's clock reads. */
export type Clock = (ms: number) => string;

interface Chip {
  words: string;
  without: Parameters<Narrow>[0];
}

const NO_FILTER: Chip['without'] = {
  outcomes: undefined,
  clients: undefined,
  users: undefined,
  resources: undefined,
  from: undefined,
  to: undefined,
};

/** The chips of a filter, in a group with a sentence that is read out when it changes. */
export class FilterBar {
  readonly element: HTMLElement;
  readonly #chips = h('ul', { class: 'filter-chips', 'aria-label': 'Filters' });
  readonly #said = h('p', { class: 'filter-said', 'aria-live': 'polite' });
  readonly #narrow: Narrow;
  #newest: HTMLElement | undefined;

  constructor(narrow: Narrow) {
    this.#narrow = narrow;
    this.element = h('div', { class: 'filter-bar' }, this.#said, this.#chips);
    this.#chips.hidden = true;
  }

  /** Draws the chips of `filter`, which lets `shown` of `all` attempts through. */
  draw(filter: StoryFilter, shown: Story, all: Story, clock: Clock): void {
    const chips = chipsOf(filter, clock);
    this.#chips.hidden = chips.length === 0;
    const buttons = chips.map(({ words, without }) => this.#button(words, without));
    if (chips.length > 1) buttons.push(this.#button('all filters', NO_FILTER));
    this.#chips.replaceChildren(...buttons.map((button) => h('li', {}, button)));
    this.#newest = buttons[chips.length - 1];
    const parts = chips.map(({ words }) => `, ${words}`).join('');
    const count = `${shown.attempts.toLocaleString('en')} of ${counted(all.attempts, 'attempt')}`;
    if (chips.length > 0) {
      // The chips show the rest; it is here for those who hear it.
      const heard = h('span', { class: 'visually-hidden' }, parts);
      this.#said.replaceChildren(`Shown: ${count}`, heard, '.');
    } else if (this.#said.hasChildNodes()) this.#said.replaceChildren('Shown: all attempts.');
  }

  /** The last chip, for the focus of whoever added one. */
  get newest(): HTMLElement | undefined {
    return this.#newest;
  }

  #button(words: string, without: Chip['without']): HTMLElement {
    const button = h(
      'button',
      { type: 'button', class: 'filter-chip' },
      h('span', { class: 'visually-hidden' }, 'Remove '),
      words,
      h('span', { class: 'cross', 'aria-hidden': 'true' }, '×'),
    );
    button.addEventListener('click', () => {
      this.#narrow(without);
    });
    return button;
  }
}

function chipsOf(filter: StoryFilter, clock: Clock): Chip[] {
  const { outcomes, clients, users, resources, from, to } = filter;
  const words = outcomes?.map((outcome) => OUTCOME_WORDS[outcome].words).join(' or ');
  return [
    words !== undefined && { words, without: { outcomes: undefined } },
    clients && { words: `client ${clients.join(' or ')}`, without: { clients: undefined } },
    users && { words: `user ${users.join(' or ')}`, without: { users: undefined } },
    resources && { words: `resource ${resources.join(' or ')}`, without: { resources: undefined } },
    from !== undefined &&
      to !== undefined && {
        words: `from ${clock(from)} to before ${clock(to)}`,
        without: { from: undefined, to: undefined },
      },
  ].filter((chip) => typeof chip === 'object');
}
