/** The questions to many machines' events, in the order in which a list shows them. */
import { KERBEROS_QUESTIONS } from './kerberos-questions.ts';
import { LOCKOUT_QUESTIONS } from './lockout-questions.ts';
import { NTLM_QUESTIONS } from './ntlm-questions.ts';
import type { Question } from './question.ts';

export const QUESTIONS: readonly Question[] = [
  ...KERBEROS_QUESTIONS,
  ...NTLM_QUESTIONS,
  ...LOCKOUT_QUESTIONS,
];
