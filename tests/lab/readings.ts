/** How tshark's text and ours of one value become comparable. */

/** Makes the two spellings one. */
export interface Reading {
  tshark: (text: string) => string;
  /** `hex` is the range of the token that the field covers. */
  ours: (text: string, hex: string) => string;
}

const same = (text: string) => text;
export const TEXT: Reading = { tshark: same, ours: same };
/** tshark writes the bits and code numbers in hexadecimal, or not. */
export const NUMBER: Reading = {
  tshark: (text) => String(Number(text)),
  ours: (text) => String(Number(text)),
};
export const BYTES: Reading = {
  tshark: (text) => text.replaceAll(':', ''),
  ours: (_, hex) => hex,
};
/** Read from the field's bytes, because ours is shown as they stand in the token. */
export const LITTLE_ENDIAN: Reading = {
  tshark: (text) => String(Number(text)),
  ours: (_, hex) => String(Buffer.from(hex, 'hex').readUIntLE(0, hex.length / 2)),
};
const STATES = ['accept-completed', 'accept-incomplete', 'reject', 'request-mic'];
export const STATE: Reading = { tshark: (text) => STATES[Number(text)] ?? text, ours: same };
/** `Nov 21, 2026 04:42:24.013601000 UTC`; newer versions write ISO 8601. */
export const TIME: Reading = {
  tshark: (text) => {
    const fraction = /\.(\d+)/.exec(text)?.[1] ?? '';
    const seconds = new Date(text.replace(/\.\d+/, '')).toISOString().slice(0, 19);
    return withoutZeros(`${seconds}.${fraction}Z`);
  },
  ours: withoutZeros,
};
export const LENGTH: Reading = { tshark: same, ours: (text) => String(Number.parseInt(text, 10)) };
export const OFFSET: Reading = { tshark: same, ours: (text) => /\d+$/.exec(text)?.[0] ?? text };
export const part = (index: number): Reading => ({
  tshark: (text) => String(Number(text)),
  ours: (text) => text.split(/[., ]+/)[index] ?? '',
});
export const LAST_BYTE: Reading = {
  tshark: same,
  ours: (_, hex) => String(Number.parseInt(hex.slice(-2), 16)),
};

function withoutZeros(time: string): string {
  return time.replace(/(\.\d*?)0*Z$/, '$1Z').replace('.Z', 'Z');
}
