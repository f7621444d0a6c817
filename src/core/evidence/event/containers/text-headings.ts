/**
 * Messages that were pasted without their first sentence. A heading that only one message has tells which
 * it is:
 *
 *     Subject:
 *         Security ID:      SYSTEM
 *     Logon Type:           3
 *     Account For Which Logon Failed:
 */
import { pairIn } from '../fields/labelled.ts';
import { MESSAGES, type Message } from '../fields/messages.ts';
import type { Page } from '../fields/page.ts';

const SECURITY = 'Microsoft-Windows-Security-Auditing';
/** Lines of a message above such a heading. */
const ABOVE = 14;
/** Lines below it, one of which has a label of the message. */
const BELOW = 2;

const HEADINGS = headingsOfOne();

/** Headings by label, without those that several messages have. */
function headingsOfOne(): ReadonlyMap<string, Message> {
  const owners = new Map<string, Message[]>();
  for (const message of MESSAGES.filter(({ provider }) => provider === SECURITY)) {
    for (const { label, name } of message.lines) {
      if (name === undefined) owners.set(label, [...(owners.get(label) ?? []), message]);
    }
  }
  return new Map(
    [...owners].flatMap(([label, [message, second]]) =>
      message && !second ? [[label, message] as const] : [],
    ),
  );
}

export interface Headless {
  readonly message: Message;
  /** Index of the first line of the message. */
  readonly first: number;
}

/** The message to which the heading on the line belongs; undefined for any other line. */
export function headlessAt({ lines }: Page, index: number): Headless | undefined {
  const labelOf = (at: number) => {
    const line = lines[at];
    return line ? pairIn(line.text, line.start)[0] : undefined;
  };
  const heading = labelOf(index);
  const message = heading?.value === '' ? HEADINGS.get(heading.label) : undefined;
  if (!message) return undefined;
  const labels = new Set(message.lines.flatMap(({ label, name }) => (name ? label : [])));
  const isAbove = Array.from({ length: BELOW }, (_, below) => labelOf(index + 1 + below)).some(
    (line) => line && labels.has(line.label),
  );
  if (!isAbove) return undefined;
  for (let first = index - 1; first >= Math.max(0, index - ABOVE); first--) {
    if (labelOf(first)?.label === message.lines[0]?.label) return { message, first };
  }
  return { message, first: index };
}
