/**
 * Walks the independent facts of a fixture and the decoded tree side by side. Each value the facts
 * state becomes one row: where, what they say, what we say.
 */
import type { Field } from '../../../contract/decoded.ts';
import { allFields, valuesOf, type Json } from './fixtures.ts';

export type Row = readonly [path: string, stated: unknown, decoded: unknown];
type Facts = Record<string, Json>;

const of = (facts: Facts, key: string): Json | undefined => facts[key];

/** Text of a plain value. */
const plain = (json: Json | undefined) => (typeof json === 'object' ? '' : String(json));

const isObject = (json: Json | undefined): json is Facts =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** First field of a name, nearest to the top. */
function near(fields: readonly Field[], name: string): Field | undefined {
  const here = fields.find((field) => field.name === name);
  if (here) return here;
  for (const field of fields) {
    const below = near(field.children ?? [], name);
    if (below) return below;
  }
  return undefined;
}

const children = (fields: readonly Field[], name: string) => near(fields, name)?.children ?? [];
const value = (fields: readonly Field[], name: string) => near(fields, name)?.value;
const number = (fields: readonly Field[], name: string) => {
  const text = value(fields, name);
  return text === undefined ? undefined : Number(text);
};
/** Bytes an opaque value has, by its range. */
function size(fields: readonly Field[], name: string): number | undefined {
  const range = near(fields, name)?.bytes;
  return range && range.end - range.start;
}

function principal(path: string, facts: Json | undefined, fields: readonly Field[]): Row[] {
  if (!isObject(facts)) return [];
  return [
    [`${path}.name-type`, of(facts, 'name-type'), number(fields, 'name-type')],
    [`${path}.name`, of(facts, 'name'), valuesOf(fields, 'component')],
  ];
}

function encrypted(path: string, facts: Json | undefined, fields: readonly Field[]): Row[] {
  if (!isObject(facts)) return [];
  return [
    [`${path}.etype`, of(facts, 'etype'), number(fields, 'etype')],
    [`${path}.kvno`, of(facts, 'kvno') ?? undefined, number(fields, 'kvno')],
    [`${path}.cipher_bytes`, of(facts, 'cipher_bytes'), size(fields, 'cipher')],
  ];
}

const TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/;

function kerberos(path: string, facts: Facts, all: readonly Field[]): Row[] {
  // Within a request, realm and names are those of its body.
  const body =
    of(facts, 'type') === 'AS-REQ' || of(facts, 'type') === 'TGS-REQ'
      ? children(all, 'req-body')
      : all;
  const ticket = children(all, 'ticket').length > 0 ? children(all, 'ticket') : all;
  const rows: Row[] = [];
  for (const [key, stated] of Object.entries(facts)) {
    const at = `${path}.${key}`;
    if (key === 'ap-options') rows.push([at, `0x${plain(stated)}`, value(all, 'ap-options')]);
    if (key === 'realm') rows.push([at, stated, value(body, 'realm')]);
    if (key === 'crealm') rows.push([at, stated, value(all, 'crealm')]);
    if (key === 'sname') rows.push(...principal(at, stated, children(body, 'sname')));
    if (key === 'cname')
      rows.push(...principal(at, stated, children(of(facts, 'padata') ? body : all, 'cname')));
    if (key === 'error-code') rows.push([at, stated, number(all, 'error-code')]);
    if (key === 'susec') rows.push([at, stated, number(all, 'susec')]);
    if (key === 'stime')
      rows.push([at, plain(stated).replace(TIME, '$1-$2-$3T$4:$5:$6Z'), value(all, 'stime')]);
    if (key === 'e-text') rows.push([at, stated, value(all, 'e-text')]);
    if (key === 'e-data_bytes') rows.push([at, stated, size(all, 'e-data')]);
    if (key === 'etypes')
      rows.push([at, stated, valuesOf(children(body, 'etype'), 'etype').map(Number)]);
    if (key === 'padata') {
      const entries = children(all, 'padata').filter(({ name }) => name === 'PA-DATA');
      rows.push([at, stated, entries.map((entry) => number(entry.children ?? [], 'padata-type'))]);
    }
    if (key === 'enc-part') {
      const last = all.findLast(({ name }) => name === 'enc-part') ?? near(all, 'enc-part');
      rows.push(...encrypted(at, stated, last?.children ?? []));
    }
    if (key === 'authenticator')
      rows.push(...encrypted(at, stated, children(all, 'authenticator')));
    if (key === 'ticket' && isObject(stated)) {
      rows.push([`${at}.realm`, of(stated, 'realm'), value(ticket, 'realm')]);
      rows.push(...principal(`${at}.sname`, of(stated, 'sname'), children(ticket, 'sname')));
      rows.push(
        ...encrypted(`${at}.enc-part`, of(stated, 'enc-part'), children(ticket, 'enc-part')),
      );
    }
  }
  return rows;
}

