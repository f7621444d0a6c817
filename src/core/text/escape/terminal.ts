/** Text from the evidence in a terminal: no escape sequence and no mark may act on it. */
import { HIDDEN, withoutUnseen } from './invisible.ts';

/** What JSON leaves as it is. */
const UNSAFE_IN_JSON = new RegExp(`[${HIDDEN}]`, 'gu');

/** One line with every unseen character replaced by one visible character, so that columns stay. */
export function terminalText(text: string): string {
  return withoutUnseen(text).replace(/[\t\n\r]/g, (end) =>
    end === '\t' ? ' ' : String.fromCharCode(0x2400 + end.charCodeAt(0)),
  );
}

/** JSON that is safe on a terminal too: what JSON leaves as it is, is written as an escape. */
export function terminalJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(UNSAFE_IN_JSON, (character) =>
    Array.from({ length: character.length }, (_, index) => {
      return `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
    }).join(''),
  );
}
