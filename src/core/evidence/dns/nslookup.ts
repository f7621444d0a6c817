/**
 * nslookup of Windows and of BIND, in any language: the labels are translated, the order is not.
 *
 *     Server:  dc01.contoso.com            the resolver; BIND writes its address here
 *     Address:  10.0.0.10                  BIND adds #53
 *
 *     Name:    web01.contoso.com           the name at the end of the aliases
 *     Address:  10.0.0.21                  or several, one a line
 *     Aliases:  portal.contoso.com         what was asked for comes first
 *
 * BIND writes `portal.contoso.com  canonical name = web01.contoso.com.` in place of the last line;
 * so does Windows for `-type=CNAME`.
 */
import { cover } from '../../facts/span.ts';
import type { DnsLine } from './dns-lines.ts';
import { isAddressText, isHostText, type Statement } from './statement.ts';

const LABELLED = /^\s{0,20}([^\s:][^:]{0,30}?)\s?:\s{0,30}(\S.*)$/;
const CANONICAL = /^\s{0,20}(\S{1,255}?)\s{0,40}canonical name ?= ?(\S{1,255})$/;
const NAME = /^(?:name|nom|nombre|nome|naam|navn|namn|nimi|nazwa|název|имя|名前|名称|名稱|이름)$/i;
const ADDRESS = /^(?:ad+res|addr|direc|indir|endere|osoite|адрес|アドレス|地址|位址|주소)/i;
const NOT_FOUND = /^\s{0,20}\*{2,3} (.*?)\s?: ?(?:Non-existent domain|NXDOMAIN)\b/;

interface Labelled {
  readonly label: string;
  readonly value: string;
}

/** What stands in the block that is being read. */
interface Block {
  readonly line: DnsLine;
  readonly name: string;
  isAlias: boolean;
}

export function readNslookup(lines: readonly DnsLine[]): Statement[] {
  const statements: Statement[] = [];
  let resolverLabel: string | undefined;
  let resolver: string | undefined;
  let isReverse = false;
  let block: Block | undefined;
  let isInside = false;

  for (const [index, line] of lines.entries()) {
    const next = labelled(lines[index + 1]);
    const own = labelled(line);
    const told = known(line, resolver);
    if (line.command !== undefined) {
      isReverse = isAddressText(askedFor(line.command));
      isInside = false;
      block = undefined;
    } else if (told) {
      statements.push(told);
    } else if (own && isPair(own, next) && isResolver(own, next, resolverLabel)) {
      resolverLabel ??= own.label;
      resolver = own.value;
      isInside = true;
      block = undefined;
      statements.push({ says: 'begins', at: line.at });
    } else if (own && isHostText(own.value) && (isPair(own, next) || (isInside && !block))) {
      block =
        isInside || (NAME.test(own.label) && ADDRESS.test(next?.label ?? ''))
          ? { line, name: own.value, isAlias: false }
          : undefined;
      if (block) statements.push({ says: 'nothing', at: line.at });
    } else if (block) {
      const said = isReverse ? [] : inBlock(block, line, own);
      statements.push(...said);
      if (said.length === 0) block = undefined;
    } else if (isInside && own && isAddressText(bare(own.value))) {
      statements.push({ says: 'nothing', at: line.at });
    } else if (!line.text.endsWith(':') && !/DNS|timeout/i.test(line.text)) {
      isInside = false;
    }
  }
  return statements;
}

/** A line below the name: its addresses, then its aliases. */
function inBlock(block: Block, line: DnsLine, own: Labelled | undefined): Statement[] {
  const value = own?.value ?? (/^\s{2,}\S/.test(line.text) ? line.text.trim() : '');
  const at = cover([block.line.at, line.at]) ?? line.at;
  const addresses = value.split(/,\s*/).filter((part) => part !== '');
  if (!block.isAlias && addresses.length > 0 && addresses.every(isAddressText)) {
    return addresses.map((address) => ({ says: 'address', name: block.name, value: address, at }));
  }
  if (!isHostText(value) || (!own && !block.isAlias)) return [];
  block.isAlias = true;
  return [{ says: 'alias', name: value, value: block.name, at }];
}

/** Lines that can be read by themselves. */
function known({ text, at }: DnsLine, resolver: string | undefined): Statement | undefined {
  const [, name = '', value = ''] = CANONICAL.exec(text) ?? [];
  if (isHostText(name) && isHostText(value)) return { says: 'alias', name, value, at };
  const message = NOT_FOUND.exec(text)?.[1];
  if (message === undefined) return undefined;
  const missing = missingName(message, resolver);
  return missing === undefined ? undefined : { says: 'missing', name: missing, at };
}

/**
 * The name in `UnKnown can't find portal.contoso.com`. The resolver comes first in every language,
 * and the other words of the sentence have no dot.
 */
function missingName(message: string, resolver: string | undefined): string | undefined {
  const words = message.split(/\s+/).filter(isHostText);
  const found = /can't find (\S+)$/.exec(message)?.[1];
  if (found !== undefined && isHostText(found)) return found;
  return words.slice(1).find((word) => word !== resolver && word.includes('.'));
}

function labelled(line: DnsLine | undefined): Labelled | undefined {
  const [, label, value] = LABELLED.exec(line?.text ?? '') ?? [];
  return label === undefined || value === undefined ? undefined : { label, value };
}

const bare = (value: string): string => value.replace(/#\d{1,5}$/, '');

/** A name, or the resolver's address, and an address below it. */
function isPair({ value }: Labelled, next: Labelled | undefined): next is Labelled {
  if (!next || !isAddressText(bare(next.value))) return false;
  return isHostText(value) || isAddressText(bare(value));
}

function isResolver(own: Labelled, next: Labelled, before: string | undefined): boolean {
  if (next.value !== bare(next.value)) return true;
  if (isAddressText(own.value)) return own.value === next.value;
  if (NAME.test(own.label) || !ADDRESS.test(next.label)) return false;
  return before === undefined || before.includes(own.label) || own.label.includes(before);
}

/** The name in `nslookup -type=A portal.contoso.com 10.0.0.10`. */
function askedFor(command: string): string {
  const [first = '', ...rest] = command.split(/\s+/);
  if (!/^nslookup(?:\.exe)?$/i.test(first)) return first;
  return rest.find((word) => !word.startsWith('-')) ?? '';
}
