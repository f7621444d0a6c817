import { QUERY_USAGE } from './query.ts';

/** The command line's own language: one input, a few options. */
export const USAGE = `Usage: npm run --silent decode -- [--json | --query ENGINE:QUESTION] [FILE | -]

Decodes log rows, Negotiate and NTLM headers, HTTP messages and error codes, and says why IIS
answered 401. Reads FILE, or standard input for "-" or no FILE. Nothing leaves this computer.

  --json   print the decoded document as JSON
  --query ENGINE:QUESTION
           print a query that asks the same of a whole farm's logs, with this log's columns and
           times; what it cannot see goes to standard error
${QUERY_USAGE}
  --help   print this text

Exit status: 0 when the input was read, 2 for a usage error.
`;

export interface Options {
  json: boolean;
  help: boolean;
  /** `ENGINE:QUESTION`, as given. */
  query?: string;
  /** Path of the input; undefined for standard input. */
  file?: string;
  /** True when "-" was given: standard input is wanted even from a terminal. */
  stdin: boolean;
}

/** Options of a command line, or the sentence that says what is wrong with it. */
export function parseArguments(args: readonly string[]): Options | { error: string } {
  const options: Options = { json: false, help: false, stdin: false };
  const files: string[] = [];
  let optionsEnded = false;
  const rest = args[Symbol.iterator]();
  for (const arg of rest) {
    if (optionsEnded || !arg.startsWith('-') || arg === '-') files.push(arg);
    else if (arg === '--') optionsEnded = true;
    else if (arg === '--json') options.json = true;
    else if (arg === '--query') {
      const { value, done } = rest.next();
      if (done === true) return { error: '--query needs ENGINE:QUESTION, such as duckdb:401s.' };
      options.query = value;
    } else if (arg === '--help' || arg === '-h') options.help = true;
    else return { error: `Unknown option ${JSON.stringify(arg)}; --help lists the options.` };
  }
  const [file, second] = files;
  if (second !== undefined) {
    return {
      error: `One input at a time, not ${JSON.stringify(file)} and ${JSON.stringify(second)}.`,
    };
  }
  if (file === '-' && !optionsEnded) options.stdin = true;
  else if (file !== undefined) options.file = file;
  return options;
}
