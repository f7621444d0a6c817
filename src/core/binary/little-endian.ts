/** Little-endian numbers, GUIDs and times of Microsoft's protocols; undefined when not all there. */

export function uint16(bytes: Uint8Array, at: number): number | undefined {
  if (at + 2 > bytes.length) return undefined;
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

export function uint32(bytes: Uint8Array, at: number): number | undefined {
  const low = uint16(bytes, at);
  const high = uint16(bytes, at + 2);
  return low === undefined || high === undefined ? undefined : high * 0x10000 + low;
}

/** 100-nanosecond steps between 1601, where a FILETIME starts, and 1970. */
const EPOCH = 116_444_736_000_000_000n;

/** FILETIME (MS-DTYP 2.3.3) as ISO 8601 in UTC, to the microsecond. */
export function fileTime(bytes: Uint8Array, at: number): string | undefined {
  const low = uint32(bytes, at);
  const high = uint32(bytes, at + 4);
  if (low === undefined || high === undefined) return undefined;
  const steps = (BigInt(high) << 32n) + BigInt(low) - EPOCH;
  const seconds = steps >= 0n ? steps / 10_000_000n : (steps - 9_999_999n) / 10_000_000n;
  const date = new Date(Number(seconds) * 1000);
  if (Number.isNaN(date.getTime())) return undefined;
  const microseconds = (steps - seconds * 10_000_000n) / 10n;
  const fraction = microseconds === 0n ? '' : `.${microseconds.toString().padStart(6, '0')}`;
  return date.toISOString().replace('.000Z', `${fraction}Z`);
}

/** GUID (MS-DTYP 2.3.4) in lower case: the first three groups are little-endian. */
export function guid(bytes: Uint8Array, at: number): string | undefined {
  if (at + 16 > bytes.length) return undefined;
  const order = [3, 2, 1, 0, -1, 5, 4, -1, 7, 6, -1, 8, 9, -1, 10, 11, 12, 13, 14, 15];
  return order
    .map((index) => (index < 0 ? '-' : (bytes[at + index] ?? 0).toString(16).padStart(2, '0')))
    .join('');
}
