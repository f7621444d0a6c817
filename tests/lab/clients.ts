/** The programs that log on, and what went over the wire when they did. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Programs } from './programs.ts';
import { record, type Turn } from './recorder.ts';

/** What one logon left behind. */
export interface Traffic {
  connections: Turn[][];
  /** What the client itself printed of it, where it prints headers. */
  printed?: string;
}

type Environment = Readonly<Record<string, string>>;

const LOOP = join(import.meta.dirname, 'loop.py');
const TARGET = '/index.html';

/** curl with `-v`, through a recorder. */
export async function curl(
  programs: Programs,
  environment: Environment,
  { host, port, args }: { host: string; port: number; args: readonly string[] },
): Promise<Traffic> {
  const { connections, close, ...recorder } = await record(port);
  const map = `${host}:80:127.0.0.1:${recorder.port}`;
  const address = `http://${host}${TARGET}`;
  const { stderr } = await programs.run(
    'curl',
    ['-q', '-v', '-s', '--noproxy', '*', '--max-time', '10', '--connect-to', map, ...args, address],
    { environment },
  );
  close();
  return { connections, printed: stderr };
}

/**
 * What Chromium has to remember from an earlier run: a server has offered Negotiate, without which
 * its sandboxed network process may not load GSS-API, and the service is named as in the address.
 */
const LOCAL_STATE = {
  net: { received_http_auth_negotiate_headers: true },
  auth: { disable_negotiate_cname_lookup: true },
};

/** Chromium without a window, through a recorder; no other host exists for it. */
export async function chromium(
  programs: Programs,
  environment: Environment,
  { host, port }: { host: string; port: number },
): Promise<Traffic> {
  const { connections, close, ...recorder } = await record(port);
  const profile = programs.path('chromium');
  mkdirSync(profile, { recursive: true });
  writeFileSync(join(profile, 'Local State'), JSON.stringify(LOCAL_STATE));
  const args = [
    ...['--headless=new', '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-gpu'],
    ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ...['--auth-server-allowlist=*', '--no-proxy-server', `--user-data-dir=${profile}`],
    `--host-resolver-rules=MAP ${host} 127.0.0.1:${recorder.port},MAP * ~NOTFOUND`,
    '--dump-dom',
    `http://${host}${TARGET}`,
  ];
  await programs.run('chromium', args, { environment });
  close();
  return { connections: connections.map(onlyTarget).filter((turns) => turns.length > 0) };
}

/** The requests for the page, with their answers. */
function onlyTarget(turns: readonly Turn[]): Turn[] {
  return turns.filter((_, index) => {
    const request = turns[index - (index % 2)]?.bytes.toString('latin1') ?? '';
    return request.startsWith(`GET ${TARGET} `);
  });
}

/** Both sides of a GSS-API handshake, each token put into the header that would carry it. */
export async function loop(
  programs: Programs,
  environment: Environment,
  { way, scheme, names }: { way: string; scheme: string; names: readonly [string, string] },
): Promise<Traffic> {
  const printed = await programs.demand('/usr/bin/python3', [LOOP, way, ...names], { environment });
  const rows = printed
    .trim()
    .split('\n')
    .map((row) => JSON.parse(row) as { from: Turn['from']; base64: string });
  const turns = rows.map(({ from, base64 }, index) =>
    inHeader(
      from,
      `${scheme} ${base64}`,
      index === rows.length - 1 ? '200 OK' : '401 Unauthorized',
    ),
  );
  return { connections: [turns] };
}

function inHeader(from: Turn['from'], value: string, status: string): Turn {
  const text =
    from === 'client'
      ? `GET ${TARGET} HTTP/1.1\r\nHost: portal.contoso.com\r\nAuthorization: ${value}\r\n\r\n`
      : `HTTP/1.1 ${status}\r\nWWW-Authenticate: ${value}\r\nContent-Length: 0\r\n\r\n`;
  return { from, bytes: Buffer.from(text, 'latin1') };
}
