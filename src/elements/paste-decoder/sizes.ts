/** Sizes, rates and times as people read them. */

const STEPS = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;
const STEP = 1_000;

/** `1.07 GB`, `210 MB`, `812 bytes`: decimal units, three digits. */
export function sizeOf(bytes: number): string {
  let value = bytes;
  let step = 0;
  for (; value >= STEP && step < STEPS.length - 1; step++) value /= STEP;
  const digits = step === 0 || value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toFixed(digits)} ${STEPS[step] ?? ''}`;
}

/** `0.8 s`, `12 s`, `3 min 5 s`. */
export function durationOf(milliseconds: number): string {
  const seconds = milliseconds / 1_000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
