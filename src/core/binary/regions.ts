/**
 * Messages such as NTLM's name their parts by offset and length, in any order, with gaps, and when
 * damaged on top of each other. This puts the parts into byte order so that each byte has one field.
 */
import type { Field } from '../contract/decoded.ts';
import { addLeaf, previewHex, type Source } from './source.ts';

export interface Region {
  start: number;
  end: number;
  /** Reads the region as far as it is there, appending its fields to `out`. */
  read: (out: Field[]) => void;
}

/**
 * Reads `regions` in byte order, from `from`; what lies between them becomes a field of its own. Of
 * two regions on the same bytes only the first one's fields are kept, both are read. Returns the end
 * of the last one.
 */
export function readRegions(
  source: Source,
  out: Field[],
  from: number,
  regions: readonly Region[],
): number {
  let reached = from;
  for (const region of regions.toSorted((a, b) => a.start - b.start)) {
    if (region.start >= region.end) continue;
    if (region.start < reached) {
      region.read([]);
      continue;
    }
    addGap(source, out, reached, region.start);
    region.read(out);
    reached = region.end;
  }
  return reached;
}

/** Bytes that nothing refers to. */
function addGap(source: Source, out: Field[], start: number, end: number): void {
  if (start >= end) return;
  const value = previewHex(source.bytes, start, end);
  addLeaf(source, out, 'unreferenced bytes', start, end, value, 'Nothing refers to these bytes.');
}
