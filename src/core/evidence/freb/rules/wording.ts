/** What the rules on failed request traces have in common. */
import { codeText, meaningOfRefusal, statusText } from '../../../codes/iis-refusal.ts';
import type { FactBase } from '../../../facts/fact-base.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { isTraceOf } from './traces.ts';
import { stated, type Part } from '../../../text/told.ts';

export type Traced = FactOf<'tracedError'>;
export type Request = FactOf<'tracedRequest'>;

/** Findings that one rule makes at most. */
export const SHOWN = 3;

/** `WindowsAuthenticationModule set 401.1 in AUTHENTICATE_REQUEST with 0x8009030C (SEC_E_LOGON_DENIED)` */
export function whoSet(error: Traced): Part[] {
  const { module, notification, code, codeAt, at } = error;
  const reason = codeText(code);
  return [
    stated(module, at),
    ` set ${statusText(error) ?? ''}`,
    notification === undefined ? '' : ` in ${notification}`,
    ...(reason === undefined ? [] : [' with ', stated(reason, codeAt ?? at)]),
  ];
}

/** Undefined for an answer that has nothing to do with signing in. */
export function meaningOf(error: Pick<Traced, 'status' | 'substatus'> & Partial<Traced>) {
  const { status, substatus, code, module } = error;
  if (!isAboutAccess(status, substatus)) return undefined;
  return meaningOfRefusal({
    status,
    ...(substatus !== undefined && { substatus }),
    ...(code !== undefined && { code }),
    ...(module !== undefined && { module }),
  });
}

function isAboutAccess(status: number, substatus = 0): boolean {
  return status === 401 || status === 403 || (status === 500 && substatus >= 19 && substatus <= 24);
}

/** The headers of the request of a trace, where it has them. */
export function headersOf(facts: FactBase, of: Traced | Request) {
  return facts.all('tracedRequestHeaders').find(({ at }) => isTraceOf(facts, of.at, at));
}

export const titleOf = (parts: readonly Part[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
