/**
 * whoami, and what gpresult and PowerShell say about a user's groups: who a session belongs to, how it was
 * authenticated, and how many groups a ticket has to carry.
 */
import { readParts } from '../../text/line-parts.ts';
import { printedLines } from '../../text/printed-lines.ts';
import { commandPattern } from '../../text/typed-command.ts';
import type { Context, LoadedReader, Reading } from '../reader.ts';
import { countedGroups, policyGroups } from './group-names.ts';
import { nameBelow, privilegeRow, ruler, sidRow } from './rows.ts';
import { closeSession, emptySession, type Part, type Sessions } from './session.ts';

const WHOAMI = commandPattern('whoami');
const COUNTED = /\bGet-ADPrincipalGroupMembership\b.{0,200}\bCount\b/i;

const command: Part = (lines, index, sessions) => {
  const text = lines[index]?.text ?? '';
  const whoami = WHOAMI.exec(text);
  const isWhoami = whoami !== null;
  const isCounted = COUNTED.test(text);
  if (!isWhoami && !isCounted) {
    // Another prompt ends the output.
    if (/^(?:PS )?[a-z]:\\[^>]{0,200}>/i.test(text)) sessions.isWhoami = false;
    return 0;
  }
  closeSession(sessions);
  sessions.isWhoami = isWhoami;
  sessions.isAlone = isWhoami && whoami[1] === undefined;
  sessions.isCounted = isCounted;
  return 1;
};

/** In the order in which they are asked. */
const PARTS: readonly Part[] = [
  command,
  ruler,
  policyGroups,
  sidRow,
  privilegeRow,
  countedGroups,
  nameBelow,
];

function read(text: string, { claimed: taken }: Pick<Context, 'claimed'>): Reading | undefined {
  const sessions: Sessions = {
    facts: [],
    claimed: [],
    session: emptySession(),
    isWhoami: false,
    isAlone: false,
    isCounted: false,
  };
  readParts(printedLines(text, taken), PARTS, sessions);
  closeSession(sessions);
  const { facts, claimed } = sessions;
  return facts.length > 0 ? { kinds: ['whoami'], facts, claimed } : undefined;
}

export const whoami: LoadedReader = {
  read,
  loadRules: async () => (await import('./rules/rules.ts')).WHOAMI_RULES,
};
