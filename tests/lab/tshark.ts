/** tshark's reading of recorded turns, as plain rows: the path of each value and its text. */
import { writeFileSync } from 'node:fs';
import { captureFile } from './capture-file.ts';
import type { Programs } from './programs.ts';
import type { Turn } from './recorder.ts';

/** One value as tshark shows it; the path's parts are joined by a slash. */
export type Shown = readonly [path: string, text: string];

type Json = string | Json[] | { [key: string]: Json };

/** Where tshark puts the token of a header. */
const TREES = ['http.authorization_tree', 'http.www_authenticate_tree', 'ntlmssp'];

/** For each turn that holds a token, in order, what tshark reads in it. */
export async function readByTshark(
  programs: Programs,
  connections: readonly (readonly Turn[])[],
): Promise<Shown[][]> {
  const tokens: Shown[][] = [];
  for (const turns of connections) {
    const file = programs.path('turns.pcap');
    writeFileSync(file, captureFile(turns));
    const args = ['-n', '-r', file, '-T', 'json', '--no-duplicate-keys'];
    const packets = JSON.parse(await programs.demand('tshark', args)) as {
      _source: { layers: { http?: Record<string, Json> } };
    }[];
    for (const { _source } of packets) {
      const { http = {} } = _source.layers;
      const shown = TREES.flatMap((name) => flat(name, http[name]));
      if (shown.length > 0) tokens.push(shown);
    }
  }
  return tokens;
}

function flat(path: string, json: Json | undefined): Shown[] {
  if (json === undefined) return [];
  if (typeof json === 'string') return [[path, json]];
  if (Array.isArray(json)) return json.flatMap((item) => flat(path, item));
  return Object.entries(json).flatMap(([key, value]) => flat(`${path}/${key}`, value));
}
