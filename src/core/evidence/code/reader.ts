/** Codes that stand on their own: `2148074254`, `0x8009030E`, `KRB_AP_ERR_MODIFIED`, `401.2`. */
import type { LoadedReader } from '../reader.ts';
import { readCodes } from './find-codes.ts';

export const code: LoadedReader = {
  read: (text, { claimed }) => readCodes(text, claimed),
  loadRules: async () => (await import('./rules/rules.ts')).CODE_RULES,
};
