/**
 * `npm ci` refuses a lock file that leaves out a package for another platform. npm writes the file;
 * nobody edits it. A lock file that fails here was written against a registry that lacks one of these
 * packages: delete it and run `npm install` against one that has them all.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

interface Entry {
  version?: string;
  optionalDependencies?: Record<string, string>;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Entry>;
};

test('the lock file names every optional dependency in the version that is wanted', () => {
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([, wanted]) => /^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(wanted))
      .filter(([name, wanted]) => resolve(place, name)?.version !== wanted)
      .map(([name, wanted]) => `${place}/node_modules/${name} ${wanted}`),
  );
  assert.deepEqual(missing, []);
});

/** The entry that Node.js finds for `name` from the package at `place`: nearest folder first. */
function resolve(place: string, name: string): Entry | undefined {
  const nearest = packages[`${place ? `${place}/` : ''}node_modules/${name}`];
  if (nearest || !place) return nearest;
  const outside = place.lastIndexOf('/node_modules/');
  return resolve(outside < 0 ? '' : place.slice(0, outside), name);
}
