/** A log: how much of it was read, and its story. */
import ladderStyles from '../../styles/ladder.css?url';
import storyStyles from '../../styles/story.css?url';
import { counted, type Log } from '../../core/index.ts';
import { h } from '../dom.ts';
import { addStyles } from '../late-styles.ts';
import type { Href } from './finding-view.ts';
import type { LogDesk } from './protocol.ts';
import { queriesView } from './queries-view.ts';
import { readingView } from './reading-view.ts';
import { rowTable } from './row-table.ts';
import { storyView } from './story-view.ts';

// Nothing is drawn before its styles are there, or it would jump.
await addStyles(ladderStyles, storyStyles);

export function logView(log: Log, href: Href, desk: LogDesk): HTMLElement {
  const { story, entries } = log;
  return h(
    'section',
    { class: 'card log', 'aria-label': 'Log' },
    h('p', { class: 'size' }, countsOf(log)),
    log.reading.length > 0 && readingView(log.reading),
    story && storyView(log, story, href, desk),
    !story && entries.length > 0 && rowTable(entries),
    queriesView(log),
  );
}

/** `The log: 40 rows` */
export function logTitle({ rows }: Log): string {
  return `The log: ${counted(rows, 'row')}`;
}

function countsOf({ format, rows, unreadable, statuses }: Log): string {
  const name = { w3c: 'W3C', iis: 'IIS native', ncsa: 'NCSA', httperr: 'HTTPERR', mixed: 'mixed' };
  const refused = statuses
    .filter(({ status }) => status === 401)
    .reduce((sum, status) => sum + status.rows, 0);
  const lost = unreadable > 0 ? `, ${counted(unreadable, 'row')} could not be read` : '';
  return `${counted(rows, 'row')} in ${name[format]} format, ${refused.toLocaleString('en')} of them 401${lost}.`;
}
