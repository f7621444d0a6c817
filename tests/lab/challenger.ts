/**
 * Answers every NTLM type 1 with the same type 2 and every type 3 with 200: a client's raw NTLM
 * needs no server that knows passwords.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const TYPE_1 = 'NTLM TlRMTVNTUAAB';
const TYPE_3 = 'NTLM TlRMTVNTUAAD';

/** `challenge` is a type 2 in base64. */
export async function startChallenger(challenge: string) {
  const server = createServer((request, response) => {
    const { authorization = '' } = request.headers;
    if (authorization.startsWith(TYPE_3)) {
      response.writeHead(200).end();
      return;
    }
    const offer = authorization.startsWith(TYPE_1) ? `NTLM ${challenge}` : 'NTLM';
    response.writeHead(401, { 'WWW-Authenticate': offer, 'Content-Length': 0 }).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { port, close };
}
