/** The guide's content as files: articles with their front matter, and samples. */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { parse } from 'yaml';

/** A page that an article rests on. */
export interface ArticleSource {
  title: string;
  publisher: string;
  /** `2025-06-15`, `2005-07`, or a year, which YAML reads as a number. */
  date: string | number;
  url: string;
}

export interface ArticleFile {
  slug: string;
  /** The folder, which is the group. */
  group: string;
  shape: 'problem' | 'guide';
  /** Ids of samples in the front matter. */
  samples: string[];
  /** What in a paste leads here. */
  signals: string[];
  sources: ArticleSource[];
  /** The text after the front matter. */
  body: string;
}

export interface SampleFile {
  id: string;
  title: string;
  /** Id of the finding that must come first, and the slug of its article. */
  finding: string;
  article: string;
  paste: string;
}

export const ARTICLE_FILES: readonly ArticleFile[] = globSync('content/articles/*/*.mdx')
  .sort()
  .map((file) => {
    const [, matter = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(read(file)) ?? [];
    const { shape, samples, signals, sources } = parse(matter) as Omit<ArticleFile, 'body'>;
    const group = basename(dirname(file));
    return { slug: basename(file, '.mdx'), group, shape, samples, signals, sources, body };
  });

export const SAMPLE_FILES: readonly SampleFile[] = globSync('content/samples/*.yaml')
  .sort()
  .map((file) => {
    const sample = parse(read(file)) as Omit<SampleFile, 'id'>;
    return { ...sample, id: basename(file, '.yaml') };
  });

export interface GlossaryTerm {
  id: string;
  term: string;
  expansion?: string;
  definition: string;
  article: string;
}

export const GLOSSARY = parse(read('content/glossary.yaml')) as readonly GlossaryTerm[];

/** Ids that an article's text shows, in order. */
export function shownSamples({ body }: ArticleFile): string[] {
  return [...body.matchAll(/<Sample\s+id="([^"]+)"/g)].map(([, id = '']) => id);
}

function read(file: string): string {
  return readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
}
