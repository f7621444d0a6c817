/** Facts of a paste as far as tokens and HTTP go, and what the rules on both find in them. */
import { EXCHANGE_RULES } from '../../../case/rules/exchange-rules.ts';
import { factBaseOf, findingsOf as judged, type Named } from '../../../case/testing/judge.ts';
import type { FactBase } from '../../../facts/fact-base.ts';
import { HTTP_RULES } from '../../http/rules/rules.ts';
import { TOKEN_RULES } from '../rules/rules.ts';
import { read } from './paste.ts';

export async function factsOf(text: string): Promise<FactBase> {
  return factBaseOf(text, await read(text));
}

/** Findings as a case sorts them. */
export async function findingsOf(text: string): Promise<Named[]> {
  return judged([...EXCHANGE_RULES, ...HTTP_RULES, ...TOKEN_RULES], await factsOf(text));
}
