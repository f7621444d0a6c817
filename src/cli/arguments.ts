import { QUERY_USAGE } from './query.ts';

/** The command line's own language: one input, a few options. */
export const USAGE = `Usage: npm run --silent decode -- [--json | --query ENGINE:QUESTION] [--columns "NAMES"] [FILE ... | -]

Decodes log rows, Negotiate and NTLM headers, HTTP messages and error codes, and says why IIS
answered 401. Reads FILE, or standard input for "-" or no FILE. Several files, .gz and .zip, and
logs of any size are read as one log. Nothing leaves this computer.

  --json             print the decoded document as JSON
  --columns "NAMES"  what the values of a log row are, in order, for rows with so many values:
                     "date time c-ip cs-username sc-status", with "-" for one to leave out
  --query ENGINE:QUESTION
                     print a query that asks the same of a whole farm's logs, with this log's
                     columns and times, or of a whole domain's events, with this case's times;
                     what it cannot see goes to standard error
${QUERY_USAGE}
  --help             print this text

Exit status: 0 when the input was read, 2 for a usage error.
`;

export interface Options {
  json: boolean;
  help: boolean;
  /** `ENGINE:QUESTION`, as given. */
  query?: string;
  /** Names of the columns of a log row, in order. */
  columns?: string[];
  /** Paths of the input; none for standard input. */
  files: string[];
  /** True when "-" was given: standard input is wanted even from a terminal. */
  stdin: boolean;
}

const NO_QUERY = '--query needs ENGINE:QUESTION, such as duckdb:401s.';
const NO_COLUMNS =
  '--columns needs the names of the columns, in quotes: --columns "date time c-ip sc-status".';

/** Options of a command line, or the sentence that says what is wrong with it. */
export function parseArguments(args: readonly string[]): Options | { error: string } {
  const options: Options = { json: false, help: false, stdin: false, files: [] };
  const { files } = options;
  let optionsEnded = false;
  const left = [...args];
  for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
    if (optionsEnded || !arg.startsWith('-') || arg === '-') files.push(arg);
    else if (arg === '--') optionsEnded = true;
    else if (arg === '--json') options.json = true;
    else if (arg === '--help' || arg === '-h') options.help = true;
    else if (arg === '--query') {
      const query = left.shift();
      if (query === undefined) return { error: NO_QUERY };
      options.query = query;
    } else if (arg === '--columns') {
      options.columns = (left.shift() ?? '').split(/[\s,]+/).filter((name) => name !== '');
      if (options.columns.length === 0) return { error: NO_COLUMNS };
    } else return { error: `Unknown option ${JSON.stringify(arg)}; --help lists the options.` };
  }
  if (files.includes('-') && !optionsEnded) {
    if (files.length > 1) return { error: 'Standard input ("-") cannot be read with other files.' };
    options.stdin = true;
    options.files = [];
  }
  return options;
}
