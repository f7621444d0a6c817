/** The glossary as the text of the articles needs it: read from its file before any page is made. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** One entry of `content/glossary.yaml`; `src/content.config.ts` holds the file to its shape. */
export interface GlossaryEntry {
  id: string;
  term: string;
  expansion?: string;
  definition: string;
  /** Slug of the article where the term is explained. */
  article: string;
}

/** All entries of a glossary file. Throws when the file is missing or no YAML. */
export function readGlossary(file: string): readonly GlossaryEntry[] {
  return parse(readFileSync(file, 'utf8')) as GlossaryEntry[];
}
