/** The texts that are mutated: samples of the site, artefacts, logs and events from public sources. */
import { globSync, readFileSync } from 'node:fs';
import { decodeText } from '../../src/core/index.ts';
import { artefactsIn } from '../cases/collection.ts';
import { SAMPLE_FILES } from '../unit/site/content.ts';

export interface Evidence {
  readonly name: string;
  /** `klist-windows`, `setspn`, `log`, ...: what takes about as long per kilobyte. */
  readonly kind: string;
  readonly text: string;
}

/** UTF-16 code units of one text; a longer one shows nothing that its beginning does not. */
const LONGEST = 24 * 1024;

function filesIn(pattern: string, kind: string): Evidence[] {
  return globSync(pattern)
    .sort()
    .map((name) => ({ name, kind, text: decodeText(new Uint8Array(readFileSync(name))) }));
}

export const CORPUS: readonly Evidence[] = [
  ...SAMPLE_FILES.map(({ id, paste }) => ({ name: id, kind: 'sample', text: paste })),
  ...artefactsIn('tests/fixtures/evidence/index.json').map(({ id, kind, text }) => ({
    name: id,
    kind,
    text,
  })),
  ...filesIn('tests/fixtures/logs/*.*', 'log'),
  ...filesIn('tests/fixtures/events/*.txt', 'event'),
  ...filesIn('tests/fixtures/founding/*.{log,txt}', 'founding'),
].map((one) => ({ ...one, text: one.text.slice(0, LONGEST) }));
