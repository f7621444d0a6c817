/**
 * dig and host of BIND:
 *
 *     ;; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 4711
 *     ;portal.contoso.com.            IN      A
 *     ;; ANSWER SECTION:
 *     portal.contoso.com.     3600    IN      CNAME   web01.contoso.com.
 *
 *     portal.contoso.com is an alias for web01.contoso.com.
 *     Host portal.contoso.com not found: 3(NXDOMAIN)
 */
import type { DnsLine } from './dns-lines.ts';
import { isAddressText, isHostText, type Statement } from './statement.ts';

const STATUS = /\bopcode: \w{1,20}, status: (\w{1,20})/;
const SECTION = /^\s{0,20};; (\w{1,20}) (?:PSEUDO)?SECTION:/;
const QUESTION = /^\s{0,20};\s?(\S{1,255}?)\.?\s{1,60}IN\s{1,20}\w{1,10}$/;
/** dig writes every name with its final dot; a zone file's relative names have none. */
const RECORD =
  /^\s{0,20}(\S{1,254}\.)\s{1,60}(?:\d{1,10}\s{1,60})?IN\s{1,20}(A|AAAA|CNAME)\s{1,60}(\S{1,255})$/;
const ALIAS = /^\s{0,20}(\S{1,255}) is an alias for (\S{1,255})$/;
const HAS = /^\s{0,20}(\S{1,255}) has (?:IPv6 )?address (\S{1,64})$/;
const ABSENT = /^\s{0,20}Host (\S{1,255}) not found: 3\(NXDOMAIN\)/;

export function readDig(lines: readonly DnsLine[]): Statement[] {
  const statements: Statement[] = [];
  let section = 'ANSWER';
  let isMissing = false;
  for (const { text, at } of lines) {
    const status = STATUS.exec(text)?.[1];
    section = SECTION.exec(text)?.[1] ?? section;
    if (status !== undefined) {
      isMissing = status === 'NXDOMAIN';
      statements.push({ says: 'begins', at });
    }
    const question = QUESTION.exec(text)?.[1];
    if (question !== undefined && isMissing && isHostText(question)) {
      statements.push({ says: 'missing', name: question, at });
    }
    const said = section === 'ANSWER' ? record(text, at) : undefined;
    statements.push(...(said ? [said] : spoken(text, at)));
  }
  return statements;
}

function record(text: string, at: DnsLine['at']): Statement | undefined {
  const [, name = '', type, value = ''] = RECORD.exec(text) ?? [];
  if (!isHostText(name)) return undefined;
  if (type === 'CNAME') return isHostText(value) ? { says: 'alias', name, value, at } : undefined;
  return isAddressText(value) ? { says: 'address', name, value, at } : undefined;
}

/** The sentences of `host`, which are in English everywhere. */
function spoken(text: string, at: DnsLine['at']): Statement[] {
  const [, alias = '', target = ''] = ALIAS.exec(text) ?? [];
  if (isHostText(alias) && isHostText(target)) {
    return [{ says: 'alias', name: alias, value: target, at }];
  }
  const [, name = '', value = ''] = HAS.exec(text) ?? [];
  if (isHostText(name) && isAddressText(value)) return [{ says: 'address', name, value, at }];
  const absent = ABSENT.exec(text)?.[1] ?? '';
  return isHostText(absent) ? [{ says: 'missing', name: absent, at }] : [];
}
