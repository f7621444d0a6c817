/** Clients, users and resources with the most attempts that failed; each name shows only its own. */
import { OUTCOME_WORDS, type Story, type StoryNames } from '../../core/index.ts';
import { h } from '../dom.ts';
import type { Narrow } from './filter-bar.ts';
import { mark } from './marks.ts';

const KINDS = ['clients', 'users', 'resources'] as const;
/** Names drawn even when all their attempts were accepted. */
const FEW = 5;
const HEADS = { clients: 'Clients', users: 'Users', resources: 'Resources' };

/** The lists that name more than one; undefined when none does. */
export function topLists(story: Story, narrow: Narrow): HTMLElement | undefined {
  const lists = KINDS.filter((kind) => story[kind].distinct > 1).map((kind) =>
    topList(HEADS[kind], story[kind], (name) => {
      narrow({ [kind]: [name] });
    }),
  );
  return lists.length > 0 ? h('div', { class: 'top-lists' }, ...lists) : undefined;
}

function topList(head: string, names: StoryNames, choose: (name: string) => void): HTMLElement {
  const { distinct, more, top } = names;
  const drawn = top.filter(({ failed }, place) => failed > 0 || place < FEW);
  const left = distinct - drawn.length;
  return h(
    'section',
    { 'aria-label': head },
    h('h4', {}, `${head} (${more ? 'at least ' : ''}${distinct.toLocaleString('en')})`),
    h('ol', {}, ...drawn.map((one) => item(one, choose))),
    left > 0 && h('p', { class: 'size' }, `and ${left.toLocaleString('en')} more`),
  );
}

function item(top: StoryNames['top'][number], choose: (name: string) => void): HTMLElement {
  const only = h('button', { type: 'button', class: 'name' }, top.name);
  only.addEventListener('click', () => {
    choose(top.name);
  });
  return h('li', {}, only, h('span', {}, mark(OUTCOME_WORDS[top.outcome].severity), said(top)));
}

function said({ attempts, failed, outcome }: StoryNames['top'][number]): string {
  const { words } = OUTCOME_WORDS[outcome];
  if (attempts === 1) return words;
  const all = attempts.toLocaleString('en');
  if (failed === 0) return `all ${all} accepted`;
  const often = failed === 1 ? words : `most often ${words}`;
  return `${failed.toLocaleString('en')} of ${all} not accepted, ${often}`;
}
