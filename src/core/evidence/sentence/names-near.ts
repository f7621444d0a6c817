/** The SPN and the host that a message is about: named in it, next to it, or nowhere else in the paste. */
import { hostOf, isAddress, spnOf, type Host, type Spn } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';

/** Characters on either side in which a name still belongs to the message. */
const NEAR = 240;
/** Characters of a paste that are searched for its only SPN and its only host. */
const SEARCHED = 1024 * 1024;
/** Different names after which it is no longer one that the paste is about. */
const NAMES = 8;

/** `HTTP/web.contoso.com:8080@CONTOSO.COM`, and `HTTP@web.contoso.com` as GSSAPI writes it. */
const SPN =
  /(?<![\w/.-])(?:HTTP|HOST|WSMAN|MSSQLSvc|TERMSRV|cifs|ldap)[/@](?!\d\.\d)[a-z\d][\w.-]{0,200}(?::\w{1,16})?(?:@[\w.-]{1,200})?/gi;
/** Of a URL; the one in a key of Git's configuration (`http.https://host.name`) goes on behind it. */
const URL_HOST = /(?<!\bhttp\.)\bhttps?:\/\/([a-z\d][\w.-]{0,200})/gi;
const HOST_HEADER = /^[ \t<>*]{0,8}Host:[ \t]{0,8}([a-z\d][\w.-]{0,200})/gim;

export interface NamesNear {
  readonly spn?: Spn;
  readonly host?: Host;
  /** True when the SPN stands in the message or next to it. */
  readonly isNear: boolean;
}

/** A function that gives the names for a message at a place of `text`. */
export function namesNear(text: string): (at: Span) => NamesNear {
  const searched = text.slice(0, SEARCHED);
  let only: { spn?: Spn; host?: Host } | undefined;
  return ({ start, end }) => {
    only ??= { ...one('spn', spnsIn(searched)), ...one('host', hostsIn(searched)) };
    const within = spnsIn(text.slice(start, end));
    const around = spnsIn(lines(text, start, end));
    const [near] = within.length > 0 ? within : around.length === 1 ? around : [];
    const hosts = hostsIn(lines(text, start, end));
    const host = hosts.length === 1 ? hosts[0] : only.host;
    const spn = near ?? only.spn;
    return { isNear: near !== undefined, ...(spn && { spn }), ...(host !== undefined && { host }) };
  };
}

/** The text around a place, as far as it is near. */
function lines(text: string, start: number, end: number): string {
  return text.slice(Math.max(0, start - NEAR), end + NEAR);
}

function one<Key extends string, Name>(
  key: Key,
  names: readonly Name[],
): Partial<Record<Key, Name>> {
  const [first, second] = names;
  return first === undefined || second !== undefined
    ? {}
    : ({ [key]: first } as Partial<Record<Key, Name>>);
}

/** Different SPNs; a realm alone makes no difference. */
function spnsIn(text: string): Spn[] {
  const found = new Map<string, Spn>();
  for (const [written] of text.matchAll(SPN)) {
    const spn = spnOf(written.replace(/^(\w+)@/, '$1/').replace(/[.-]+$/, ''));
    const key = spn && `${spn.service}/${spn.host}`;
    if (spn && key !== undefined && !found.has(key)) found.set(key, spn);
    if (found.size >= NAMES) break;
  }
  return [...found.values()];
}

/** Different hosts of URLs and Host headers, without addresses: they have no SPN. */
function hostsIn(text: string): Host[] {
  const found = new Set<Host>();
  for (const pattern of [URL_HOST, HOST_HEADER]) {
    for (const [, written = ''] of text.matchAll(pattern)) {
      const host = hostOf(written);
      if (!isAddress(host)) found.add(host);
      if (found.size >= NAMES) break;
    }
  }
  return [...found];
}
