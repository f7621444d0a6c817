/**
 * `node tests/cases/captures.ts FOLDER`: recordings of packets with the truth that another program told
 * (`index.json` in the folder, made with tshark). Prints each message of a KDC or with authentication
 * over HTTP that is missing, or that is too much, by its packet.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decode, textOfFile } from '../../src/core/index.ts';

interface Truth {
  readonly file: string;
  readonly kind: string;
  readonly expect: {
    readonly messages?: readonly {
      readonly frame: number;
      readonly protocol: string;
      readonly protocols: string;
      readonly type?: string;
      readonly inside?: string;
      readonly status?: number;
      readonly method?: string;
      readonly sname?: string;
      readonly error?: { readonly code: number };
      readonly ticketEtype?: number;
    }[];
  };
}

const [folder = ''] = process.argv.slice(2);
const truths = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as Truth[];

/** Messages as short lines: `9 AS-REQ krbtgt/CONTOSO.COM`, `6 HTTP 401`. */
function expected({ expect: { messages = [] } }: Truth): string[] {
  return messages.flatMap((one) => {
    const { frame, protocol, protocols, type = '', sname = '', error, ticketEtype } = one;
    if (protocol === 'http') return `${frame} HTTP ${one.status ?? one.method ?? ''}`;
    const isOfKdc = /:(?:udp|tcp):kerberos/.test(protocols) && one.inside === undefined;
    if (protocol !== 'kerberos' || !isOfKdc || type.startsWith('AP-')) return [];
    return [frame, type, error?.code ?? '', sname, ticketEtype ?? ''].join(' ');
  });
}

function read(text: string): string[] {
  const kerberos = text.matchAll(/^packet (\d+) {2}.*? {2}Kerberos (\S+) ?(.*)$/gm);
  const http = text.matchAll(
    /^packet (\d+) {2}.*? {2}HTTP, connection \d+(?:, cut)?\n(?:HTTP\/1\.\d (\d+)|(\S+))/gm,
  );
  const valueOf = (rest: string, name: string) =>
    new RegExp(` ${name}=(\\S+)`).exec(rest)?.[1] ?? '';
  return [
    ...Array.from(kerberos, ([, packet, type = '', rest = '']) =>
      [packet, type, valueOf(rest, 'code'), valueOf(rest, 'sname'), valueOf(rest, 'etype')].join(
        ' ',
      ),
    ),
    ...Array.from(
      http,
      ([, packet, status, method]) => `${packet ?? ''} HTTP ${status ?? method ?? ''}`,
    ),
  ];
}

let [right, total] = [0, 0];
for (const truth of truths.filter(({ kind }) => kind.startsWith('capture'))) {
  const bytes = readFileSync(join(folder, truth.file));
  const text = await textOfFile(truth.file.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  const ours = read(text);
  const theirs = expected(truth);
  const missing = theirs.filter((line) => !ours.includes(line));
  // A capture holds more HTTP than what carries authentication.
  const more = ours.filter((line) => !line.includes('HTTP') && !theirs.includes(line));
  total++;
  if (missing.length === 0 && more.length === 0) right++;
  else {
    console.log(truth.file);
    for (const line of missing) console.log(`  missing: ${line}`);
    for (const line of more) console.log(`  more: ${line}`);
  }
  const { findings, problems } = await decode(text);
  console.log(
    `${truth.file}: ${theirs.length} messages, ${findings[0]?.title ?? 'no finding'}${problems.length > 0 ? `, ${problems.length} problems` : ''}`,
  );
}
console.log(`${right} of ${total} recordings agree in every message.`);
