/** A token as text to take along: for a mail, a ticket, a program. */
import {
  type Field,
  markdownCode,
  markdownText,
  meaningBeside,
  type Token,
} from '../../core/index.ts';

/** Fields that name a person or a machine, or that are made with a secret. */
const PRIVATE = new Set([
  'UserName',
  'Workstation',
  'cname',
  'cipher',
  'MIC',
  'NTProofStr',
  'Response',
  'EncryptedRandomSessionKey',
  'SessionKey',
  'checksum',
]);
const LEFT_OUT = '(left out)';

/** The token without user name, workstation, and bytes made with a secret. */
export function withoutPrivate(token: Token): Token {
  const { ntlm, kerberos } = token;
  return {
    ...without(token, ['hex']),
    fields: token.fields.map(hidden),
    ...(ntlm && { ntlm: without(ntlm, ['user', 'workstation', 'mic']) }),
    ...(kerberos && { kerberos: without(kerberos, ['cname']) }),
  };
}

/** The fields, one a line, indented by layer. */
export function asText(token: Token): string {
  return [headOf(token), ...token.fields.flatMap((field) => lines(field, '  '))].join('\n');
}

/** The same as a Markdown list, for a ticket. */
export function asMarkdown(token: Token): string {
  const list = token.fields.flatMap((field) => lines(field, '', '- '));
  return [`**${markdownText(headOf(token))}**`, '', ...list].join('\n');
}

/** The token as the command line prints it with --json. */
export function asJson(token: Token): string {
  return JSON.stringify(token, undefined, 2);
}

function headOf({ header, scheme, layers, bytes, complete }: Token): string {
  const origin = [header, scheme].filter(Boolean).join(': ');
  const size = `${bytes} bytes${complete ? '' : ', cut off'}`;
  return [origin, layers.join(' > '), size].filter(Boolean).join(', ');
}

function lines(field: Field, indent: string, bullet = ''): string[] {
  const { name, value, label, cut, children = [] } = field;
  const meaning = meaningBeside(field);
  const shown = bullet && value !== undefined ? markdownCode(value) : value;
  const told = bullet && meaning ? markdownText(meaning) : meaning;
  const words = [name, label, shown, told && `(${told})`, cut && '[cut]'].filter(Boolean);
  return [
    `${indent}${bullet}${words.join(' ')}`,
    ...children.flatMap((child) => lines(child, `${indent}  `, bullet)),
  ];
}

function hidden(field: Field): Field {
  if (PRIVATE.has(field.name)) {
    return { ...without(field, ['children', 'label', 'meaning']), value: LEFT_OUT };
  }
  return field.children ? { ...field, children: field.children.map(hidden) } : field;
}

function without<T extends object>(value: T, names: readonly (keyof T)[]): T {
  const entries = Object.entries(value).filter(([name]) => !names.includes(name as keyof T));
  return Object.fromEntries(entries) as T;
}
