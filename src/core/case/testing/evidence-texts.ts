/** Evidence as commands and logs print it, with the names that a test needs; for cases of several sources. */

export const klist = (
  spn: string,
  etype = 'AES-256-CTS-HMAC-SHA1-96',
  flags = '0x40a10000 -> forwardable renewable pre_authent name_canonicalize',
): string => `Current LogonId is 0:0xb280d

Cached Tickets: (1)

#0>     Client: alex @ CONTOSO.COM
        Server: ${spn} @ CONTOSO.COM
        KerbTicket Encryption Type: ${etype}
        Ticket Flags ${flags}
        Start Time: 3/2/2026 9:12:39 (local)
        End Time:   3/2/2026 19:10:39 (local)
        Renew Time: 3/9/2026 9:10:39 (local)
        Session Key Type: AES-256-CTS-HMAC-SHA1-96
        Cache Flags: 0
        Kdc Called: dc01.contoso.com
`;

/** A session without any ticket. */
export const noTickets = `Current LogonId is 0:0xb280d

Cached Tickets: (0)
`;

export const klistRefused = (spn: string): string => `C:\\>klist get ${spn}
klist failed with 0xc000018b/-1073741429: The SAM database on the Windows Server does not have a computer account.
`;

export const setspn = (spn: string, cn: string): string => `C:\\>setspn -F -Q ${spn}
Checking forest DC=contoso,DC=com
CN=${cn},OU=Service,DC=contoso,DC=com
        ${spn}

Existing SPN found!
`;

export const noSuchSpn = (spn: string): string => `C:\\>setspn -F -Q ${spn}
Checking forest DC=contoso,DC=com

No such SPN found.
`;

/** All SPNs of a computer. */
export const computerSpns = (name: string): string => `C:\\>setspn -L ${name}
Registered ServicePrincipalNames for CN=${name},OU=Servers,DC=contoso,DC=com:
        HOST/${name}.contoso.com
        HOST/${name}
`;

interface Settings {
  readonly user?: string;
  readonly host?: string;
  readonly kernelOnly?: boolean;
  readonly providers?: readonly string[];
  readonly tokenChecking?: string;
}

/** The part of applicationHost.config that tells of one site. */
export function config({
  user,
  host = 'portal.contoso.com',
  kernelOnly = false,
  providers = ['Negotiate', 'NTLM'],
  tokenChecking,
}: Settings = {}): string {
  const identity = user
    ? `identityType="SpecificUser" userName="${user}"`
    : 'identityType="ApplicationPoolIdentity"';
  const list = providers.map((name) => `<add value="${name}" />`).join('');
  const protection = tokenChecking ? `<extendedProtection tokenChecking="${tokenChecking}" />` : '';
  return `<configuration>
  <system.applicationHost>
    <applicationPools><add name="portal"><processModel ${identity} /></add></applicationPools>
    <sites>
      <site name="Portal" id="2">
        <application path="/" applicationPool="portal"><virtualDirectory path="/" physicalPath="C:\\portal" /></application>
        <bindings><binding protocol="https" bindingInformation="*:443:${host}" /></bindings>
      </site>
    </sites>
  </system.applicationHost>
  <location path="Portal">
    <system.webServer><security><authentication>
      <windowsAuthentication enabled="true" useKernelMode="true" useAppPoolCredentials="${String(!kernelOnly)}">
        <providers><clear />${list}</providers>${protection}
      </windowsAuthentication>
    </authentication></security></system.webServer>
  </location>
</configuration>
`;
}

/** Rows of 2 March 2026; each is `08:15:02 401 2 5`, with a user and a client after it. */
export function log(...rows: readonly string[]): string {
  const head = `#Software: Microsoft Internet Information Services 10.0
#Date: 2026-03-02 08:15:02
#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken`;
  const lines = rows.map((row) => {
    const [time = '', status = '', substatus = '', win32 = '', user = '-', client = '192.0.2.17'] =
      row.split(' ');
    return `2026-03-02 ${time} 10.0.0.4 GET /app/ - 443 ${user} ${client} Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64) - ${status} ${substatus} ${win32} 3`;
  });
  return `${[head, ...lines].join('\n')}\n`;
}

