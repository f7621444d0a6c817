/**
 * The types of ES|QL, as Elastic publishes them: signatures of functions and operators
 * (@elastic/esql-definitions), fields of the Elastic Common Schema (@elastic/ecs).
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

interface Signature {
  readonly params: readonly { readonly type: string; readonly optional: boolean }[];
  readonly variadic: boolean;
  readonly returnType: string;
}

interface Definition {
  readonly name: string;
  readonly type?: string;
  readonly operator?: string;
  readonly preview: boolean;
  readonly snapshotOnly?: boolean;
  readonly signatures: readonly Signature[];
}

const { functionDefinitions } = require('@elastic/esql-definitions/functions') as {
  functionDefinitions: readonly Definition[];
};
const { operatorDefinitions } = require('@elastic/esql-definitions/operators') as {
  operatorDefinitions: readonly Definition[];
};
const { EcsFlat } = require('@elastic/ecs') as {
  EcsFlat: Readonly<Record<string, { readonly type: string }>>;
};

const FUNCTIONS = new Map(functionDefinitions.map((one) => [one.name.toUpperCase(), one]));

/** Names of functions that read another row, as none does. */
export const functionNames = [...FUNCTIONS.keys()];

/** Is it a function that counts rows? */
export const isAggregate = (name: string): boolean => FUNCTIONS.get(name)?.type === 'agg';

/** Fields of Filebeat's IIS module beside those of the schema (Filebeat reference, "IIS fields"). */
const IIS: Readonly<Record<string, string>> = {
  'iis.access.sub_status': 'long',
  'iis.access.win32_status': 'long',
  'iis.access.site_name': 'keyword',
};

/** Fields of Winlogbeat beside those of the schema (Winlogbeat reference, "Winlogbeat fields"). */
const WINLOG = /^winlog\.(?:channel|computer_name|provider_name|event_data\.\w+)$/;

export function fieldType(name: string): string | undefined {
  if (WINLOG.test(name)) return 'keyword';
  const type = IIS[name] ?? EcsFlat[name]?.type;
  return type === 'wildcard' ? 'keyword' : type;
}

/** An integer may stand where a long is wanted. */
const fits = (given: string, wanted: string): boolean =>
  given === wanted || (given === 'integer' && wanted === 'long');

function matches({ params, variadic }: Signature, given: readonly string[]): boolean {
  const least = params.filter(({ optional }) => !optional).length;
  if (given.length < least || (given.length > params.length && !variadic)) return false;
  return given.every((type, i) => fits(type, (params[i] ?? params.at(-1))?.type ?? ''));
}

/** Type of a call; throws when there is no such function, or none for these types. */
export function callType(name: string, given: readonly string[]): string {
  const found = FUNCTIONS.get(name);
  if (!found || found.preview || found.snapshotOnly) throw new Error(`no function ${name}`);
  if (name === 'CASE') return caseType(given);
  if (name === 'COUNT' && given[0] === '*') return 'long';
  const signature = found.signatures.find((one) => matches(one, given));
  if (!signature) throw new Error(`no ${name}(${given.join(', ')})`);
  return signature.returnType;
}

/** Conditions and values in turn, and perhaps a value for all others. */
function caseType(given: readonly string[]): string {
  const values = given.filter((_, i) => i % 2 === 1 || i === given.length - 1);
  const conditions = given.filter((_, i) => i % 2 === 0 && i < given.length - 1);
  if (given.length < 2 || conditions.some((type) => type !== 'boolean')) {
    throw new Error(`no CASE(${given.join(', ')})`);
  }
  if (new Set(values).size > 1) throw new Error(`CASE of ${values.join(', ')}`);
  return values[0] ?? '';
}

export function operatorType(operator: string, ...given: string[]): string {
  // A minus has two definitions: with one value and with two.
  const signature = operatorDefinitions
    .filter((one) => one.operator?.toUpperCase() === operator)
    .flatMap(({ signatures }) => signatures)
    .find((one) => matches(one, given));
  if (!signature) throw new Error(`no ${given.join(` ${operator} `)}`);
  return signature.returnType;
}
