/** From what was found in the paste to what the decoded document says of it. */
import { articlePath } from '../../articles.ts';
import type { Code } from '../../contract/decoded.ts';
import type { Span } from '../../facts/span.ts';
import { command, type Command } from '../../text/escape/command.ts';
import { codeLabel, codeReference } from '../../codes/anchor.ts';
import { looksLikeStatus, spaceOf, type Found } from './found.ts';
import { hex, win32OfHresult } from '../../codes/number.ts';
import type { CodeRow } from '../../codes/row.ts';

/** A code with the place where it stands; one per reading that it can have. */
export type PlacedCode = Code & { at: Span };

/** All readings of one found code; a code that the table lacks is named by its own digits. */
export function codesOf(text: string, { at, rows, value }: Found): PlacedCode[] {
  if (rows.length) return rows.map((row) => known(row, at, value));
  const spelling = text.slice(at.start, at.end);
  if (value === undefined) return [{ space: spaceOfName(spelling), name: spelling, at }];
  const name = looksLikeStatus(value) ? hex(value) : spelling;
  return [{ space: spaceOf(value), name, unsigned: value, hex: hex(value), at }];
}

function known(row: CodeRow, at: Span, value?: number): PlacedCode {
  const number = typeof row.code === 'string' ? undefined : (value ?? row.code);
  return {
    space: row.space,
    name: codeLabel(row),
    ...(number !== undefined && { unsigned: number }),
    ...(number !== undefined && row.space !== 'event' && { hex: hex(number) }),
    article: articlePath(row.article),
    meaning: row.iis ? `${row.meaning} ${row.iis}` : row.meaning,
    reference: codeReference(row),
    at,
  };
}

function spaceOfName(name: string): Code['space'] {
  if (/^\d|^http|^status/i.test(name)) return 'http';
  if (/^K(?:DC|RB)/i.test(name)) return 'kerberos';
  if (/^STATUS_/i.test(name)) return 'ntstatus';
  return /^ERROR_/i.test(name) ? 'win32' : 'sspi';
}

/** True for a code that only looks like one: the table has no row for it. */
export function isUnknown(code: Code): boolean {
  return code.reference === undefined;
}

/** The command with which Windows itself explains a code. */
export function lookUpCommand(code: Code): Command | undefined {
  if (code.unsigned === undefined) return undefined;
  const win32 = win32OfHresult(code.unsigned) ?? code.unsigned;
  return win32 <= 0xffff
    ? command`net helpmsg ${[String(win32), 'code']}`
    : command`certutil -error ${[hex(code.unsigned), 'code']}`;
}

/** The sentence for an unknown code: what it is not, and who may know it. */
export function unknownMessage(code: Code): string {
  const command = lookUpCommand(code);
  const advice = command ? `On Windows, "${command}" may know it.` : 'Check its spelling.';
  return `${code.name} looks like a code and is not in the table of this guide. ${advice}`;
}
