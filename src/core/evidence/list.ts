/**
 * Every kind of evidence, in the order in which a text is read. What one reader explains, the later
 * ones leave alone: a listing that can be recognised with certainty comes first, and codes come last,
 * as a number is looked up on its own only where nothing else explains it.
 *
 * Only the recognisers are loaded at once; a reader comes with its tables and rules when it is needed.
 */
import { seenAdObject } from './ad-object/seen.ts';
import { seenCapture } from './capture/seen.ts';
import { seenCode } from './code/seen.ts';
import { seenDns } from './dns/seen.ts';
import { seenDotnet } from './dotnet/seen.ts';
import { seenErrorPage } from './error-page/seen.ts';
import { seenFreb } from './freb/seen.ts';
import { seenEvent } from './event/seen.ts';
import { seenGssTrace } from './gss-trace/seen.ts';
import { seenHar } from './har/seen.ts';
import { seenHttp } from './http/seen.ts';
import { seenIisConfig } from './iis-config/seen.ts';
import { seenIisLog } from './iis-log/seen.ts';
import { seenKlist } from './klist/seen.ts';
import { seenNetlog } from './netlog/seen.ts';
import { seenNetsh } from './netsh/seen.ts';
import { seenNltest } from './nltest/seen.ts';
import { seenPolicy } from './policy/seen.ts';
import { seenPacketList } from './packet-list/seen.ts';
import type { Reader } from './reader.ts';
import { seenRegistry } from './registry/seen.ts';
import { seenSentence } from './sentence/seen.ts';
import { seenSetspn } from './setspn/seen.ts';
import { seenToken } from './token/seen.ts';
import { seenW32tm } from './w32tm/seen.ts';
import { seenWhoami } from './whoami/seen.ts';

export const READERS: readonly Reader[] = [
  // Strings in it may be anything else.
  { name: 'HAR', seen: seenHar, load: async () => (await import('./har/reader.ts')).har },
  {
    name: 'network log',
    seen: seenNetlog,
    load: async () => (await import('./netlog/reader.ts')).netlog,
  },
  {
    name: 'network capture',
    seen: seenCapture,
    load: async () => (await import('./capture/reader.ts')).capture,
  },
  // Its events have the elements of a Windows event log.
  {
    name: 'failed request trace',
    seen: seenFreb,
    load: async () => (await import('./freb/reader.ts')).freb,
  },
  { name: 'klist', seen: seenKlist, load: async () => (await import('./klist/reader.ts')).klist },
  {
    name: 'directory object',
    seen: seenAdObject,
    load: async () => (await import('./ad-object/reader.ts')).adObject,
  },
  {
    name: 'setspn',
    seen: seenSetspn,
    load: async () => (await import('./setspn/reader.ts')).setspn,
  },
  {
    name: 'nltest',
    seen: seenNltest,
    load: async () => (await import('./nltest/reader.ts')).nltest,
  },
  {
    name: 'w32tm',
    seen: seenW32tm,
    load: async () => (await import('./w32tm/reader.ts')).w32tm,
  },
  {
    name: 'packet list',
    seen: seenPacketList,
    load: async () => (await import('./packet-list/reader.ts')).packetList,
  },
  {
    name: 'Windows event',
    seen: seenEvent,
    load: async () => (await import('./event/reader.ts')).event,
  },
  {
    name: 'whoami',
    seen: seenWhoami,
    load: async () => (await import('./whoami/reader.ts')).whoami,
  },
  {
    name: 'registry',
    seen: seenRegistry,
    load: async () => (await import('./registry/reader.ts')).registry,
  },
  {
    name: 'netsh',
    seen: seenNetsh,
    load: async () => (await import('./netsh/reader.ts')).netsh,
  },
  {
    name: 'browser policies',
    seen: seenPolicy,
    load: async () => (await import('./policy/reader.ts')).policy,
  },
  {
    name: 'IIS configuration',
    seen: seenIisConfig,
    load: async () => (await import('./iis-config/reader.ts')).iisConfig,
  },
  { name: 'DNS', seen: seenDns, load: async () => (await import('./dns/reader.ts')).dns },
  {
    name: 'error page',
    seen: seenErrorPage,
    load: async () => (await import('./error-page/reader.ts')).errorPage,
  },
  {
    name: 'IIS log',
    seen: seenIisLog,
    load: async () => (await import('./iis-log/reader.ts')).iisLog,
  },
  {
    name: 'HTTP',
    seen: seenHttp,
    isOfRecorded: true,
    load: async () => (await import('./http/reader.ts')).http,
  },
  { name: 'token', seen: seenToken, load: async () => (await import('./token/reader.ts')).token },
  {
    name: 'Kerberos trace',
    seen: seenGssTrace,
    load: async () => (await import('./gss-trace/reader.ts')).gssTrace,
  },
  {
    name: '.NET',
    seen: seenDotnet,
    load: async () => (await import('./dotnet/reader.ts')).dotnet,
  },
  {
    name: 'error message',
    seen: seenSentence,
    load: async () => (await import('./sentence/reader.ts')).sentence,
  },
  { name: 'code', seen: seenCode, load: async () => (await import('./code/reader.ts')).code },
];
