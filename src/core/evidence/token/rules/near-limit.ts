/**
 * A header near the size HTTP.sys accepts. MaxFieldLength bounds one header, MaxRequestBytes the
 * request line and all headers; both are 16,384 bytes by default, beyond which the answer is 400.
 *
 *     Authorization: Negotiate YII...          (16,000 characters)
 *
 * Can be wrong when the limits were raised in the registry, or when the token never reached the wire
 * in this form.
 */
import type { Token } from '../../../contract/decoded.ts';
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { fromClient, proof } from './words.ts';

/** Bytes; the default of both limits. */
const LIMIT = 16_384;
/** Bytes; the default of MaxTokenSize since Windows Server 2012 (KB 327825). */
const MAX_TOKEN_SIZE = 48_000;
/** From here on a few cookies are enough to go over it. */
const NEAR = 12_288;

/** Bytes of the header line, were the token whole. */
function lineLength({ header, scheme, bytes, expectedBytes }: Token): number {
  const base64 = 4 * Math.ceil(Math.max(bytes, expectedBytes ?? 0) / 3);
  return `${header ?? 'Authorization'}: ${scheme ?? 'Negotiate'} `.length + base64;
}

export const tokenNearLimit: Rule = {
  id: 'token.near-limit',
  says: 'The header is near or above the size that HTTP.sys accepts.',
  needs: ['tokens'],
  judge: ({ tokens }) =>
    tokens.flatMap((token): Diagnosis[] => {
      const { kerberos, ntlm, spnego } = token;
      const length = lineLength(token);
      if (length < NEAR || !fromClient(token) || !(kerberos ?? ntlm ?? spnego)) return [];
      const size = length.toLocaleString('en-US');
      const over = length > LIMIT;
      return [
        {
          severity: 'warning',
          title: over
            ? `The header is ${size} bytes long; HTTP.sys answers 400 above 16,384 unless its limits were raised.`
            : `The header is ${size} bytes long; with the other headers it can exceed the 16,384 bytes HTTP.sys accepts.`,
          article: 'http-400-header-too-long',
          evidence: proof(token),
          caveat:
            token.bytes > MAX_TOKEN_SIZE
              ? `The limits of this server may have been raised in the registry. The token also exceeds ${MAX_TOKEN_SIZE.toLocaleString('en-US')} bytes, the default of MaxTokenSize.`
              : 'The limits of this server may have been raised in the registry.',
          next: [
            run(
              'server',
              command`reg query HKLM\\System\\CurrentControlSet\\Services\\HTTP\\Parameters /v MaxFieldLength`,
            ),
            run(
              'server',
              command`reg query HKLM\\System\\CurrentControlSet\\Services\\HTTP\\Parameters /v MaxRequestBytes`,
            ),
            run('client', command`whoami /groups | find /c /v ""`),
          ],
        },
      ];
    }),
};
