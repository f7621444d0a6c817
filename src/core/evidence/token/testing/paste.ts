/** Made-up tokens to stand in pastes, and the readers run as the core runs them. */
import type { Message, Problem, Token } from '../../../contract/decoded.ts';
import { http } from '../../http/reader.ts';
import { token } from '../reader.ts';
import { base64, type Bytes } from './build/der.ts';
import { framedApReq, negTokenInit, negTokenResp, WINDOWS_LIST } from './build/kerberos.ts';
import { challenge, negotiate } from './build/ntlm.ts';

const TICKET = {
  realm: 'CONTOSO.COM',
  spn: 'HTTP/portal.contoso.com',
  cipherBytes: 60,
  authenticatorBytes: 40,
};

export const KERBEROS_BYTES: Bytes = negTokenInit(WINDOWS_LIST, framedApReq(TICKET));
export const KERBEROS = base64(KERBEROS_BYTES);
export const NTLM_BYTES: Bytes = negotiate();
export const NTLM = base64(NTLM_BYTES);
export const REJECT = base64(negTokenResp({ negState: 2 }));
export const CHALLENGE = base64(
  challenge({
    netbios: 'WEB01',
    domain: 'CONTOSO',
    dnsName: 'web01.contoso.com',
    dnsDomain: 'contoso.com',
    time: '2026-03-02T09:14:05Z',
  }),
);

export interface ReadPaste {
  tokens: Token[];
  messages: Message[];
  problems: Problem[];
}

const NOTHING = { claimed: [], inner: [], options: {} };

export async function read(text: string): Promise<ReadPaste> {
  const found = await http.read(text, NOTHING);
  const { claimed = [], inner = [] } = found ?? {};
  const decoded = await token.read(text, { claimed, inner, options: {} });
  return {
    tokens: [...(decoded?.tokens ?? [])],
    messages: [...(found?.messages ?? [])],
    problems: [...(found?.problems ?? []), ...(decoded?.problems ?? [])],
  };
}