export const ntlmLog = log(
  '08:15:02 401 2 5',
  '08:15:02 401 1 2148074254',
  '08:15:02 200 0 0 CONTOSO\\alex',
);

/** An event as Event Viewer copies it. */
export const event = (
  source: string,
  id: number,
  description: string,
  computer = 'web01.contoso.com',
  time = '3/2/2026 8:15:01 AM',
): string => `Log Name:      ${source.endsWith('Auditing') ? 'Security' : 'System'}
Source:        ${source}
Date:          ${time}
Event ID:      ${id}
Level:         Information
Computer:      ${computer}
Description:
${description}
`;

export const event4769 = (
  service: string,
  code = '0x0',
  etype = '0x12',
  address = '192.0.2.17',
): string =>
  event(
    'Microsoft-Windows-Security-Auditing',
    4769,
    `A Kerberos service ticket was requested.

Account Information:
	Account Name:		alex@CONTOSO.COM
	Account Domain:		CONTOSO.COM

Service Information:
	Service Name:		${service}

Network Information:
	Client Address:		::ffff:${address}
	Client Port:		58185

Additional Information:
	Ticket Options:		0x40810000
	Ticket Encryption Type:	${code === '0x0' ? etype : '0xffffffff'}
	Failure Code:		${code}
	Transited Services:	-
`,
    'dc01.contoso.com',
  );

interface Logon {
  readonly status?: string;
  readonly subStatus?: string;
  readonly package?: 'Kerberos' | 'NTLM';
  readonly user?: string;
  readonly domain?: string;
  readonly workstation?: string;
  readonly address?: string;
}

/** 4625 with a status, 4624 without one. */
export function eventLogon({
  status,
  subStatus = '0x0',
  package: name = 'NTLM',
  user = 'alex',
  domain = 'CONTOSO',
  workstation = 'PC081',
  address = '192.0.2.17',
}: Logon = {}): string {
  const id = status === undefined ? 4624 : 4625;
  const failure = `Failure Information:
	Failure Reason:		An Error occured during Logon.
	Status:			${status ?? ''}
	Sub Status:		${subStatus}
`;
  return event(
    'Microsoft-Windows-Security-Auditing',
    id,
    `${id === 4624 ? 'An account was successfully logged on.' : 'An account failed to log on.'}

Subject:
	Security ID:		S-1-0-0
	Account Name:		-
	Account Domain:		-
	Logon ID:		0x0

Logon Type:			3

${id === 4624 ? 'New Logon' : 'Account For Which Logon Failed'}:
	Security ID:		S-1-5-21-4228717743-1032521047-1810997296-1104
	Account Name:		${user}
	Account Domain:		${domain}

${status === undefined ? '' : failure}
Process Information:
	Process ID:		0x0
	Process Name:		-

Network Information:
	Workstation Name:	${workstation}
	Source Network Address:	${address}
	Source Port:		52121

Detailed Authentication Information:
	Logon Process:		${name === 'NTLM' ? 'NtLmSsp ' : 'Kerberos'}
	Authentication Package:	${name}
	Transited Services:	-
	Package Name (NTLM only):	${name === 'NTLM' ? 'NTLM V2' : '-'}
	Key Length:		0
`,
  );
}

export const decryptFailed = (server: string, target: string): string =>
  event(
    'Microsoft-Windows-Security-Kerberos',
    4,
    `The Kerberos client received a KRB_AP_ERR_MODIFIED error from the server ${server}. The target name used was ${target}. This indicates that the target server failed to decrypt the ticket provided by the client.`,
    'pc081.contoso.com',
  );

export const keyMissing = (account: string, spn: string, requested: string, available: string) =>
  event(
    'Microsoft-Windows-Kerberos-Key-Distribution-Center',
    16,
    `While processing a TGS request for the target server ${spn}, the account ${account} did not have a suitable key for generating a Kerberos ticket (the missing key has an ID of 9). The requested etypes were ${requested}. The accounts available etypes were ${available}. Changing or resetting the password of ${account} will generate a proper key.`,
    'dc01.contoso.com',
  );