const AV_NAMES: Readonly<Record<string, string>> = {
  NbComputer: 'MsvAvNbComputerName',
  NbDomain: 'MsvAvNbDomainName',
  DnsComputer: 'MsvAvDnsComputerName',
  DnsDomain: 'MsvAvDnsDomainName',
  DnsTree: 'MsvAvDnsTreeName',
  Timestamp: 'MsvAvTimestamp',
  TargetName: 'MsvAvTargetName',
  ChannelBindings: 'MsvAvChannelBindings',
};

function pairs(path: string, facts: Json, fields: readonly Field[]): Row[] {
  if (!isObject(facts)) return [];
  return Object.entries(facts).map(([key, stated]): Row => {
    const at = `${path}.${key}`;
    if (key === 'EOL') return [at, true, near(fields, 'MsvAvEOL') !== undefined];
    if (key === 'Flags') return [at, stated, number(fields, 'MsvAvFlags')];
    if (key === 'SingleHost_bytes') return [at, stated, size(fields, 'MsvAvSingleHost')];
    return [at, stated, value(fields, AV_NAMES[key] ?? key)];
  });
}

/** What a buffer descriptor says its length is. */
const announced = (fields: readonly Field[], name: string) =>
  Number.parseInt(value(fields, `${name}Fields`) ?? '', 10);

function ntlm(path: string, facts: Facts, fields: readonly Field[]): Row[] {
  const text = (name: string) =>
    value(fields, name) ?? (announced(fields, name) === 0 ? '' : undefined);
  const rows: Row[] = [];
  for (const [key, stated] of Object.entries(facts)) {
    const at = `${path}.${key}`;
    if (key === 'flags') rows.push([at, stated, number(fields, 'NegotiateFlags')]);
    if (key === 'domain') rows.push([at, stated, text('DomainName')]);
    if (key === 'user') rows.push([at, stated, text('UserName')]);
    if (key === 'workstation') rows.push([at, stated, text('Workstation')]);
    if (key === 'target') rows.push([at, stated, text('TargetName')]);
    if (key === 'challenge') rows.push([at, stated, value(fields, 'ServerChallenge')]);
    if (key === 'targetInfo') rows.push(...pairs(at, stated, children(fields, 'TargetInfo')));
    if (key === 'nt.avPairs')
      rows.push(...pairs(at, stated, children(fields, 'NtChallengeResponse')));
    if (key === 'nt.timestamp') rows.push([at, stated, value(fields, 'TimeStamp')]);
    if (key === 'ntproofstr') rows.push([at, stated, value(fields, 'NTProofStr')]);
    if (key === 'MIC') rows.push([at, stated, value(fields, 'MIC')]);
    if (key === 'lm_len') rows.push([at, stated, announced(fields, 'LmChallengeResponse')]);
    if (key === 'nt_len') rows.push([at, stated, announced(fields, 'NtChallengeResponse')]);
    if (key === 'sessionkey_len')
      rows.push([at, stated, announced(fields, 'EncryptedRandomSessionKey')]);
    if (key === 'version') {
      const revision = /revision (\d+)/.exec(near(fields, 'Version')?.meaning ?? '')?.[1];
      rows.push([at, stated, `${value(fields, 'Version') ?? ''} rev ${revision ?? ''}`]);
    }
  }
  return rows;
}

