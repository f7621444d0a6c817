/** `npm run package`: writes the decoder's package and packs it. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { buildPackage } from './build.ts';

const FOLDER = 'dist-decoder';

await buildPackage(FOLDER);
const { status } = spawnSync('npm', ['pack', `./${FOLDER}`, '--pack-destination', FOLDER], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;
