/** What leads to an article in the words of those who look for it; for the search alone, pages do not carry it. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import sentences from '../../content/sentences.json' with { type: 'json' };
import { SYMPTOM_PLACES } from '../site/symptoms.ts';

const ASKED = parse(readFileSync('content/asked.yaml', 'utf8')) as Record<string, string[]>;

export interface Keywords {
  /** The signals of the article, and what people say they see and ask for. */
  readonly symptoms: string;
  /** What programs print, word for word. */
  readonly messages: string;
}

/** Of the article at a site path (`/kerberos/spn-duplicate/`); undefined for a page that is no article. */
export function keywordsOf(path: string): Keywords | undefined {
  const signals = signalsOf(path);
  if (signals === undefined) return undefined;
  const slug = path.split('/').at(-2) ?? '';
  return {
    symptoms: [...signals, ...symptomsOf(slug), ...(ASKED[slug] ?? [])].join('. '),
    messages: messagesOf(slug).join('. '),
  };
}

/** A phrase as it stands, a code without the space that it belongs to. */
function signalsOf(path: string): string[] | undefined {
  let source: string;
  try {
    source = readFileSync(`content/articles${path.replace(/\/$/, '')}.mdx`, 'utf8');
  } catch {
    return undefined;
  }
  const [, matter = ''] = /^---\r?\n(.*?)\r?\n---/s.exec(source) ?? [];
  const { signals } = parse(matter) as { signals: string[] };
  return signals.map((signal) => signal.replace(/^(?:log|win32|nt|hr|evt|krb|tok|klist):\s*/, ''));
}

function symptomsOf(slug: string): string[] {
  return SYMPTOM_PLACES.flatMap(({ symptoms }) =>
    symptoms.filter(([, article]) => article === slug).map(([says]) => says),
  );
}

function messagesOf(slug: string): string[] {
  return sentences.sentences
    .filter(({ article }) => article === slug)
    .flatMap(({ match }) => match)
    .map((wording) => wording.replace(/\*|<name>/g, ' '));
}
