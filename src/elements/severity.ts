/** How each severity looks and is called, for the build and for the page. */
import type { Severity } from '../core/index.ts';

export const SEVERITY_WORDS: Record<Severity, string> = {
  ok: 'Healthy',
  info: 'Note',
  warning: 'Look here',
  error: 'Failure',
};

/** One path each on a 16 x 16 grid: a tick, an i, a triangle, a cross in an octagon. */
export const SEVERITY_ICONS: Record<Severity, string> = {
  ok: 'M8 .8a7.2 7.2 0 1 0 0 14.4A7.2 7.2 0 0 0 8 .8Zm3.7 5.3-4.3 5-.7.1-2.5-2.4 1.1-1.2 1.8 1.7 3.4-4.2z',
  info: 'M8 .8a7.2 7.2 0 1 0 0 14.4A7.2 7.2 0 0 0 8 .8ZM7.1 3.8h1.8v1.8H7.1zm0 2.9h1.8v5.5H7.1z',
  warning: 'M8 1.2 15.6 14.6H.4Zm-.9 4.6v4.6h1.8V5.8Zm0 5.5v1.7h1.8v-1.7Z',
  error:
    'M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5Zm.9 4L4.8 5.9 6.9 8l-2.1 2.1 1.1 1.1L8 9.1l2.1 2.1 1.1-1.1L9.1 8l2.1-2.1-1.1-1.1L8 6.9Z',
};