function negoex(path: string, facts: Json, fields: readonly Field[]): Row[] {
  if (!Array.isArray(facts)) return [];
  const messages = allFields(fields).filter(({ name }) => name === 'NEGOEX message');
  return facts.flatMap((stated, index): Row[] => {
    const own = messages[index]?.children ?? [];
    if (!isObject(stated)) return [];
    const at = `${path}[${index}]`;
    const schemes =
      of(stated, 'authSchemes') ??
      (of(stated, 'authScheme') ? [of(stated, 'authScheme')] : undefined);
    return [
      [`${at}.type`, `${plain(of(stated, 'type'))}.`, near(own, 'MessageType')?.meaning],
      [`${at}.seq`, of(stated, 'seq'), number(own, 'SequenceNum')],
      [`${at}.len`, of(stated, 'len'), number(own, 'cbMessageLength')],
      [`${at}.conversation`, of(stated, 'conversation'), value(own, 'ConversationId')],
      ...(schemes ? [[`${at}.schemes`, schemes, valuesOf(own, 'AuthScheme')] as const] : []),
    ];
  });
}

function negotiation(path: string, facts: Facts, fields: readonly Field[]): Row[] {
  const rows: Row[] = [];
  const states = ['accept-completed', 'accept-incomplete', 'reject', 'request-mic'];
  for (const [key, stated] of Object.entries(facts)) {
    const at = `${path}.${key}`;
    if (key === 'mechTypes')
      rows.push([at, stated, valuesOf(children(fields, 'mechTypes'), 'mechType')]);
    if (key === 'negState') rows.push([at, states[Number(stated)], value(fields, 'negState')]);
    if (key === 'supportedMech') rows.push([at, stated, value(fields, 'supportedMech')]);
    if (key === 'mechListMIC_bytes') rows.push([at, stated, size(fields, 'mechListMIC')]);
    if ((key === 'mechToken' || key === 'responseToken') && isObject(stated)) {
      rows.push(...rowsOf(stated, children(fields, key), at));
    }
  }
  return rows;
}

/** One row for each value the facts state about the message in `fields`. */
export function rowsOf(facts: Facts, fields: readonly Field[], path = ''): Row[] {
  const type = plain(of(facts, 'type'));
  if (type.startsWith('GSS')) {
    const inner = children(fields, 'InitialContextToken');
    const tokId = of(facts, 'tokId');
    const deeper = of(facts, 'inner');
    return [
      [`${path}.thisMech`, of(facts, 'thisMech'), value(inner, 'thisMech')],
      ...(tokId
        ? [[`${path}.tokId`, plain(tokId).slice(0, 4), value(inner, 'TokId')] as const]
        : []),
      ...(isObject(deeper) ? rowsOf(deeper, inner, `${path}.inner`) : []),
    ];
  }
  if (type.startsWith('Neg')) return negotiation(path, facts, children(fields, type));
  if (type.startsWith('NTLM')) {
    return [
      [`${path}.type`, type.slice(-1), value(fields, 'MessageType')],
      ...ntlm(path, facts, fields),
    ];
  }
  if (type === 'NEGOEX') return negoex(`${path}.messages`, of(facts, 'messages') ?? [], fields);
  if (type.startsWith('MIC') || type.startsWith('WRAP')) {
    return [
      [`${path}.flags`, of(facts, 'flags'), number(fields, 'Flags')],
      [`${path}.seq`, of(facts, 'seq'), number(fields, 'SND_SEQ')],
    ];
  }
  if (type.startsWith('unknown')) return [];
  const own = children(fields, type);
  return [[`${path}.type`, true, own.length > 0], ...kerberos(path, facts, own)];
}
