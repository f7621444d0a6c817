/**
 * The reader for log rows: any text that has some, in any of the formats that IIS and HTTP.sys
 * write, whole or damaged, with or without other text around them.
 */
import type { LoadedReader } from '../reader.ts';
import { readLogText } from './read-texts.ts';
import { LOG_RULES } from './rules/rules.ts';

export const iisLog: LoadedReader = {
  read: (text, { claimed, options }) => readLogText(text, claimed, options),
  rules: LOG_RULES,
};
