/** Names are replaced by others of their shape, each by the same one everywhere. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openCase } from '../../core/index.ts';
import { Mask } from './mask.ts';
import { namesIn } from './masked-names.ts';

const KLIST = [
  'Cached Tickets: (1)',
  '',
  '#0>\tClient: anna @ CONTOSO.COM',
  '\tServer: HTTP/portal.contoso.com @ CONTOSO.COM',
  '\tKerbTicket Encryption Type: AES-256-CTS-HMAC-SHA1-96',
  '\tTicket Flags 0x40a10000 -> forwardable',
  '\tKdc Called: DC01.contoso.com',
].join('\n');
const SETSPN = [
  'C:\\>setspn -Q HTTP/portal.contoso.com',
  'Checking domain DC=contoso,DC=com',
  'CN=svc-old,OU=Service Accounts,DC=contoso,DC=com',
  '\tHTTP/portal.contoso.com',
  '',
  'Existing SPN found!',
].join('\n');

const decoded = await openCase([{ text: KLIST }, { text: SETSPN }]);
const mask = () => new Mask(namesIn(decoded));

const ROWS: readonly (readonly [text: string, masked: string])[] = [
  ['HTTP/portal.contoso.com', 'HTTP/host-1.example'],
  ['setspn -Q HTTP/portal.contoso.com', 'setspn -Q HTTP/host-1.example'],
  ['setspn -D HTTP/portal CONTOSO\\svc-old', 'setspn -D HTTP/host-1 EXAMPLE\\account-1'],
  ['anna @ CONTOSO.COM', 'account-1 @ EXAMPLE'],
  ['svc-old and anna, and svc-old again', 'account-1 and account-2, and account-1 again'],
  ['CN=svc-old,OU=Service Accounts,DC=contoso,DC=com', 'CN=account-1,OU=unit-1,DC=example'],
  ['10.0.0.12 and fe80:1:2::7 and 10.0.0.12', '192.0.2.1 and 2001:db8::2 and 192.0.2.1'],
  ['FABRIKAM\\bob at CONTOSO\\bob', 'EXAMPLE\\account-1 at EXAMPLE-2\\account-1'],
  // A computer's account is called as the computer is.
  ['dc01.contoso.com runs as CONTOSO\\DC01$', 'host-1.example runs as EXAMPLE\\host-1$'],
  ['otherhost.fabrikam.net', 'host-1.example'],
];

for (const [text, masked] of ROWS) {
  test(`${text} -> ${masked}`, () => {
    assert.equal(mask().text(text), masked);
  });
}

/** Words of this guide, files, programs and versions: nobody's names. */
const KEPT = [
  'The ticket is for another account: KRB_AP_ERR_MODIFIED (41), 401.1 with 2148074252.',
  '%windir%\\system32\\inetsrv\\appcmd.exe list apppool "<pool>" /text:*',
  'C:\\inetpub\\logs\\LogFiles\\W3SVC1\\u_ex261120.log',
  'applicationHost.config and web.config, system.webServer/security',
  'NT AUTHORITY\\ANONYMOUS LOGON, IIS APPPOOL\\DefaultAppPool',
  'Mozilla/5.0 Edg/141.0 03:12:44 2026-11-20T03:12:44Z',
  "Get-WinEvent -FilterHashtable @{LogName='Security'; Id=4625}",
];

for (const text of KEPT) {
  test(`nothing is masked in: ${text}`, () => {
    assert.equal(mask().text(text), text);
  });
}

test('no name of the case is left in any text around it', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.constantFrom('anna', 'svc-old', 'portal.contoso.com', 'CONTOSO\\anna', 'dc01'),
          fc.constantFrom(' ', ', ', '/', ':', '"', "'", '@', '(', '\t', ' = '),
        ),
        { maxLength: 12 },
      ),
      (parts) => {
        const masked = mask().text(` ${parts.join(' ')} `);
        assert.doesNotMatch(masked, /anna|svc-old|portal|contoso|dc01/i);
      },
    ),
  );
});
