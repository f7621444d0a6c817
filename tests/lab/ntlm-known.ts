/** NTLM tokens as far as they are known by construction. */
import type { Ntlm, Token } from '../../src/core/index.ts';
import { DOMAIN, SERVER, USER, WORKSTATION } from './lab.ts';
import type { Known } from './scenario.ts';

const NTLMSSP = '1.3.6.1.4.1.311.2.2.10';

export const CHALLENGE: Known<Ntlm> = {
  type: 2,
  targetName: DOMAIN,
  targetInfo: { MsvAvNbComputerName: SERVER, MsvAvNbDomainName: DOMAIN },
};
/** From gss-ntlmssp, which knows the target's name and says which computer it runs on. */
export const LOGON: Known<Ntlm> = { type: 3, domain: DOMAIN, user: USER, workstation: WORKSTATION };
/** The server's closing message integrity code. */
const DONE: Known<Token> = {
  layers: ['SPNEGO NegTokenResp'],
  spnego: { message: 'NegTokenResp', negState: 'accept-completed' },
};

export const IN_SPNEGO: readonly Known<Token>[] = [
  {
    scheme: 'Negotiate',
    layers: ['GSS', 'SPNEGO NegTokenInit', 'NTLM type 1'],
    spnego: { message: 'NegTokenInit', mechTypes: [NTLMSSP] },
    ntlm: { type: 1 },
  },
  {
    scheme: 'Negotiate',
    layers: ['SPNEGO NegTokenResp', 'NTLM type 2'],
    spnego: {
      message: 'NegTokenResp',
      negState: 'accept-incomplete',
      supportedMech: NTLMSSP,
    },
    ntlm: CHALLENGE,
  },
  {
    scheme: 'Negotiate',
    layers: ['SPNEGO NegTokenResp', 'NTLM type 3'],
    spnego: { message: 'NegTokenResp' },
    ntlm: { ...LOGON, response: 'NTLMv2' },
  },
  DONE,
];

export const bare = (challenge: Known<Ntlm>, logon: Known<Ntlm>): Known<Token>[] => [
  { scheme: 'NTLM', layers: ['NTLM type 1'], ntlm: { type: 1 } },
  { scheme: 'NTLM', layers: ['NTLM type 2'], ntlm: challenge },
  { scheme: 'NTLM', layers: ['NTLM type 3'], ntlm: logon },
];
