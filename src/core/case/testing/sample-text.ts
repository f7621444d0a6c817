/** The paste of a sample that the site shows. */
import { readFileSync } from 'node:fs';

export function sampleText(id: string): string {
  const file = readFileSync(
    new URL(`../../../../content/samples/${id}.yaml`, import.meta.url),
    'utf8',
  );
  const [, paste = ''] = file.split('\npaste: |\n');
  return paste.replace(/^ {2}/gm, '');
}
