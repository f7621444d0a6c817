/** How a sample is written down. */
import type { Sample } from './samples.ts';

export const SAMPLES_FOLDER = new URL('../../../../../../content/samples/', import.meta.url);

export function sampleFile({ title, finding, article, paste }: Sample): string {
  const lines = paste.map((line) => (line === '' ? '' : `  ${line}`));
  return [
    `title: ${title}`,
    `finding: ${finding}`,
    `article: ${article}`,
    'paste: |',
    ...lines,
    '',
  ].join('\n');
}
