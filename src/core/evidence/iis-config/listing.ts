/**
 * Settings as lists of names and values: PowerShell's Format-List, the Configuration Editor of IIS
 * Manager, and `appcmd list ... /text:*`. The names are never translated.
 *
 *     useKernelMode         : True          - extendedProtection --> tokenChecking: Allow
 *     useAppPoolCredentials : False           [processModel]
 *                                               identityType:"SpecificUser"
 */
import type { Span } from '../../facts/span.ts';
import { LISTING_VALUES } from '../../limits.ts';
import type { XmlAttribute } from '../../text/xml.ts';
import { attribute, type File, type Node, valueOf } from './section.ts';

/** `name : value`, after a dash or a quotation mark, below `extendedProtection -->`. */
const LINE =
  /^[^\w\r\n<[]{0,60}(?:(providers|extendedProtection|processModel)[ \t]{0,9}(?:-{1,2}>|\.)[ \t]{0,9})?(\w[\w.]{0,60})[ \t]{0,60}[:=][ \t]{0,9}(\S[^\r\n]{0,500})?$|^[^\w\r\n<[]{0,60}\[([\w.-]{1,200})\][ \t]{0,9}$|^([^\r\n]*\S[^\r\n]*)$/gm;

const WINDOWS = /^(?:useKernelMode|useAppPoolCredentials|authPersist\w+|tokenChecking)$/i;
const PROTECTION = /^(?:tokenChecking|flags)$/i;
/** A section or a pool that a heading, a path or a command above the list names. */
const HEADING =
  /((?:windows|anonymous|basic|digest|\w{1,30}Mapping)Authentication)\b|\bAppPools\\["']?([^\\"'\r\n|]{1,100}?)["']?(?=\s{1,9}[-|]|["']|\s{0,9}$)/gi;
const LOCATION =
  /(?:^|[^\w])(?:APPHOST|IIS:\\Sites)[\\/]([^"'\r\n;]{1,300}?)(?=\s{1,9}-|["';]|\s{0,9}$)/i;

interface Found {
  readonly name: string;
  readonly at: { start: number; end: number };
  readonly attributes: XmlAttribute[];
  readonly children: Found[];
}

/** Files that the lists of a text amount to, one for each list, and the lines that they explain. */
export function listings(text: string): { files: File[]; claimed: Span[] } {
  const state = new Listing();
  for (const match of text.matchAll(LINE)) {
    const [line, parent, key, value = '', group, other] = match;
    const at = { start: match.index, end: match.index + line.length };
    if (group !== undefined) state.group(group, line.search(/\[/), at);
    else if (key !== undefined) {
      const shown = value.trim().replace(/^"(.*)"$/, '$1');
      const start = at.start + line.indexOf(shown, line.search(/[:=]/) + 1);
      state.value(parent, key, shown, { start, end: start + shown.length }, at);
    } else state.heading(other ?? '');
  }
  state.end();
  return state;
}

class Listing {
  readonly files: File[] = [];
  readonly claimed: Span[] = [];
  #section: string | undefined;
  #location: string | undefined;
  #pool: string | undefined;
  #list = node('', { start: 0, end: 0 });
  #lines: Span[] = [];
  #groups: { indent: number; node: Found }[] = [];

  /** Any other line ends a list, and may say what the next one is of. */
  heading(line: string): void {
    this.end();
    for (const [, section, pool] of line.matchAll(HEADING)) {
      if (section !== undefined) this.#section = section;
      else this.#pool = pool;
    }
    this.#location = LOCATION.exec(line)?.[1] ?? this.#location;
  }

  group(name: string, indent: number, at: Span): void {
    while ((this.#groups.at(-1)?.indent ?? -1) >= indent) this.#groups.pop();
    const child = node(name.split('-').at(-1) ?? name, at);
    (this.#groups.at(-1)?.node ?? this.#list).children.push(child);
    this.#groups.push({ indent, node: child });
    this.#lines.push(at);
  }

  value(parent: string | undefined, key: string, value: string, at: Span, line: Span): void {
    const name = key.split('.').at(-1) ?? key;
    if (/^(?:PSPath|path|Location|CONFIG\.SECTION|ItemXPath)$/i.test(key)) this.#context(value);
    const isRepeated = this.#groups.length === 0 && attribute(this.#list, name) !== undefined;
    if (isRepeated || this.#lines.length >= LISTING_VALUES) this.end();
    const owner = this.#groups.at(-1)?.node ?? this.#within(parent, name, line);
    owner.attributes.push({ name, value, at });
    owner.at.end = line.end;
    this.#lines.push(line);
  }

  #context(value: string): void {
    this.#section = /(\w{1,40}Authentication)\b/i.exec(value)?.[1] ?? this.#section;
    this.#location = LOCATION.exec(value)?.[1] ?? this.#location;
  }

  #within(parent: string | undefined, name: string, line: Span): Found {
    const group = parent ?? (PROTECTION.test(name) ? 'extendedProtection' : undefined);
    if (group === undefined) return this.#list;
    const found = this.#list.children.find((one) => one.name === group);
    if (found) return found;
    const child = node(group, line);
    this.#list.children.push(child);
    return child;
  }

  /** The list so far becomes a section when its names tell of which. */
  end(): void {
    const [list, lines] = [this.#list, this.#lines];
    this.#list = node('', { start: 0, end: 0 });
    this.#lines = [];
    this.#groups = [];
    const start = lines[0]?.start;
    if (start === undefined) return;
    const end = lines.at(-1)?.end ?? start;
    const sections = this.#sectionsOf(list, { start, end });
    if (sections.length === 0) return;
    const location = this.#location;
    this.files.push({
      ...(location !== undefined && { location }),
      sections: sections.map((found) => ({
        name: found.name.toLowerCase(),
        path: '',
        node: found,
      })),
    });
    this.claimed.push({ start, end });
    this.#section = this.#pool = this.#location = undefined;
  }

  #sectionsOf(list: Found, at: Span): Node[] {
    const whole = { ...single(list), at };
    const all = [whole, ...whole.children].flatMap(({ attributes }) => attributes);
    if (all.some(({ name }) => WINDOWS.test(name))) {
      const inner = whole.children.find(({ name }) => /^windowsAuthentication$/i.test(name));
      return [{ ...(inner ?? whole), name: 'windowsAuthentication' }];
    }
    const name = valueOf(list, 'name') ?? valueOf(list, 'NAME') ?? this.#pool ?? '';
    const models = [whole, ...deep(whole)].filter((one) => attribute(one, 'identityType'));
    if (models.length > 0) {
      const children = models.map((one) => ({ ...one, name: 'processModel' }));
      const own = [{ name: 'name', value: name, at }];
      return [{ name: 'pool', at, attributes: own, children }];
    }
    const isOn = attribute(whole, 'enabled') !== undefined && this.#section !== undefined;
    const grouped = deep(whole).filter((one) => /Authentication$/i.test(one.name));
    return isOn ? [{ ...whole, name: this.#section ?? '' }] : grouped;
  }
}

/** `Name : useKernelMode`, `Value : True`: what Get-WebConfigurationProperty prints of one attribute. */
function single(list: Found): Found {
  const name = valueOf(list, 'Name');
  const value = attribute(list, 'Value');
  if (name === undefined || !value || attribute(list, 'TypeName') === undefined) return list;
  return { ...list, attributes: [{ ...value, name }] };
}

function deep(one: Node): Node[] {
  return one.children.flatMap((child) => [child, ...deep(child)]);
}

function node(name: string, at: Span): Found {
  return { name, at: { ...at }, attributes: [], children: [] };
}
