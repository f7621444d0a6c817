/** Draws what a case decodes to: the verdict, the checks, then everything else. */
import fieldStyles from '../../styles/fields.css?url';
import ownerStyles from '../../styles/owners.css?url';
import verdictStyles from '../../styles/verdict.css?url';
import workbenchStyles from '../../styles/workbench.css?url';
import { type Decoded, ownerDrawing, type Problem } from '../../core/index.ts';
import { h } from '../dom.ts';
import { addStyles } from '../late-styles.ts';
import { caseBar } from './case-bar.ts';
import { checksRail } from './checks-rail.ts';
import { askList, ruledOutView, undecidedView } from './considered-view.ts';
import { detailViews } from './detail-views.ts';
import { type Around, otherFindings, verdict } from './finding-view.ts';
import { noVerdict } from './no-verdict.ts';
import { ownerView } from './owner-view.ts';
import type { LogDesk } from './protocol.ts';
import { spanAttributes } from './spans.ts';
import { ticketButton } from '../ticket/ticket-button.ts';
import type { Sources } from '../ticket/ticket.ts';

// Nothing is drawn before its styles are there, or it would jump.
await addStyles(workbenchStyles, verdictStyles, fieldStyles, ownerStyles);

/** What is drawn beside what was decoded. */
export interface Drawn extends Around {
  readonly desk: LogDesk;
  /** The text of the first piece. */
  readonly text: string;
  /** What a ticket is made of. */
  readonly ticket: () => Sources;
  /** What is said of files that were read. */
  readonly notes: readonly HTMLElement[];
  /** What the checklist keeps of the case. */
  readonly marks?: HTMLElement | undefined;
}

export function drawResult(decoded: Decoded, drawn: Drawn): DocumentFragment {
  const { places, href, notes, marks } = drawn;
  const [first, ...others] = decoded.findings;
  const owners = ownerDrawing(decoded);
  const result = document.createDocumentFragment();
  result.append(
    first
      ? verdict(first, drawn, owners && ownerView(owners), ticketButton(drawn.ticket))
      : noVerdict(decoded, drawn.text, href('/')),
    checksRail(decoded, href, marks),
    h(
      'div',
      { class: 'details' },
      ...notes,
      others.length > 0 && otherFindings(others, drawn),
      askList(decoded),
      ruledOutView(decoded, places),
      undecidedView(decoded, places),
      decoded.problems.length > 0 && problemList(decoded.problems),
      ...detailViews(decoded, drawn),
    ),
    caseBar(decoded),
  );
  return result;
}

function problemList(problems: readonly Problem[]): HTMLElement {
  return h(
    'section',
    { class: 'card problems', 'aria-label': 'Not read' },
    h('h3', {}, 'What could not be read'),
    h('ul', {}, ...problems.map(({ message, at }) => h('li', spanAttributes(at), message))),
  );
}
