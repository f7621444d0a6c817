/** The public test tokens, decoded, and small helpers to look into what came out. */
import { readFileSync } from 'node:fs';
import { decodeBase64 } from '../../../text/base64.ts';
import type { MappedBytes } from '../../../text/mapped.ts';
import type { Field, Token } from '../../../contract/decoded.ts';
import { decodeToken, type DecodedToken } from '../decode/decode.ts';

export type Json = null | boolean | number | string | Json[] | JsonObject;

export interface JsonObject {
  [key: string]: Json;
}

export interface Fixture {
  name: string;
  base64: string;
  source: { repo: string };
  licence: string;
  facts: JsonObject;
  expected: Json;
}

const FILE = new URL('../../../../../tests/fixtures/tokens/tokens.json', import.meta.url);

export const FIXTURES = (JSON.parse(readFileSync(FILE, 'utf8')) as { tokens: Fixture[] }).tokens;

export function bytesOf(base64: string): Uint8Array {
  return decodeBase64(base64, { start: 0, end: base64.length }).bytes;
}

/** Bytes without a paste: one character a byte. */
export function mapped(bytes: Uint8Array): MappedBytes {
  const at = (start: number, end: number) => ({ start, end });
  return { bytes, at, dropped: 0, span: at(0, bytes.length) };
}

export function decodeBytes(bytes: Uint8Array | readonly number[]): DecodedToken {
  return decodeToken(mapped(bytes instanceof Uint8Array ? bytes : Uint8Array.from(bytes)));
}

/** All fields without children, in order. */
export function leavesOf(fields: readonly Field[]): Field[] {
  return fields.flatMap((field) => (field.children ? leavesOf(field.children) : [field]));
}

/** Every field, parents before children. */
export function allFields(fields: readonly Field[]): Field[] {
  return fields.flatMap((field) => [field, ...allFields(field.children ?? [])]);
}

/** The first field of that name, at any depth. */
export function fieldOf({ fields }: Pick<Token, 'fields'>, name: string): Field | undefined {
  return allFields(fields).find((field) => field.name === name);
}

/** Values of all fields of that name, at any depth. */
export function valuesOf(fields: readonly Field[], name: string): string[] {
  return allFields(fields).flatMap((field) => (field.name === name ? (field.value ?? []) : []));
}

/** Says where the leaves do not cover 0 to `length` once each; empty when they do. */
export function gapsIn(fields: readonly Field[], length: number): string[] {
  const gaps: string[] = [];
  let reached = 0;
  for (const { name, bytes } of leavesOf(fields)) {
    if (bytes?.start !== reached)
      gaps.push(`${name} at ${bytes?.start ?? 'nowhere'}, not ${reached}`);
    reached = bytes?.end ?? reached;
  }
  if (reached !== length) gaps.push(`ends at ${reached}, not ${length}`);
  return gaps;
}
