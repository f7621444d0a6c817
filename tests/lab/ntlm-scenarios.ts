/** NTLM from gss-ntlmssp and from curl's own code, inside SPNEGO and bare. */
import { startChallenger } from './challenger.ts';
import { curl, loop, type Traffic } from './clients.ts';
import { DOMAIN, PASSWORD, SERVER, USER, WORKSTATION, type Lab } from './lab.ts';
import { bare, CHALLENGE, IN_SPNEGO, LOGON } from './ntlm-known.ts';
import { HOSTS } from './realm.ts';
import type { Scenario } from './scenario.ts';

function handshake(lab: Lab, way: string, scheme: string, more = {}): Promise<Traffic> {
  const environment = { ...lab.withPassword, ...more };
  return loop(lab.programs, environment, { way, scheme, names: [WORKSTATION, SERVER] });
}

/** The type 2 of a handshake between two gss-ntlmssp. */
async function challengeOf(lab: Lab): Promise<string> {
  const { connections } = await handshake(lab, 'ntlm', 'NTLM');
  const answer = connections[0]?.[1]?.bytes.toString('latin1') ?? '';
  return /NTLM (\S+)/.exec(answer)?.[1] ?? '';
}

export const NTLM_SCENARIOS: readonly Scenario[] = [
  {
    name: 'no ticket, a password',
    how: 'curl --negotiate with gss-ntlmssp to Apache that takes Kerberos only',
    make: (lab) =>
      curl(lab.programs, lab.withPassword, {
        host: HOSTS.aes256,
        port: lab.port('right'),
        args: ['--negotiate', '-u', ':'],
      }),
    expected: () => ({
      status: 401,
      finding: 'token.rejected',
      tokens: [
        ...IN_SPNEGO.slice(0, 1),
        {
          layers: ['SPNEGO NegTokenResp'],
          spnego: { message: 'NegTokenResp', negState: 'reject' },
        },
      ],
    }),
  },
  {
    name: 'NTLM inside Negotiate, over HTTP',
    how: 'curl --negotiate with gss-ntlmssp to Apache with gss-ntlmssp',
    make: (lab) =>
      curl(lab.programs, lab.withPassword, {
        host: HOSTS.aes256,
        port: lab.port('ntlm'),
        args: ['--negotiate', '-u', ':'],
      }),
    expected: () => ({
      status: 200,
      finding: 'token.ntlm-inside-negotiate',
      tokens: IN_SPNEGO,
    }),
  },
  {
    name: 'NTLM inside SPNEGO, no server',
    how: 'python3-gssapi and gss-ntlmssp on both sides',
    make: (lab) => handshake(lab, 'spnego-ntlm', 'Negotiate'),
    expected: () => ({
      status: 200,
      finding: 'token.ntlm-inside-negotiate',
      tokens: IN_SPNEGO,
    }),
  },
  {
    name: 'raw NTLM, no server',
    how: 'python3-gssapi and gss-ntlmssp on both sides, without SPNEGO',
    make: (lab) => handshake(lab, 'ntlm', 'NTLM'),
    expected: () => ({
      status: 401,
      finding: 'token.ntlm',
      tokens: bare(CHALLENGE, { ...LOGON, response: 'NTLMv2' }),
    }),
  },
  {
    name: 'NTLMv1',
    how: 'the same with LM_COMPAT_LEVEL=1',
    make: (lab) => handshake(lab, 'ntlm', 'NTLM', { LM_COMPAT_LEVEL: '1' }),
    expected: () => ({
      status: 401,
      finding: 'token.ntlmv1',
      tokens: bare(CHALLENGE, { ...LOGON, response: 'NTLMv1' }),
    }),
  },
  {
    name: 'raw NTLM from curl',
    how: "curl --ntlm to a server that sends gss-ntlmssp's type 2",
    make: async (lab) => {
      const { port, close } = await startChallenger(await challengeOf(lab));
      const args = ['--ntlm', '-u', `${DOMAIN}\\${USER}:${PASSWORD}`];
      try {
        return await curl(lab.programs, lab.withoutTicket, { host: HOSTS.aes256, port, args });
      } finally {
        close();
      }
    },
    expected: () => ({
      status: 200,
      finding: 'http.accepted',
      tokens: bare(CHALLENGE, { type: 3, domain: DOMAIN, user: USER, response: 'NTLMv2' }),
    }),
  },
];
