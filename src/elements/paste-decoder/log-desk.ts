/** Answers what is asked about the attempts of the last log; loaded when there is a log. */
import {
  type AttemptRecord,
  type Decoded,
  LOG_ENTRIES,
  type LogEntry,
  markSource,
  recordOf,
  storyOf,
  type StoryFilter,
} from '../../core/index.ts';
import type { Told } from './protocol.ts';

export class LogRecord {
  readonly #record: AttemptRecord;
  /** The source that the rows are places of, in a case of several. */
  readonly #source: string | undefined;

  private constructor(record: AttemptRecord, source: string | undefined) {
    this.#record = record;
    this.#source = source;
  }

  static of({ log }: Decoded): LogRecord | undefined {
    const record = recordOf(log);
    return record && new LogRecord(record, log?.entries[0]?.at.source);
  }

  async tell(filter: StoryFilter): Promise<Told> {
    const { table, rows } = this.#record;
    const story = storyOf(table, filter);
    const entries = await Promise.all(story.examples.map(({ attempt }) => rows.entriesOf(attempt)));
    const shown = entries.flat().sort((a, b) => a.at.start - b.at.start);
    return { story, entries: this.#placed(shown.slice(0, LOG_ENTRIES)) };
  }

  async rowsOf(attempt: number): Promise<LogEntry[]> {
    return this.#placed(await this.#record.rows.entriesOf(attempt));
  }

  #placed(entries: LogEntry[]): LogEntry[] {
    if (this.#source !== undefined) markSource(entries, this.#source);
    return entries;
  }
}
