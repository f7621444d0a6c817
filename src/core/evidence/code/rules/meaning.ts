/**
 * A code that stands on its own: what it is called, what it says by definition and what it means on
 * IIS.
 *
 * Triggered by `2148074254`, `0x80090322`, `KRB_AP_ERR_MODIFIED`, `401.2`, `Event ID 4625`, also next
 * to tokens and HTTP messages, after what those prove. Where the text also holds log rows, those tell
 * more, and this rule is silent.
 *
 * Can be wrong when a small number has several readings: each is offered, and the caveat says so.
 * What a code means for a site depends on the rows around it, which a bare code does not have.
 */
import { isUnknown, unknownMessage } from '../code.ts';
import { describeReference } from '../../../codes/lookup.ts';
import { lookUpStep, nextSteps } from '../next-steps.ts';
import { signed32 } from '../../../codes/number.ts';
import type { CodeRow } from '../../../codes/row.ts';
import type { Code } from '../../../contract/decoded.ts';
import type { Span } from '../../../facts/span.ts';
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import type { FactBase } from '../../../facts/fact-base.ts';
import { spnFor } from './names.ts';
import { elsewhere, isDecisive, isToldAlready, originOf } from './where-it-came-from.ts';

/** Findings of one paste; the codes after them are still listed with their meanings. */
const MOST = 5;

const READ_AS: Record<Code['space'], string> = {
  http: 'an HTTP status',
  win32: 'a Windows code',
  sspi: 'a security code',
  ntstatus: 'an NTSTATUS',
  kerberos: 'a Kerberos error',
  event: 'an event',
};

/** One finding per code, up to a handful. */
export const codeMeaning: Rule = {
  id: 'code.meaning',
  says: 'The code has a meaning that is known here.',
  needs: ['codes'],
  judge: (facts) => {
    const byTelling = [...facts.codes].sort((a, b) => rank(a, facts) - rank(b, facts));
    const found = byTelling.flatMap((code) => {
      const { at } = code;
      return at === undefined || isToldAlready(code, at, facts) ? [] : [{ code, at }];
    });
    // Two sources may name the same code.
    const isFirst = ({ code }: (typeof found)[number], index: number) =>
      found.findIndex((other) => isSameCode(other.code, code)) === index;
    return found
      .filter(isFirst)
      .slice(0, MOST)
      .flatMap(({ code, at }) => diagnose(code, at, facts));
  },
};

function isSameCode(a: Code, b: Code): boolean {
  return a.space === b.space && a.name === b.name && a.reference === b.reference;
}

/** Sub Status of event 4625, which says what its Status only sums up. */
const AFTER_SUB_STATUS = /sub ?status\W{0,70}$/i;
const LABEL = 80;

/**
 * What tells more comes first: a reason before the event that carries it, of `401 1 2148074254` the
 * last number, and a code that says "no error" last of all.
 */
function rank({ space, unsigned, at }: Code, facts: FactBase): number {
  if (unsigned === 0) return 4;
  if (space === 'http') return 3;
  if (space === 'event') return 2;
  if (!at) return 1;
  const before = facts.textOf(at).slice(Math.max(0, at.start - LABEL), at.start);
  return AFTER_SUB_STATUS.test(before) ? 0 : 1;
}

function diagnose(code: Code, at: Span, facts: FactBase): Diagnosis[] {
  const row = describeReference(code.reference ?? '');
  if (!row) return isUnknown(code) ? [unknown(code, at)] : [];
  const spelling = facts.written(at);
  const isAmbiguous = facts.codes.filter((other) => isSameSpan(other.at, at)).length > 1;
  const other = elsewhere(row, at, facts);
  const name = nameIn(row, code, spelling);
  const subject = isAmbiguous ? `As ${READ_AS[row.space]}, ${spelling}` : spelling;
  const caveat = caveatOf(row, spelling, isAmbiguous);
  const because = other ? `${row.meaning} ${other.because}` : explain(row);
  return [
    {
      severity: isDecisive(code, at, facts) ? 'warning' : 'info',
      title: `${subject} is ${name}: ${isAmbiguous ? row.meaning : because}`,
      article: other?.article ?? row.article,
      evidence: [at],
      ...(caveat !== undefined && { caveat }),
      next: nextSteps(code, row, {
        isOfIis: other === undefined && !FOREIGN.has(originOf(at, facts)),
        article: other?.article ?? row.article,
        spn: spnFor(at, facts),
      }),
    },
  ];
}

/** Whose codes are in no IIS log. */
const FOREIGN: ReadonlySet<string> = new Set(['client', 'server']);

/** `SEC_E_NO_CREDENTIALS (0x8009030E)`; the form that the paste does not show comes in brackets. */
function nameIn(row: CodeRow, code: Code, spelling: string): string {
  if (row.space === 'http') return `"${row.name}"`;
  if (row.space === 'event') return `"${row.name}" of the ${row.log ?? ''} log`;
  const { unsigned = 0, hex = '' } = code;
  if (spelling.includes('_'))
    return `${READ_AS[row.space].replace(/^an? /, '')} ${unsigned} (${hex})`;
  const digits = spelling.replace(/\D/g, '');
  const isDecimal = [unsigned, Math.abs(signed32(unsigned))].some(
    (form) => digits === String(form),
  );
  return `${row.name} (${isDecimal ? hex : unsigned})`;
}

/** The definition, and the first sentence on IIS: a definition alone can sound like a fault. */
function explain({ meaning, iis }: CodeRow): string {
  const [first] = (iis ?? '').split(/(?<=\.) (?=[A-Z"])/);
  return first ? `${meaning} ${first}` : meaning;
}

function caveatOf(row: CodeRow, spelling: string, isAmbiguous: boolean): string | undefined {
  if (isAmbiguous) return `A bare ${spelling} has several readings; where it stood decides.`;
  if (row.basis === 'documented') return undefined;
  return 'No source states what it means on IIS; that part follows from how Windows and IIS work.';
}

function unknown(code: Code, at: Span): Diagnosis {
  const next = lookUpStep(code);
  return {
    id: 'code.unknown',
    severity: 'info',
    title: unknownMessage(code),
    article: 'start-triage',
    evidence: [at],
    ...(next.length > 0 && { next }),
  };
}

function isSameSpan(a: Span | undefined, b: Span | undefined): boolean {
  return a !== undefined && a.source === b?.source && a.start === b?.start && a.end === b.end;
}
