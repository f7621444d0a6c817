/** What .NET programs and Ansible state, in several languages, and what only looks like it. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { assertLinear } from '../../../../tests/unit/linear.ts';
import { assertMixed } from '../../../../tests/unit/reader-table.ts';
import type { Fact } from '../../facts/fact.ts';
import { dotnet } from './reader.ts';
import { seenDotnet } from './seen.ts';

const read = async (text: string) => dotnet.read(text, { claimed: [], inner: [], options: {} });

function brief(fact: Fact): string {
  if (fact.kind === 'negotiateHandler') {
    const { says, protocol, code } = fact;
    return [says, protocol, code?.toString(16)].filter(Boolean).join(' ');
  }
  if (fact.kind !== 'clientRefused') return fact.kind;
  const { program, scheme, offered, isContinued, host, code, errorId } = fact;
  return [
    program,
    scheme ?? '-',
    offered === undefined ? '' : `offers ${offered.join()}`,
    isContinued ? 'goes on' : '',
    host ?? '',
    code?.toString(16) ?? '',
    errorId ?? '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

const WCF = 'The HTTP request is unauthorized with client authentication scheme';
const HEADER = 'The authentication header received from the server was';
const ROWS: [name: string, text: string, facts: string[]][] = [
  ['WCF', `${WCF} 'Anonymous'. ${HEADER} 'NTLM'.`, ['wcf Anonymous offers NTLM']],
  [
    'WCF with a list',
    `${WCF} 'Negotiate'. ${HEADER} 'Negotiate,NTLM'.`,
    ['wcf Negotiate offers Negotiate,NTLM'],
  ],
  [
    'WCF with a realm',
    `${WCF} 'Ntlm'. ${HEADER} 'Basic realm="contoso.com", Negotiate'.`,
    ['wcf Ntlm offers Basic,Negotiate'],
  ],
  [
    'WCF with a token',
    `${WCF} 'Negotiate'. ${HEADER} 'Negotiate oYG2MIGzoAMKAQ==,NTLM'.`,
    ['wcf Negotiate offers Negotiate,NTLM goes on'],
  ],
  [
    'WCF with a token cut short',
    `${WCF} 'Negotiate'. ${HEADER} 'Negotiate oX\u2026Q='.`,
    ['wcf Negotiate offers Negotiate goes on'],
  ],
  ['WCF with nothing', `${WCF} 'Negotiate'. ${HEADER} ''.`, ['wcf Negotiate offers ']],
  [
    'WCF in curly quotes',
    `${WCF} \u2018Ntlm\u2019. ${HEADER} \u2018Negotiate,NTLM\u2019.`,
    ['wcf Ntlm offers Negotiate,NTLM'],
  ],
  [
    'WCF wrapped and quoted',
    `> ${WCF}\n> 'Ntlm'. The authentication header\n> received from the server was 'NTLM'.`,
    ['wcf Ntlm offers NTLM'],
  ],
  [
    'WCF in German',
    'Die HTTP-Anforderung ist beim Clientauthentifizierungsschema "Negotiate" nicht autorisiert. Vom Server wurde der Authentifizierungsheader "Negotiate,NTLM" empfangen.',
    ['wcf Negotiate offers Negotiate,NTLM'],
  ],
  [
    'WCF in French',
    "La requête HTTP n'est pas autorisée avec un schéma d'authentification client \u00ab Anonymous \u00bb. L'en-tête d'authentification reçu du serveur était \u00ab Negotiate,NTLM \u00bb.",
    ['wcf Anonymous offers Negotiate,NTLM'],
  ],
  [
    'WCF in Japanese',
    "HTTP 要求は、クライアントの認証方式 'Ntlm' では承認されません。サーバーから受信した認証ヘッダーは 'NTLM' でした。",
    ['wcf Ntlm offers NTLM'],
  ],
  [
    'the Negotiate handler',
    'info: Microsoft.AspNetCore.Authentication.Negotiate.NegotiateHandler[1]\n      Incomplete Negotiate handshake, sending an additional 401 Negotiate challenge.\ndbug: Microsoft.AspNetCore.Authentication.Negotiate.NegotiateHandler[4]\n      Disabling credential persistence for a complete NTLM handshake.',
    ['continues', 'completed NTLM'],
  ],
  [
    'an exception of the Negotiate handler',
    ' ---> System.ComponentModel.Win32Exception (0x80090308): The token supplied to the function is invalid\n   at System.Net.NTAuthentication.GetOutgoingBlob(Byte[] incomingBlob)\n   at Microsoft.AspNetCore.Authentication.Negotiate.NegotiateHandler.HandleRequestAsync()',
    ['failed 80090308'],
  ],
  [
    'PowerShell remoting',
    '[web01] Connecting to remote server web01 failed with the following error message : WinRM cannot process the request. The following error with errorcode 0x80090322 occurred while using Kerberos authentication: An unknown security error occurred.\n    + CategoryInfo          : OpenError: (web01:String) [], PSRemotingTransportException\n    + FullyQualifiedErrorId : -2144108387,PSSessionStateBroken',
    ['winrm Kerberos web01 80090322 -2144108387'],
  ],
  [
    'a status that a console of 200 columns breaks in two',
    `New-PSSession : [app02.contoso.com] Connecting to remote server app02.contoso.com failed: WinRM cannot process the request. The following error with errorcode 0x80090${' '.repeat(30)}\r\n30e occurred while using Kerberos authentication`,
    ['winrm Kerberos app02.contoso.com 8009030e'],
  ],
  [
    'CIM, whose category names a class and no computer',
    'NODE7: WinRM cannot process the request. The following error with errorcode 0x8009030e occurred while using Kerberos authentication: ...\n    + CategoryInfo          : ResourceUnavailable: (MSFT_Disk:String) [Get-Disk], CimJobException',
    ['winrm Kerberos 8009030e'],
  ],
  [
    'PowerShell remoting in German',
    '[web01] Beim Verbinden mit dem Remoteserver "web01" ist folgender Fehler aufgetreten: Die Anforderung kann von WinRM nicht verarbeitet werden. Bei Verwendung der Kerberos-Authentifizierung ist der folgende Fehler mit dem Fehlercode 0x80090311 aufgetreten.\n    + CategoryInfo          : OpenError: (web01:String) [], PSRemotingTransportException\n    + FullyQualifiedErrorId : AuthenticationFailed,PSSessionStateBroken',
    ['winrm Kerberos web01 80090311 AuthenticationFailed'],
  ],
  [
    'Ansible',
    '<box62.contoso.com> WINRM CONNECT: transport=kerberos endpoint=https://box62.contoso.com:5986/wsman\n<box62.contoso.com> WINRM CONNECTION ERROR: the specified credentials were rejected by the server',
    ['ansible kerberos box62.contoso.com'],
  ],
  [
    'a play of Ansible',
    'fatal: [box62]: UNREACHABLE! => {"changed": false, "msg": "ntlm: the specified credentials were rejected by the server", "unreachable": true}',
    ['ansible ntlm box62'],
  ],
  [
    'an ad-hoc command of Ansible',
    'box62.contoso.com | UNREACHABLE! => {\n    "changed": false,\n    "msg": "basic: the specified credentials were rejected by the server",\n    "unreachable": true\n}',
    ['ansible basic box62.contoso.com'],
  ],
  [
    'a play of Ansible in YAML',
    "fatal: [box62]: UNREACHABLE! =>\n  changed: false\n  msg: 'credssp: the specified credentials were rejected by the server'\n  unreachable: true",
    ['ansible credssp box62'],
  ],
  [
    'Invoke-WebRequest without credentials',
    'Invoke-WebRequest : The remote server returned an error: (401) Unauthorized.\nAt line:1 char:1\n+ Invoke-WebRequest -Uri http://portal.contoso.com/\n+ ~~~~~~~~~~~~~~~~~',
    ['powershell Anonymous portal.contoso.com'],
  ],
  [
    'Invoke-RestMethod with credentials, in German',
    'Invoke-RestMethod : Der Remoteserver hat einen Fehler zurückgegeben: (401) Nicht autorisiert.\nIn Zeile:1 Zeichen:6\n+ $r = Invoke-RestMethod http://portal.contoso.com/ -UseDefaultCredentials\n+      ~~~~~~~~~~~~~~~~~',
    ['powershell - portal.contoso.com'],
  ],
  [
    'a piece of a program',
    'var client = new RestClient("https://portal.contoso.com/")\n{ Authenticator = new NtlmAuthenticator("contoso\\alex", "hunter2") };\nGet 401',
    ['dotnet NTLM'],
  ],
  [
    'PowerShell 7',
    'Invoke-WebRequest: Response status code does not indicate success: 401 (Unauthorized).\nLine |\n   1 |  Invoke-WebRequest http://portal.contoso.com/',
    ['powershell Anonymous portal.contoso.com'],
  ],
];

for (const [name, text, facts] of ROWS) {
  test(name, async () => {
    const found = await read(text);
    assert.deepEqual(found?.kinds, ['dotnet']);
    assert.deepEqual((found.facts ?? []).map(brief), facts);
    for (const { at } of found.facts ?? []) assert.ok(at.start < at.end && at.end <= text.length);
  });
}

const OTHERS: [name: string, text: string][] = [
  ['prose', "You can set 'Negotiate' or 'NTLM' in the list of providers."],
  ['a configuration', '<add value="Negotiate" /><add value="NTLM" />'],
  ['a command without an error', '+ Invoke-WebRequest http://portal.contoso.com/'],
  [
    'a command that goes on elsewhere',
    '(401)\n+ Invoke-WebRequest http://portal.contoso.com/ -Method Post -Body ...',
  ],
  [
    'a command with splatted parameters',
    '(401)\n+ Invoke-WebRequest http://portal.contoso.com/ @parameters',
  ],
  [
    'an exception without the handler',
    'Win32Exception (0x80090308): The token supplied to the function is invalid',
  ],
  [
    'another failure between two hosts',
    'box61 | UNREACHABLE! => {\n    "msg": "ntlm: timed out"\n}\nbox62 | FAILED! => {\n    "msg": "ntlm: the specified credentials were rejected by the server"\n}',
  ],
  ['WinRM that works', 'WinRM is already set up to receive requests on this computer.'],
];

for (const [name, text] of OTHERS) {
  test(`${name} states nothing`, async () => {
    assert.deepEqual((await read(text))?.facts ?? [], []);
  });
}

test('what .NET writes for every failure of GSSAPI is no code to look up', async () => {
  const text =
    'Win32Exception (0x80090020): GSSAPI operation failed with error - Unspecified GSS failure.';
  const [claimed] = (await read(text))?.claimed ?? [];
  assert.equal(text.slice(claimed?.start, claimed?.end), '0x80090020');
});

test('cut or mixed up, it never throws, and places stay within the text', async () => {
  await assertMixed({ reader: dotnet, seen: seenDotnet, texts: ROWS.map(([, text]) => text) });
});

for (const piece of [
  `HTTP 'Ntlm' `,
  'WinRM ',
  'Win32Exception (0x80090308) ',
  'specified credentials were rejected by the server ',
  '+ iwr a\n',
]) {
  test(`linear in ${JSON.stringify(piece)}`, async () => {
    await assertLinear(piece, read);
  });
}
