/**
 * Decodes beside the page, so that evidence of any size never holds up typing. Keeps the attempts of
 * the last case, and answers what is asked about them. Every question is answered.
 */
import {
  type CaseInput,
  type Decoded,
  decodeText,
  type Excerpt,
  isLogOnly,
  openCase,
} from '../../core/index.ts';
import type { LogRecord } from './log-desk.ts';
import type { Answer, PieceSent, Question } from './protocol.ts';

type Ask<K extends Question['kind']> = Extract<Question, { kind: K }>;

/** What was read of files, by the piece of the page; read once, however the case grows. */
const filesRead = new Map<number, CaseInput>();
let asked = 0;
let record: LogRecord | undefined;

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  void answer(data)
    .catch((error: unknown): Answer => ({
      ticket: data.ticket,
      kind: 'failed',
      message: told(error),
    }))
    .then((answered) => {
      postMessage(answered);
    });
});

function told(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof RangeError) {
    return `There is not enough memory to read this (${message}). Try a smaller piece of it.`;
  }
  return message;
}

async function answer(question: Question): Promise<Answer> {
  if (question.kind === 'case') return decode(question);
  const { ticket, kind } = question;
  if (kind === 'load-all') {
    const { loadReaders } = await import('./load-readers.ts');
    await loadReaders();
    return { ticket, kind };
  }
  if (kind === 'is-log') return { ticket, kind, isLog: await isLog(question.file) };
  if (!record || question.asked !== asked) return { ticket, kind };
  if (kind === 'story') return { ticket, kind, ...(await record.tell(question.filter)) };
  return { ticket, kind, entries: await record.rowsOf(question.attempt) };
}

async function decode(question: Ask<'case'>): Promise<Answer> {
  const { ticket, pieces } = question;
  // Room for the attempts of the new case.
  record = undefined;
  forget(pieces);
  const inputs: CaseInput[] = [];
  for (const piece of pieces) inputs.push(await inputOf(piece, question));
  const decoded = await openCase(inputs, question);
  asked = ticket;
  if (decoded.log) record = (await import('./log-desk.ts')).LogRecord.of(decoded);
  return { ticket, kind: 'case', excerpts: await excerptsOf(pieces, inputs, decoded), decoded };
}

function forget(pieces: readonly PieceSent[]): void {
  for (const id of filesRead.keys()) {
    if (!pieces.some((piece) => piece.id === id)) filesRead.delete(id);
  }
}

async function isLog(file: Blob): Promise<boolean> {
  return isLogOnly(decodeText(new Uint8Array(await file.arrayBuffer())));
}

async function inputOf(piece: PieceSent, question: Ask<'case'>): Promise<CaseInput> {
  const { id, name, text, files } = piece;
  const named = name !== undefined && { name };
  if (!files) return { text, ...named };
  const before = filesRead.get(id);
  // With other columns the rows of files are read anew; a text is read anew in any case.
  if (before && !(question.columns && before.reading)) return before;
  const { readPiece } = await import('./read-piece.ts');
  const read = await readPiece(files, question, (progress) => {
    const { ticket } = question;
    postMessage({ ticket, kind: 'progress', piece: id, ...progress } satisfies Answer);
  });
  const input = { ...read, ...named };
  if (!question.columns) filesRead.set(id, input);
  return input;
}

/** What is shown of the pieces that are too long to be shown. */
async function excerptsOf(
  pieces: readonly PieceSent[],
  inputs: readonly CaseInput[],
  decoded: Decoded,
): Promise<(Excerpt | undefined)[]> {
  if (!pieces.some(({ files }) => files)) return [];
  const { excerptOf, tellingPlaces } = await import('./read-piece.ts');
  return inputs.map(({ text }, index) => {
    const source = decoded.sources[index]?.id ?? '';
    return pieces[index]?.files && excerptOf(text, tellingPlaces(decoded, source));
  });
}
