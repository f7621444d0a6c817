/** What the Markdown of an article needs to know of the rest of the guide. */

export interface GlossaryTerm {
  term: string;
  expansion?: string | undefined;
  definition: string;
  /** Slug of the article that explains it. */
  article: string;
}

export interface Context {
  /** Address of the article's page; links to its own sections lead there. */
  page: string;
  /** Address of an article by its slug. Throws when there is none. */
  article(slug: string): string;
  /** Title of an article by its slug. */
  title(slug: string): string;
  /** Address of a code's entry by the name an article uses. Throws when there is none. */
  code(name: string): string;
  /** Address of a site path. */
  path(path: string): string;
  /** Title and paste of a sample; undefined when there is none of that id. */
  sample(id: string): Promise<{ title: string; paste: string } | undefined>;
  glossary(): Promise<readonly GlossaryTerm[]>;
}
