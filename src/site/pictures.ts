/**
 * The data of the pictures that articles draw, and the same in plain Markdown. Texts have `code` and
 * `[links](article:slug)`, as in `content/check-steps.json`.
 */

/** An answer to a question: where it leads, or the next question. */
export interface Branch {
  when: string;
  go?: string;
  ask?: string;
  branches?: readonly Branch[];
}

export interface Tree {
  ask: string;
  branches: readonly Branch[];
  caption: string;
}

/** Nested lists; a question stands in its answer's line. */
export function treeMarkdown({ ask, branches, caption }: Tree): string {
  return `${caption}\n\n${ask}\n\n${branchLines(branches, '').join('\n')}`;
}

function branchLines(branches: readonly Branch[], indent: string): string[] {
  return branches.flatMap(({ when, go, ask, branches: more = [] }) => [
    `${indent}- ${when}: ${go ?? ask ?? ''}`,
    ...branchLines(more, `${indent}  `),
  ]);
}

/** A way over several machines, and what is shown on each hop. */
export interface HopPath {
  title: string;
  /** One less than there are machines. */
  hops: readonly { ticket: string; note?: string; tone: 'ok' | 'error' }[];
}

export interface Hops {
  /** In order, each with who acts there. */
  machines: readonly { name: string; who: string }[];
  paths: readonly HopPath[];
  caption: string;
}

/** The machines of hop number `index` of a path: from and to. */
export function endsOf({ machines, caption }: Pick<Hops, 'machines' | 'caption'>, index: number) {
  const from = machines[index];
  const to = machines[index + 1];
  if (!from || !to) throw new Error(`"${caption}" has no two machines for hop ${index + 1}.`);
  return { from, to };
}

/** A list for each path, a line for each hop. */
export function hopsMarkdown(picture: Hops): string {
  const paths = picture.paths.map(({ title, hops }) =>
    [
      `${title}:`,
      '',
      ...hops.map(({ ticket, note }, index) => {
        const { from, to } = endsOf(picture, index);
        const words = [`${from.name} (${from.who}) to ${to.name} (${to.who}): ${ticket}`, note];
        return `${index + 1}. ${words.filter(Boolean).join(' ')}`;
      }),
    ].join('\n'),
  );
  return [...paths, picture.caption].join('\n\n');
}

/** A configuration: the account the KDC locks the ticket for, and the one that tries to open it. */
export interface KeyCase {
  settings: string;
  /** Owner of the SPN. */
  locks: string;
  /** The account that decrypts on the web server. */
  opens: string;
}

export interface Keys {
  cases: readonly KeyCase[];
  caption: string;
}

/** The ticket opens when both are one account. */
export function fits({ locks, opens }: KeyCase): boolean {
  return locks === opens;
}

export function keysMarkdown({ cases, caption }: Keys): string {
  const rows = cases.map((each) => {
    const end = fits(each) ? 'the ticket opens' : 'error 41';
    return `| ${each.settings} | ${each.locks} | ${each.opens} | ${end} |`;
  });
  return [
    '| Settings | The KDC locks for | IIS opens with | So |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    caption,
  ].join('\n');
}
