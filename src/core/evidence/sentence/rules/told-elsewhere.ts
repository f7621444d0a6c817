/**
 * Messages that other evidence tells better: an event has codes, a trace has the name and the number,
 * a program names its schemes, and words that introduce a reason stand before it.
 */
import type { FactBase } from '../../../facts/fact-base.ts';
import type { FactOf } from '../../../facts/fact.ts';
import type { Spn } from '../../../facts/names.ts';
import { overlaps } from '../../../facts/span.ts';
import { sentenceRow } from '../table.ts';

type ErrorText = FactOf<'errorText'>;

/** True for a message that is left out, as something else in the case says the same and more. */
export function isToldElsewhere(one: ErrorText, facts: FactBase): boolean {
  return (
    isInEvent(one, facts) ||
    isToldByTrace(one, facts) ||
    isToldByProgram(one, facts) ||
    isIntroduction(one, facts.all('errorText'))
  );
}

/** The codes of an event tell more than the text that Windows prints for any of them. */
function isInEvent({ at }: ErrorText, { codes }: FactBase): boolean {
  return codes.some((code) => code.space === 'event' && code.at?.source === at.source);
}

/** Characters behind an introduction in which its reason stands. */
const REASON = 200;

/** True for `Defective token detected (Mechanism level: ...)` where the level is known as well. */
function isIntroduction({ sentence, at }: ErrorText, all: readonly ErrorText[]): boolean {
  if (sentenceRow(sentence)?.introduces !== true) return false;
  return all.some((other) => {
    const row = sentenceRow(other.sentence);
    const distance = other.at.start - at.end;
    const isBehind = other.at.source === at.source && distance >= 0 && distance <= REASON;
    return isBehind && row?.introduces !== true && row?.weight !== 'info';
  });
}

/** A number in a Kerberos trace, with the name that was asked for, tells more than the text behind it. */
function isToldByTrace({ at, sentence }: ErrorText, facts: FactBase): boolean {
  const isRefused = facts
    .all('ticketRefused')
    .some((one) => one.told === 'trace' && isService(one.spn) && overlaps(one.at, at));
  const isMechanism = facts
    .all('gssFailure')
    .some(
      ({ side, routine, at: line }) => side === 'server' && routine === 1 && overlaps(line, at),
    );
  return isRefused || (sentence === 'gss-mech' && isMechanism);
}

/** Schemes of pywinrm that rules tell by themselves. */
const TOLD = new Set(['kerberos', 'basic', 'ntlm', 'credssp']);

/** What WinRM prints behind the status that it names. */
const OF_STATUS = new Set(['winrm-unknown', 'win-1312']);

/** Messages whose names and codes another reader states: the schemes of WCF, the status of WinRM. */
function isToldByProgram({ at, sentence }: ErrorText, facts: FactBase): boolean {
  const { source } = at;
  const refused = facts.all('clientRefused').filter((one) => one.at.source === source);
  if (sentence.startsWith('wcf-')) {
    return refused.some((one) => one.at.start - at.end <= REASON && at.start <= one.at.end);
  }
  if (OF_STATUS.has(sentence)) return refused.some(({ code }) => code !== undefined);
  if (sentence === 'pywinrm') return refused.some(({ scheme }) => TOLD.has(scheme ?? ''));
  return (
    sentence === 'sspi-invalid-token' &&
    facts.all('negotiateHandler').some((one) => one.says === 'failed' && overlaps(one.at, at))
  );
}

const isService = (spn: Spn | undefined) => spn !== undefined && spn.service !== 'KRBTGT';
