/** Reads a text as the reader of setspn does, for tests. */
import type { Reading } from '../../reader.ts';
import type { Fact } from '../../../facts/fact.ts';
import { spelled } from '../../../facts/names.ts';
import type { Span } from '../../../facts/span.ts';
import { setspn } from '../reader.ts';

/** The reading of a text of which other readers have explained `claimed`. */
export function readSetspn(text: string, claimed: readonly Span[] = []): Reading | undefined {
  const reading = setspn.read(text, { claimed, inner: [], options: {} });
  return reading instanceof Promise ? undefined : reading;
}

/** A fact in one line: `owner HTTP/portal = svc-portal`. */
export function inShort(fact: Fact): string {
  switch (fact.kind) {
    case 'spnOwner':
      return `owner ${spelled(fact.spn)} = ${fact.account.name}`;
    case 'spnList':
      return `list ${fact.account.name}: ${fact.spns.length}`;
    case 'spnSearch': {
      const what = fact.spn ? spelled(fact.spn) : (fact.pattern ?? '?');
      return `search ${what} in ${fact.scope}: ${fact.owners}`;
    }
    case 'spnDuplicates':
      return `duplicates in ${fact.scope}: ${fact.groups} ${fact.spns.map(spelled).join(' ')}`.trim();
    case 'spnRefused': {
      const about = [fact.spn && spelled(fact.spn), fact.account?.name, fact.domain, fact.code];
      return ['refused', fact.why, ...about.filter((part) => part !== undefined)].join(' ');
    }
    default:
      return fact.kind;
  }
}

/** All facts of a text in short; none when it is not recognised. */
export function factsIn(text: string): string[] {
  return readSetspn(text)?.facts?.map(inShort) ?? [];
}
