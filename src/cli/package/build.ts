/**
 * The decoder as a package of its own: compiled to JavaScript, with no more dependencies than it imports.
 * `npm pack` in its folder makes what can be published or carried to another computer.
 */
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build, type Metafile } from 'esbuild';

/** What is taken over from the project's own `package.json`. */
interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly engines: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

const PROGRAM = 'decode-401';

const README = `# ${PROGRAM}

Reads what is at hand of a \`401 Unauthorized\` from IIS: log rows, a Negotiate or NTLM header, the output of \`klist\`
or \`setspn\`, IIS configuration, an error message or a code. Several files are one case.

    ${PROGRAM} klist.txt setspn.txt applicationHost.config

\`${PROGRAM} --help\` lists the options. It makes no network connection.
`;

/** Writes the package into `folder`, which is emptied first. Run in the project's folder. */
export async function buildPackage(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { metafile } = await build({
    entryPoints: ['src/cli/decode.js', 'src/cli/track-thread.js'],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    packages: 'external',
    metafile: true,
  });
  const program = `${folder}/decode.js`;
  writeFileSync(program, `#!/usr/bin/env node\n${readFileSync(program, 'utf8')}`);
  chmodSync(program, 0o755);
  copyFileSync('LICENSE', `${folder}/LICENSE`);
  writeFileSync(`${folder}/README.md`, README);
  writeFileSync(`${folder}/package.json`, `${JSON.stringify(manifest(metafile), null, 2)}\n`);
}

function manifest(metafile: Metafile): object {
  const own = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
  return {
    name: PROGRAM,
    version: own.version,
    description: 'Reads evidence of a 401 from IIS, and says what happened.',
    license: own.license,
    type: 'module',
    bin: { [PROGRAM]: 'decode.js' },
    engines: own.engines,
    dependencies: Object.fromEntries(
      packagesIn(metafile).map((name) => {
        const range = own.dependencies[name];
        if (range === undefined) throw new Error(`${name} is no dependency of the project.`);
        return [name, range];
      }),
    ),
  };
}

/** Names of the packages that the compiled files import, in order. */
function packagesIn({ outputs }: Metafile): string[] {
  const imports = Object.values(outputs).flatMap((output) => output.imports);
  const names = imports
    .filter(({ path, external }) => external && !path.startsWith('node:'))
    .map(({ path }) => /^(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path);
  return [...new Set(names)].sort();
}
