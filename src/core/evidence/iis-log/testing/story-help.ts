/** What the tests of a story share: tables made by hand, and records of logs. */
import type { ArticleSlug } from '../../../articles.ts';
import type { Outcome } from '../../../contract/decoded.ts';
import { type AttemptRecord, recordOf } from '../attempts/attempt-record.ts';
import { AttemptTable, NOT_KEPT } from '../attempts/attempt-table.ts';
import { read } from './help.ts';

export interface Made {
  outcome?: Outcome;
  article?: ArticleSlug;
  substatus?: number;
  win32?: number;
  ms?: number;
  client?: string;
  user?: string;
  resource?: string;
  agent?: string;
  /** Milliseconds from its first request to its last row. */
  lasts?: number;
  rows?: number;
}

/** 2026-03-02 08:15:02 UTC. */
export const START = Date.UTC(2026, 2, 2, 8, 15, 2);

export function tableOf(attempts: readonly Made[], limit?: number): AttemptTable {
  const table = new AttemptTable(limit);
  for (const made of attempts) {
    const { outcome = 'refused', substatus, win32, ms = START } = made;
    const { client = '10.0.0.7', user = '', resource = '/app/', rows = 2 } = made;
    const { agent = '', lasts = 0, article = '401-1-bad-credentials' } = made;
    table.add({
      ending: table.endings.idOf({
        ...{ outcome, article },
        ...(substatus !== undefined && { substatus }),
        ...(win32 !== undefined && { win32 }),
      }),
      client: table.clients.idOf(client),
      user: table.users.idOf(user),
      resource: table.resources.idOf(resource),
      agent: table.agents.idOf(agent),
      ...{ ms, last: ms + lasts, rows, place: table.length, kept: NOT_KEPT },
    });
  }
  return table;
}

/** The attempts of a text, with the way to their rows. */
export function recordFor(text: string): AttemptRecord {
  const record = recordOf(read(text));
  if (!record) throw new Error('the log keeps no attempts');
  return record;
}
