/** The samples in `content/samples/` are what their builder makes, byte for byte. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { sampleFile, SAMPLES_FOLDER } from '../testing/build/sample-file.ts';
import { SAMPLES } from '../testing/build/samples.ts';

for (const [id, sample] of Object.entries(SAMPLES)) {
  test(`${id} can be made again`, () => {
    const written = readFileSync(new URL(`${id}.yaml`, SAMPLES_FOLDER), 'utf8');
    assert.equal(written, sampleFile(sample));
  });
}
