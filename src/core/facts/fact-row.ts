/** A fact in words: its kind, and what it states. */
import words from '../../../content/fact-kinds.json' with { type: 'json' };
import { ENCRYPTION_TYPES } from '../codes/etypes.ts';
import { hex } from '../codes/number.ts';
import type { Fact, FactKind } from './fact.ts';
import { spelled, type Spn } from './names.ts';
import type { Span } from './span.ts';

/** A row of the table of facts. */
export interface FactRow {
  /** `Owner of an SPN` */
  readonly kind: string;
  /** `HTTP/portal.contoso.com; account: CONTOSO\svc-old; computer: no` */
  readonly value: string;
  readonly at: Span;
}

/** Every kind of fact has words; one that has none does not compile. */
const KINDS: Readonly<Record<FactKind, string>> = words.kinds;
const FIELDS: Readonly<Record<string, string>> = words.fields;

/** Numbers above this are codes that are better known in hexadecimal: NTSTATUS, HRESULT. */
const LARGEST_DECIMAL = 0xffff;
/** Fields that hold encryption type numbers. */
const ETYPES = new Set(['etype', 'etypes', 'sessionEtype', 'requested', 'available']);
const CODES = new Set(['code', 'status', 'subStatus', 'extended', 'trustCode']);

/** The row of a fact. The first field stands for itself, the others are named. */
export function factRow(fact: Fact): FactRow {
  const { kind, at, ...fields } = fact;
  const told = Object.entries(fields)
    .filter(([name]) => !name.endsWith('At') && name !== 'places')
    .flatMap(([name, value]) => {
      const text = textOf(kind, name, value);
      return text === '' ? [] : [[name, text] as const];
    });
  const parts = told.map(([name, text], index) => {
    const isItself = index === 0 && typeof fields[name as keyof typeof fields] !== 'boolean';
    return isItself ? text : `${nameOf(name)}: ${text}`;
  });
  return { kind: KINDS[kind], value: parts.join('; '), at };
}

/** `isKernelMode` -> `kernel mode` */
function nameOf(name: string): string {
  const known = FIELDS[name];
  if (known !== undefined) return known;
  const bare = name.replace(/^is(?=[A-Z])/, '');
  return bare.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

function textOf(kind: FactKind, name: string, value: unknown): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) {
    return value.length === 0 ? 'none' : value.map((one) => textOf(kind, name, one)).join(', ');
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return numberText(kind, name, value);
  return typeof value === 'string' ? value : objectText(value);
}

function numberText(kind: FactKind, name: string, value: number): string {
  // Those of a directory account are bits.
  if (name === 'etypes' && kind === 'directoryAccount') return `0x${value.toString(16)}`;
  const etype = ETYPES.has(name) ? ENCRYPTION_TYPES[value]?.name : undefined;
  if (etype !== undefined) return `${etype} (${value})`;
  return CODES.has(name) && value > LARGEST_DECIMAL ? hex(value) : String(value);
}

/** A name as its source writes it, an SPN, or the parts of anything else. */
function objectText(value: unknown): string {
  if (isAccount(value)) return value.written;
  if (isSpn(value)) return spelled(value) + (value.realm === undefined ? '' : `@${value.realm}`);
  return Object.values(value ?? {})
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join(' ');
}

function isAccount(value: unknown): value is { written: string } {
  return typeof value === 'object' && value !== null && 'written' in value;
}

function isSpn(value: unknown): value is Spn {
  return typeof value === 'object' && value !== null && 'service' in value && 'host' in value;
}
