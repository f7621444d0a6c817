/** What leads to an article in the words of those who look for it; for the search alone, pages do not carry it. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import sentences from '../../content/sentences.json' with { type: 'json' };
import { SYMPTOM_PLACES } from '../site/symptoms.ts';

const ASKED = parse(readFileSync('content/asked.yaml', 'utf8')) as Record<string, string[]>;

export interface Keywords {
  /** The signals of the article, and what people say they see and ask for. */
  readonly symptoms: string;
  /** What the reader gets, in whole sentences: shown below the title of a result. */
  readonly summary: string;
  /** What programs print, word for word. */
  readonly messages: string;
}

/** Of the article at a site path (`/kerberos/spn-duplicate/`); undefined for a page that is no article. */
export function keywordsOf(path: string): Keywords | undefined {
  const matter = matterOf(path);
  if (matter === undefined) return undefined;
  const slug = path.split('/').at(-2) ?? '';
  return {
    symptoms: [...phrasesIn(matter), ...symptomsOf(slug), ...(ASKED[slug] ?? [])].join('. '),
    messages: messagesOf(slug).join('. '),
    summary: matter.summary,
  };
}

interface Matter {
  readonly summary: string;
  readonly signals: readonly string[];
}

function matterOf(path: string): Matter | undefined {
  let source: string;
  try {
    source = readFileSync(`content/articles${path.replace(/\/$/, '')}.mdx`, 'utf8');
  } catch {
    return undefined;
  }
  const [, matter = ''] = /^---\r?\n(.*?)\r?\n---/s.exec(source) ?? [];
  return parse(matter) as Matter;
}

/** Signals: a phrase as it stands, a code without the space that it belongs to. */
function phrasesIn({ signals }: Matter): string[] {
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
