/** What the site is made of, and the shape each piece must have for the build to accept it. */
import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { ARTICLES } from './core/index.ts';

/** `2012`, `2005-07` or `2025-06-15`: as precise as the source itself states it. */
const sourceDate = z.preprocess(
  // YAML reads a whole date as a timestamp and a lone year as a number.
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)),
  z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'Expected 2025-06-15, 2005-07 or 2012.'),
);

const articles = defineCollection({
  loader: glob({ base: './content/articles', pattern: '*/*.mdx' }),
  schema: z.strictObject({
    title: z.string().max(90),
    /** One line: what the reader gets. Also the page's description. */
    summary: z.string().max(220),
    /** `problem` articles share one set of headings; `guide` articles choose their own. */
    shape: z.enum(['problem', 'guide']),
    /** Place inside the group. */
    order: z.number(),
    /** Products with versions. */
    appliesTo: z.array(z.string()).min(1),
    /** What in a paste leads here: `log:401.1+1326`, `krb:41`, `evt:KDC/11`, or a phrase. */
    signals: z.array(z.string()),
    /** Ids of pastes in `content/samples/` that lead here; a text may show others as well. */
    samples: z.array(z.string()),
    reviewed: z.date(),
    sources: z
      .array(
        z.strictObject({
          title: z.string(),
          publisher: z.string(),
          date: sourceDate,
          url: z.url(),
        }),
      )
      .min(1),
  }),
});

const samples = defineCollection({
  loader: glob({ base: './content/samples', pattern: '*.yaml' }),
  schema: z.strictObject({
    title: z.string(),
    /** Id of the first finding the paste decodes to, and that finding's article. */
    finding: z.string(),
    article: z.string(),
    paste: z.string(),
  }),
});

const glossary = defineCollection({
  loader: file('./content/glossary.yaml'),
  schema: z.strictObject({
    /** Also the anchor in the glossary. */
    id: z.string().regex(/^[a-z0-9-]+$/),
    term: z.string(),
    /** What an abbreviation stands for, or another name of the same thing. */
    expansion: z.string().optional(),
    definition: z.string(),
    /** Slug of the article where the term is explained or put to use. */
    article: z.enum(ARTICLES),
  }),
});

const changes = defineCollection({
  loader: file('./content/changes.yaml'),
  schema: z.strictObject({
    /** Also the anchor in the timeline. */
    id: z.string().regex(/^[a-z0-9-]+$/),
    /** When it took effect; left out where only that it will come is known. */
    date: sourceDate.optional(),
    title: z.string().max(80),
    /** What it did, in two sentences at most. */
    did: z.string().max(260),
    /** What it applies to. */
    versions: z.string(),
    /** Slug of the article that explains it. */
    article: z.enum(ARTICLES),
    source: z.strictObject({ title: z.string(), url: z.url() }),
  }),
});

export const collections = { articles, samples, glossary, changes };