export const directoryUser = (
  name: string,
  etypes: number,
  passwordSet = '3/2/2026 8:15:02 AM',
): string => `PS C:\\> Get-ADUser ${name} -Properties *

DistinguishedName                    : CN=${name},OU=Service,DC=contoso,DC=com
Enabled                              : True
LockedOut                            : False
msDS-SupportedEncryptionTypes        : ${etypes}
ObjectClass                          : user
PasswordLastSet                      : ${passwordSet}
SamAccountName                       : ${name}
`;

export const w32tm = (
  offset: string,
  dc = 'dc01.contoso.com',
): string => `Tracking ${dc} [10.0.0.10:123].
Collecting 1 samples.
The current time is 3/2/2026 8:20:00 AM.
08:20:00, ${offset}s
`;

export const dnsAddress = (
  name: string,
  address: string,
): string => `PS C:\\> Resolve-DnsName ${name}

Name                                           Type   TTL   Section    IPAddress
----                                           ----   ---   -------    ---------
${name}                             A      3600  Answer     ${address}
`;

export const dnsAlias = (name: string, target: string): string => `PS C:\\> Resolve-DnsName ${name}

Name                           Type   TTL   Section    NameHost
----                           ----   ---   -------    --------
${name}             CNAME  3600  Answer     ${target}
`;

/** An export of edge://policy. */
export const edgePolicies = (policies: Readonly<Record<string, string>>): string =>
  JSON.stringify({
    chromeMetadata: { application: 'Microsoft Edge', platform: 'Windows 11 (Build 26100)' },
    policyValues: {
      chrome: {
        name: 'Microsoft Edge Policies',
        policies: Object.fromEntries(
          Object.entries(policies).map(([name, value]) => [
            name,
            { level: 'mandatory', scope: 'machine', source: 'platform', value },
          ]),
        ),
      },
    },
  });

export const scVerify = (status: string): string => `C:\\>nltest /sc_verify:contoso.com
Flags: 0
Trusted DC Name \\\\DC01.contoso.com
Trusted DC Connection Status Status = 0 0x0 NERR_Success
Trust Verification Status = ${status}
The command completed successfully
`;

/** A request and its 401. */
export const offer = (
  host: string,
  schemes: readonly string[],
  headers: readonly string[] = [],
): string =>
  `${[
    'GET /app/ HTTP/1.1',
    `Host: ${host}`,
    ...headers,
    '',
    'HTTP/1.1 401 Unauthorized',
    'Server: Microsoft-IIS/10.0',
    ...schemes.map((scheme) => `WWW-Authenticate: ${scheme}`),
    'Content-Length: 0',
  ].join('\r\n')}\r\n\r\n`;

export const ntlmEvent = (
  reasonId: number,
  reason: string,
  target: string,
): string => `Log Name:      Microsoft-Windows-NTLM/Operational
Source:        Microsoft-Windows-NTLM
Date:          3/2/2026 8:15:01 AM
Event ID:      4020
Computer:      pc081.contoso.com
Description:
This machine attempted to authenticate to a remote resource via NTLM.
Process Information:
  Process Name: msedge.exe
  Process PID: 0x1234
Client Information:
  Username: alex
  Domain: CONTOSO
  Hostname: PC081
  Sign-On Type: Single Sign-On
Target Information:
  Target Machine: ${target.split('/')[1] ?? ''}
  Target Domain: 
  Target Resource: ${target}
  Target IP: 10.0.0.7
  Target Network Name: 
NTLM Usage:
  Reason ID: ${reasonId}
  Reason: ${reason}
NTLM Security:
  Negotiated Flags: 0xE2888215
  NTLM Version: NTLMv2
  Session Key Status: Present
  Channel Binding: Unsupported
  Service Binding: ${target}
  MIC Status: Protected
`;

/** The address of the web server whose log `log` writes. */
export const IPCONFIG = `C:\\>ipconfig

Windows IP Configuration

Ethernet adapter Ethernet:
   IPv4 Address. . . . . . . . . . . : 10.0.0.4
   Subnet Mask . . . . . . . . . . . : 255.255.255.0
`;

/** A request with a token that is not valid. */
export const REFUSED = log('08:15:02 401 1 2148074248');
