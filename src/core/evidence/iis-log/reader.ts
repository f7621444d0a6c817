/**
 * The reader for log rows: any text that has some, in any of the formats that IIS and HTTP.sys
 * write, whole or damaged, with or without other text around them.
 */
import type { LoadedReader } from '../reader.ts';
import { readLogText } from './read-texts.ts';

export const iisLog: LoadedReader = {
  read: (text, { claimed, options }) => readLogText(text, claimed, options),
  loadRules: async () => (await import('./rules/rules.ts')).LOG_RULES,
};
