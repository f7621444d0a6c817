/**
 * The command line of setspn, which tells what its output cannot: what was searched for, how widely,
 * and the logon name of the account whose distinguished name is printed.
 * Source: `setspn /?` of Windows Server 2016 to 2025.
 */
import { accountOf, spnOf } from '../../facts/names.ts';
import type { Account, Spn } from '../../facts/names.ts';

/** What one command line asks for. */
export interface Command {
  /** `Q`, `X`, `L`, `S`, `A`, `D` or `R`; `L` when an account stands alone. */
  readonly mode: string;
  readonly isForest: boolean;
  /** Absent when the name contains a wildcard. */
  readonly spn?: Spn;
  /** The name to search for, when it contains a wildcard. */
  readonly pattern?: string;
  /** As a person types it, which is the logon name. */
  readonly account?: Account;
}

/** After a prompt (`C:\>`, `PS C:\&gt;`, `$`), the call operator, a separator or a folder. */
const BEFORE = /(?:^|[>$#&;|"'`\\*-]|&gt;)\s*$/i;
const MODES = 'QXLSADR';

/** The command on this line; undefined for a line that merely mentions setspn. */
export function commandOf(line: string): Command | undefined {
  const at = line.search(/setspn(?:\.exe)?["'`]?\s/i);
  if (at < 0 || !BEFORE.test(line.slice(Math.max(0, at - 8), at))) return undefined;
  // Not what follows a pipe or goes to a file.
  const [words = ''] = line.slice(at).split(/[|>;&]/, 1);
  const [, ...args] = words
    .replace(/`/g, '')
    .split(/\s+/)
    .filter((word) => word !== '');
  return argumentsOf(args);
}

function argumentsOf(args: readonly string[]): Command | undefined {
  let mode = '';
  let isForest = false;
  const names: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    const letter = /^[-/\u2013]([A-Z])$/i.exec(arg)?.[1]?.toUpperCase();
    if (letter === undefined) names.push(arg.replace(/^["']|["']$/g, ''));
    else if (letter === 'F') isForest = true;
    else if (letter === 'T') index++;
    else if (MODES.includes(letter)) mode = letter;
  }
  if (mode === '' && names.length !== 1) return undefined;
  const isAboutSpn = /^[QSAD]$/.test(mode);
  const [first, second] = names;
  const account = isAboutSpn ? second : first;
  const pattern = isAboutSpn && first?.includes('*') ? first : undefined;
  const spn = isAboutSpn && !pattern ? spnOf(first ?? '') : undefined;
  return {
    mode: mode || 'L',
    isForest,
    ...(spn && { spn }),
    ...(pattern && { pattern }),
    ...(!/[QX]/.test(mode) && account && { account: accountOf(account) }),
  };
}
