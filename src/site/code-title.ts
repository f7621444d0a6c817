/** How a code is called in a heading, and the numbers that stand next to it in a list. */
import { type CodeRow, hex } from '../core/index.ts';

/** Symbols speak for themselves, a status or an event is known by its number. */
export function codeTitle({ space, code, name, log }: CodeRow): string {
  if (space === 'http') return `${code} ${name}`;
  if (space === 'event') return `${log ?? 'Event'} ${code}: ${name}`;
  return name;
}

/** `1326`, `2148074254 0x8009030E`; nothing where the heading has the number. */
export function codeNumbers({ space, code }: CodeRow): string {
  if (typeof code === 'string' || space === 'event') return '';
  return space === 'win32' ? String(code) : `${code} ${hex(code)}`;
}
