/** The steps of a row, with the names of the evidence filled in. */
import { run, say, type Step } from '../../../contract/step.ts';
import { spelled, type Host, type Spn } from '../../../facts/names.ts';
import { command, type Command, type Name } from '../../../text/escape/command.ts';
import { explained, TABLE, type SentenceRow } from '../table.ts';

export interface Names {
  readonly spn?: Spn;
  readonly host?: Host;
  readonly keytab?: string;
}

/** Steps for a message: its own, or those of its article; without those that are skipped by key. */
export function stepsFor(
  row: SentenceRow,
  names: Names,
  skipped: ReadonlySet<string> = new Set(),
): Step[] {
  const keys = row.next ?? TABLE.stepsOfArticle[explained(row).article] ?? [];
  return keys.flatMap((key): Step[] => {
    const step = TABLE.steps[key];
    if (!step || skipped.has(key)) return [];
    return ['say' in step ? say(step.say) : run(step.on, filled(step.run, names))];
  });
}

/** `setspn -F -Q {spn}` -> `setspn -F -Q HTTP/portal.contoso.com`, or `<SPN>` for a name not known. */
function filled(line: string, names: Names): Command {
  const parts = line.split(/\{(\w+)\}/);
  const texts = parts.filter((_, index) => index % 2 === 0);
  const placeholders = parts.filter((_, index) => index % 2 === 1);
  return command(
    Object.assign(texts, { raw: texts }),
    ...placeholders.map((name): Name => [nameOf(name, names), name.toUpperCase()]),
  );
}

/** A client asks for `HTTP/` and the host of the URL, unless the evidence names another SPN. */
function nameOf(name: string, { spn, host, keytab }: Names): string | undefined {
  if (name === 'spn') return spn ? spelled(spn) : host && `HTTP/${host}`;
  if (name === 'host') return host ?? spn?.host;
  if (name === 'keytab') return keytab;
  if (name === 'domain') return spn?.realm;
  return undefined;
}
