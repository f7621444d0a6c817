/**
 * Decodes beside the page, so that a paste of any size never holds up typing. Keeps the attempts of
 * the last paste, and answers what is asked about them.
 */
import { decode } from '../../core/index.ts';
import { LOG_ENTRIES } from '../../core/limits.ts';
import {
  type AttemptRecord,
  recordOf,
} from '../../core/evidence/iis-log/attempts/attempt-record.ts';
import { storyOf } from '../../core/evidence/iis-log/story/story.ts';
import type { StoryFilter } from '../../core/evidence/iis-log/story/story-filter.ts';
import type { Answer, Question, Told } from './protocol.ts';

let paste = 0;
let record: AttemptRecord | undefined;

addEventListener('message', (event: MessageEvent<Question>) => {
  void answer(event.data).then((answered) => {
    postMessage(answered);
  });
});

async function answer(question: Question): Promise<Answer> {
  const { ticket, kind } = question;
  if (kind === 'files') {
    // Room for the new log's attempts.
    record = undefined;
    const { readLarge } = await import('./read-large.ts');
    const answer = await readLarge(question.files, question, (progress) => {
      postMessage({ ticket, kind: 'progress', ...progress } satisfies Answer);
    });
    if ('message' in answer) return { ticket, kind: 'failed', ...answer };
    paste = ticket;
    record = recordOf(answer.decoded.log);
    return { ticket, kind, ...answer };
  }
  if (kind === 'decode') {
    const decoded = await decode(question.text, question);
    paste = ticket;
    record = recordOf(decoded.log);
    return { ticket, kind, text: question.text, decoded };
  }
  const asked = question.paste === paste ? record : undefined;
  if (!asked) return { ticket, kind };
  if (kind === 'story') return { ticket, kind, ...(await tell(asked, question.filter)) };
  return { ticket, kind, entries: await asked.rows.entriesOf(question.attempt) };
}

async function tell({ table, rows }: AttemptRecord, filter: StoryFilter): Promise<Told> {
  const story = storyOf(table, filter);
  const entries = await Promise.all(story.examples.map(({ attempt }) => rows.entriesOf(attempt)));
  const rowsShown = entries.flat().sort((a, b) => a.at.start - b.at.start);
  return { story, entries: rowsShown.slice(0, LOG_ENTRIES) };
}
