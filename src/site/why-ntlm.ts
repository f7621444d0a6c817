/** Why a client used NTLM, as the article on it shows: the reasons with their signs, and what each source tells. */
import file from '../../content/why-ntlm.json' with { type: 'json' };
import { articlePath, ARTICLES, TABLE } from '../core/index.ts';

export interface ReasonRow {
  /** `The client reached no domain controller.` */
  readonly reason: string;
  /** `Reason ID 9; klist 0xC000005E`. */
  readonly signs: string;
  readonly fix: string;
  readonly path: string;
}

export interface SourceRow {
  readonly name: string;
  readonly tells: string;
  readonly silent: string;
}

interface Reason {
  readonly meaning: string;
  readonly fix: string;
  readonly article: string;
  readonly signs: {
    readonly event?: readonly number[];
    readonly kdc?: readonly number[];
    readonly klist?: readonly string[];
    readonly other?: string;
  };
}

/** `0x7 (KDC_ERR_S_PRINCIPAL_UNKNOWN)` */
function kerberosCode(code: number): string {
  const name = TABLE.kerberos.find((row) => row.code === code)?.name;
  const number = `0x${code.toString(16).toUpperCase()}`;
  return name === undefined ? number : `${number} (${name})`;
}

function signsOf({ event = [], kdc = [], klist = [], other }: Reason['signs']): string {
  const parts = [
    ...event.map((id) => `Event 4020, reason ID ${String(id)}.`),
    ...kdc.map((code) => `Event 4769, ${kerberosCode(code)}.`),
    ...klist.map((code) => `klist get, ${code}.`),
    ...(other === undefined ? [] : [other]),
  ];
  return parts.join(' ');
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

export const REASON_ROWS: readonly ReasonRow[] = (file.reasons as readonly object[])
  .map((row) => row as Reason)
  .map(({ meaning, fix, article, signs }) => {
    const slug = ARTICLES.find((known) => known === article);
    if (!slug) throw new Error(`content/why-ntlm.json links no article: ${article}`);
    return { reason: sentence(meaning), signs: signsOf(signs), fix, path: articlePath(slug) };
  });

export const SOURCE_ROWS: readonly SourceRow[] = file.sources;

/** Both tables as Markdown; `href` turns the path of an article into an address. */
export function whyNtlmMarkdown(href: (path: string) => string): string {
  const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    row('Reason', 'Signs', 'Fix'),
    row('---', '---', '---'),
    ...REASON_ROWS.map(({ reason, signs, fix, path }) =>
      row(`[${reason}](${href(path)})`, signs, fix),
    ),
    '',
    row('Source', 'What it tells', 'What it cannot report'),
    row('---', '---', '---'),
    ...SOURCE_ROWS.map(({ name, tells, silent }) => row(name, tells, silent)),
  ].join('\n');
}
