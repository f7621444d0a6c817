/** The story of a log, and what is left of it when somebody asks for less. */
import type { Log, LogEntry, Story, StoryFilter } from '../../core/index.ts';
import { h } from '../dom.ts';
import { attemptList } from './attempt-list.ts';
import { exportBar } from './export.ts';
import { type Clock, FilterBar, type Narrow } from './filter-bar.ts';
import type { Href } from './finding-view.ts';
import { patterns } from './marks.ts';
import { outcomeView } from './outcome-bar.ts';
import type { LogDesk } from './protocol.ts';
import { rowTable } from './row-table.ts';
import { timeChart } from './time-chart.ts';
import { topLists } from './top-list.ts';

/** Draws the story of `log`, its rows and the ways to take them along. */
export function storyView(log: Log, story: Story, href: Href, desk: LogDesk): HTMLElement {
  const body = h('div', { class: 'story-body' });
  const summary = h('div', { class: 'summary', tabindex: -1 });
  let filter: StoryFilter = {};

  const draw = (told: Story, entries: readonly LogEntry[], isWhole: boolean) => {
    summary.replaceChildren(...told.summary.map((sentence) => h('p', {}, sentence)));
    bar.draw(filter, told, story, clock);
    body.replaceChildren(
      ...[
        told.attempts > 0 && outcomeView(told, href, narrow),
        timeChart(told, narrow),
        topLists(told, narrow),
        told.attempts > 0 && attemptList(told, desk),
        exportBar(log, entries),
        entries.length > 0 && rows(entries, isWhole),
      ].filter((part) => part instanceof HTMLElement),
    );
  };

  const narrow: Narrow = (part) => {
    const parts = Object.entries({ ...filter, ...part }).filter(([, value]) => value !== undefined);
    const wanted: StoryFilter = Object.fromEntries(parts);
    filter = wanted;
    const isWhole = parts.length === 0;
    void desk.tell(wanted).then((told) => {
      // The filter may have changed again while the worker was counting.
      if (!told || filter !== wanted) return;
      draw(told.story, isWhole ? log.entries : told.entries, isWhole);
      (bar.newest ?? summary).focus();
    });
  };

  const bar = new FilterBar(narrow);
  draw(story, log.entries, true);
  return h('div', { class: 'story' }, patterns(), bar.element, summary, body);
}

function rows(entries: readonly LogEntry[], isWhole: boolean): HTMLElement {
  return h(
    'div',
    {},
    h('h4', {}, 'Rows'),
    !isWhole && h('p', { class: 'size' }, 'Those of the attempts above.'),
    rowTable(entries),
  );
}

/** `2026-11-20 08:15:02`, on the clock of the log. */
const clock: Clock = (ms) =>
  new Date(ms)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, '');
