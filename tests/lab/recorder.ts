/**
 * Stands between a client and a server and keeps every byte of both, connection by connection.
 * HTTP's two sides take turns, so what one side sends until the other speaks is one message.
 */
import { connect, createServer, type AddressInfo } from 'node:net';

/** One message, as it went over the wire. */
export interface Turn {
  from: 'client' | 'server';
  bytes: Buffer;
}

export interface Recorder {
  port: number;
  /** The turns of each connection, in the order in which the connections were opened. */
  connections: Turn[][];
  close: () => void;
}

export async function record(serverPort: number): Promise<Recorder> {
  const connections: Turn[][] = [];
  const relay = createServer((client) => {
    const turns: Turn[] = [];
    connections.push(turns);
    const server = connect(serverPort, '127.0.0.1');
    const keep = (from: Turn['from']) => (bytes: Buffer) => {
      const last = turns.at(-1);
      if (last?.from === from) last.bytes = Buffer.concat([last.bytes, bytes]);
      else turns.push({ from, bytes });
    };
    client.on('data', keep('client')).on('error', () => server.destroy());
    server.on('data', keep('server')).on('error', () => client.destroy());
    client.pipe(server).pipe(client);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => relay.once('listening', resolve));
  const { port } = relay.address() as AddressInfo;
  return { port, connections, close: () => relay.close() };
}
