/**
 * Writes the token samples anew: `node src/core/evidence/token/testing/build/make-samples.ts`. A test fails when
 * what lies in `content/samples/` is not what this would write.
 */
import { writeFile } from 'node:fs/promises';
import { sampleFile, SAMPLES_FOLDER } from './sample-file.ts';
import { SAMPLES } from './samples.ts';

for (const [id, sample] of Object.entries(SAMPLES)) {
  await writeFile(new URL(`${id}.yaml`, SAMPLES_FOLDER), sampleFile(sample));
}
