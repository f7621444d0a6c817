/** The controls of one check: how it is marked, and what proved it. */
import { type Check, clock, type Mark, saidOf, type State } from '../../core/index.ts';
import { h } from '../dom.ts';

type Choice = State | 'open';

const CHOICES: readonly (readonly [choice: Choice, label: string])[] = [
  ['open', 'Open'],
  ['passed', 'Passed'],
  ['failed', 'Failed'],
  ['not-applicable', 'Does not apply'],
];

export interface MarkControls {
  /** Shows that mark, and whether the check is the one to do next. */
  show(mark: Mark | undefined, isNext: boolean): void;
}

/** Adds the controls of check number `number` to its `item`, after what there is to read. */
export function addControls(
  item: HTMLElement,
  check: Check,
  number: number,
  onChoice: (state: State | undefined) => void,
): MarkControls {
  const inputs = CHOICES.map(([value]) =>
    h('input', { type: 'radio', name: `mark-${check.id}`, value }),
  );
  const choices = h(
    'fieldset',
    { class: 'mark-choices' },
    h('legend', { class: 'visually-hidden' }, `Check ${number}: ${check.question}`),
    ...CHOICES.map(([, label], place) => h('label', {}, inputs[place], label)),
  );
  choices.addEventListener('change', () => {
    const chosen = CHOICES.find((_, place) => inputs[place]?.checked)?.[0];
    onChoice(chosen === 'open' ? undefined : chosen);
  });
  const nextTag = h('p', { class: 'check-tag', hidden: true });
  const proof = h('p', { class: 'check-proof', hidden: true });
  item.querySelector('h3')?.after(nextTag, proof);
  item.append(choices);
  return {
    show(mark, isNext) {
      const state = mark?.state ?? 'open';
      item.dataset.state = state;
      for (const input of inputs) input.checked = input.value === state;
      nextTag.hidden = !isNext;
      nextTag.textContent = state === 'failed' ? 'Repair first' : 'Next';
      if (isNext) item.setAttribute('aria-current', 'step');
      else item.removeAttribute('aria-current');
      proof.textContent = mark ? proofText(mark) : '';
      proof.hidden = proof.textContent === '';
    },
  };
}

function proofText(mark: Mark): string {
  const says = saidOf(mark);
  if (says === undefined) return '';
  const words = mark.sentence === undefined ? '' : ` “${mark.sentence}”`;
  return `Marked by your paste, ${clock(mark.at)}: ${says}${words}`;
}
