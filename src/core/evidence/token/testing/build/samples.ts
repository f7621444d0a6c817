/** The token samples of `content/samples/`, built from made-up names. Nothing here is random. */
import { base64, utf8, type Bytes } from './der.ts';
import {
  framedApReq,
  framedKrbError,
  KERBEROS,
  MS_KERBEROS,
  negTokenInit,
  negTokenResp,
  NEGOEX,
  NTLMSSP,
  principal,
  WINDOWS_LIST,
} from './kerberos.ts';
import { framedIakerb, IAKERB } from './iakerb.ts';
import { authenticate, challenge, negotiate, type Server } from './ntlm.ts';

export interface Sample {
  title: string;
  finding: string;
  article: string;
  paste: string[];
}

const REALM = 'CONTOSO.COM';
const SPN = 'HTTP/portal.contoso.com';
const SERVER: Server = {
  netbios: 'WEB01',
  domain: 'CONTOSO',
  dnsName: 'web01.contoso.com',
  dnsDomain: 'contoso.com',
  time: '2026-03-02T09:14:05Z',
};
const CLIENT = { user: 'alex', domain: 'CONTOSO', workstation: 'PC-0042', target: SPN };

/** Line length of the base64 in a sample: none is wrapped, as in a real header. */
const kerberos = (etype: number, kvno: number) =>
  negTokenInit(WINDOWS_LIST, framedApReq({ realm: REALM, spn: SPN, etype, kvno }));

const REQUEST = ['GET /app/default.aspx HTTP/1.1', 'Host: portal.contoso.com'];
const authorization = (scheme: string, token: Bytes) => `Authorization: ${scheme} ${base64(token)}`;

const refusal = (...lines: string[]) => [
  'HTTP/1.1 401 Unauthorized',
  'Content-Type: text/html',
  'Server: Microsoft-IIS/10.0',
  ...lines,
];
const OFFERS = ['WWW-Authenticate: Negotiate', 'WWW-Authenticate: NTLM'];

const answer = (code: number, sname: Bytes, stime: string) =>
  `WWW-Authenticate: Negotiate ${base64(
    negTokenResp({
      negState: 1,
      supportedMech: MS_KERBEROS,
      responseToken: framedKrbError({ code, stime, realm: REALM, sname }),
    }),
  )}`;

const ticketRequest = [...REQUEST, authorization('Negotiate', kerberos(18, 4)), ''];

export const SAMPLES: Readonly<Record<string, Sample>> = {
  'negotiate-kerberos': {
    title: 'A request with a Kerberos ticket',
    finding: 'token.kerberos-present',
    article: 'expected-spn',
    paste: [...REQUEST, authorization('Negotiate', kerberos(18, 4))],
  },
  'negotiate-ntlm-raw': {
    title: 'NTLM under the scheme Negotiate',
    finding: 'token.ntlm-to-address',
    article: 'ntlm-fallback-reasons',
    paste: ['GET /app/ HTTP/1.1', 'Host: 192.0.2.10', authorization('Negotiate', negotiate())],
  },
  'negotiate-spnego-ntlm': {
    title: 'Kerberos on offer, NTLM sent',
    finding: 'token.ntlm-where-kerberos-offered',
    article: 'ntlm-fallback-reasons',
    paste: [
      ...REQUEST,
      authorization(
        'Negotiate',
        negTokenInit([NTLMSSP, MS_KERBEROS, KERBEROS, NEGOEX], negotiate()),
      ),
    ],
  },
  'krb-error-modified': {
    title: 'A ticket the server could not decrypt',
    finding: 'token.krb-error',
    article: 'krb-ap-err-modified',
    paste: [
      ...ticketRequest,
      ...refusal(answer(41, principal(1, 'svc-portal'), '2026-03-02T09:14:05Z')),
    ],
  },
  'krb-error-skew': {
    title: 'Clocks too far apart',
    finding: 'token.krb-error',
    article: 'clock-skew',
    paste: [
      ...ticketRequest,
      ...refusal(
        answer(37, principal(2, 'HTTP', 'portal.contoso.com'), '2026-03-02T09:21:48Z'),
        'Date: Mon, 02 Mar 2026 09:21:48 GMT',
      ),
    ],
  },
  'krb-error-expired': {
    title: 'The answer to a ticket that is too old',
    finding: 'token.krb-error',
    article: 'ticket-expired',
    paste: refusal(answer(32, principal(2, 'HTTP', 'portal.contoso.com'), '2026-03-02T19:14:05Z')),
  },
  'iakerb-request': {
    title: 'A client that asks the server to pass on its message',
    finding: 'token.other-kerberos',
    article: 'iakerb-localkdc',
    paste: [
      ...REQUEST,
      authorization('Negotiate', negTokenInit([IAKERB], framedIakerb(REALM, 'alex'))),
    ],
  },
  'kerberos-rc4-ticket': {
    title: 'A ticket encrypted with RC4',
    finding: 'token.rc4-ticket',
    article: 'rc4-disabled-etype',
    paste: [...REQUEST, authorization('Negotiate', kerberos(23, 2))],
  },
  'negotiate-cut': {
    title: 'A header that was cut off',
    finding: 'token.cut',
    article: 'decode-token',
    paste: [authorization('Negotiate', kerberos(18, 4)).slice(0, 200)],
  },
  'ntlm-challenge': {
    title: "A server's NTLM challenge",
    finding: 'token.ntlm-challenge',
    article: 'kerberos-or-ntlm',
    paste: refusal(`WWW-Authenticate: NTLM ${base64(challenge(SERVER))}`),
  },
  'ntlm-authenticate': {
    title: 'Who logs on with NTLM, and from where',
    finding: 'token.ntlm',
    article: 'kerberos-or-ntlm',
    paste: [...REQUEST, authorization('NTLM', authenticate(CLIENT, SERVER))],
  },
  'basic-header': {
    title: 'A Basic header',
    finding: 'token.basic',
    article: 'basic-auth-test',
    paste: [...REQUEST, authorization('Basic', utf8('CONTOSO\\alex:not-a-real-password'))],
  },
  'preauth-exchange': {
    title: 'A token before any 401',
    finding: 'token.preauthenticated',
    article: 'preauth-401-1',
    paste: [...ticketRequest, ...refusal(...OFFERS, 'Proxy-Support: Session-Based-Authentication')],
  },
  'offer-only-ntlm': {
    title: 'An answer that offers only NTLM',
    finding: 'http.negotiate-not-offered',
    article: 'negotiate-header-missing',
    paste: [...REQUEST, '', ...refusal('WWW-Authenticate: NTLM')],
  },
};
