/** The scripts of the guide in one file: the page with everything that it imports, and the worker. */
import { basename, dirname, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

export interface Scripts {
  readonly page: string;
  readonly worker: string;
  /** Style sheets that are added later, by the name that the page's script has for each. */
  readonly styles: ReadonlyMap<string, string>;
}

/** Modules that need a server; the file has its own. */
const OWN_WAY = ['late-styles', 'start-worker', 'trusted-urls', 'samples', 'engine'];

const SHARED = { bundle: true, minify: true, write: false, target: 'es2022' } as const;

export async function scripts(): Promise<Scripts> {
  const styles = new Map<string, string>();
  const [page, worker] = await Promise.all([
    build({
      ...SHARED,
      entryPoints: ['src/one-file/page/main.ts'],
      // What waits for its styles at the top of a module needs a module.
      format: 'esm',
      plugins: [ownWay, lateStyles(styles)],
    }),
    build({ ...SHARED, entryPoints: ['src/elements/paste-decoder/worker.ts'], format: 'iife' }),
  ]);
  return { page: textOf(page), worker: textOf(worker), styles };
}

/** A style sheet with all that it imports; the fonts are left to the page. */
export async function styleSheet(path: string): Promise<string> {
  const built = await build({
    ...SHARED,
    entryPoints: [path],
    external: ['*.woff2'],
    target: 'chrome125',
  });
  return textOf(built);
}

function textOf({ outputFiles }: { outputFiles: readonly { text: string }[] }): string {
  const [file] = outputFiles;
  if (!file) throw new Error('esbuild wrote nothing.');
  return file.text;
}

const ownWay: Plugin = {
  name: 'own-way',
  setup: (esbuild) => {
    esbuild.onResolve({ filter: /\.ts$/ }, ({ path, importer, kind }) => {
      const name = basename(path, '.ts');
      const isTheirs = !importer.includes('one-file') && kind !== 'entry-point';
      const isOne = OWN_WAY.includes(name) && importer.includes('elements');
      return isTheirs && isOne ? { path: resolve(`src/one-file/page/${name}.ts`) } : undefined;
    });
  },
};

/** `import styles from './x.css?url'` is the name of the sheet, which lies in the page. */
function lateStyles(found: Map<string, string>): Plugin {
  return {
    name: 'late-styles',
    setup: (esbuild) => {
      esbuild.onResolve({ filter: /\.css\?url$/ }, ({ path, importer }) => ({
        path: resolve(dirname(importer), path.replace('?url', '')),
        namespace: 'late-style',
      }));
      esbuild.onLoad({ filter: /.*/, namespace: 'late-style' }, async ({ path }) => {
        const name = `late-${basename(path, '.css')}`;
        found.set(name, await styleSheet(path));
        return { contents: JSON.stringify(name), loader: 'json' };
      });
    },
  };
}
