/**
 * The addresses that HTTP.sys listens on, and the proxy of WinHTTP.
 *
 *     IP addresses present in the IP listen list:              netsh http show iplisten
 *     -------------------------------------------
 *         10.0.0.21
 *
 *     Current WinHTTP proxy settings:                          netsh winhttp show proxy
 *
 *         Proxy Server(s) :  proxy.contoso.com:8080            or: Direct access (no proxy server).
 *         Bypass List     :  *.contoso.com;<local>
 */
import { placeOfLines } from '../../text/line-parts.ts';
import { LABELLED, type Part } from './listing.ts';

const LISTEN = /IP listen list/i;
const RULE = /^-{5,100}$/;
const ADDRESS = /^(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9a-f:]*:[0-9a-f:.]+)$/i;
const WINHTTP = /^[^:：]{0,60}WinHTTP[^:：]{0,60}\s?[:：]$/i;
const PROXY = /^(?:\w{2,10}=)?[\w.-]{1,255}(?::\d{1,5})?(?:;\S{1,300})?$/;
const NONE = /^\(.{1,30}\)$/;

export const ipListen: Part = (lines, index, listing) => {
  const isHead = LISTEN.test(lines[index]?.text ?? '');
  const isRule = listing.asked === 'http show iplisten' && RULE.test(lines[index]?.text ?? '');
  if (!isHead && !isRule) return 0;
  listing.asked = undefined;
  const from = index + (isHead && RULE.test(lines[index + 1]?.text ?? '') ? 2 : 1);
  let end = from;
  while (ADDRESS.test(lines[end]?.text ?? '')) end++;
  const addresses = lines.slice(from, end).map(({ text }) => text);
  const at = placeOfLines(lines, index, end - index);
  listing.facts.push({ kind: 'ipListen', at, addresses });
  listing.claimed.push(at);
  return end - index;
};

export const winHttpProxy: Part = (lines, index, listing) => {
  if (!WINHTTP.test(lines[index]?.text ?? '') || !lines[index + 1]) return 0;
  const [, , proxy = ''] = LABELLED.exec(lines[index + 1]?.text ?? '') ?? [];
  const [, , list = ''] = LABELLED.exec(lines[index + 2]?.text ?? '') ?? [];
  const hasProxy = PROXY.test(proxy);
  if (!hasProxy && proxy !== '') return 0;
  const bypass = hasProxy && !NONE.test(list) ? list.split(/[;,]\s?/).filter(Boolean) : [];
  const rows = hasProxy && list !== '' ? 3 : 2;
  const at = placeOfLines(lines, index, rows);
  listing.facts.push({ kind: 'winHttpProxy', at, ...(hasProxy && { proxy }), bypass });
  listing.claimed.push(at);
  return rows;
};
