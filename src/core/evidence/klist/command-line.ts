/** The command above an output: it alone says which SPN `klist get` asked for. */
import { spnOf } from '../../facts/names.ts';
import { closeCache, type Part } from './listing.ts';

/** At the start of the line or after a prompt: `PS C:\>`, `C:>`, `shell%`, `[root@web ~]#`. */
const COMMAND = /(?:^|[>$%#] ?)klist(?:\.exe)?(?: +(\S.*))?$/i;
const VERB =
  /^(?:-l[hi] +\S+ +){0,2}(get|tgt|tickets|sessions|purge|kcd_cache|query_bind|add_bind|purge_bind|-\S+)(?: +["']?([^\s"']+))?/i;

export const commandLine: Part = (lines, index, listing) => {
  const found = COMMAND.exec(lines[index]?.text ?? '');
  if (!found) return 0;
  const [, rest] = found;
  const [, verb, name = ''] = VERB.exec(rest ?? 'tickets') ?? [];
  if (verb === undefined) return 0;
  closeCache(listing);
  const spn = verb.toLowerCase() === 'get' ? spnOf(name) : undefined;
  listing.command = { verb: verb.toLowerCase(), ...(spn && { spn }) };
  return 1;
};
