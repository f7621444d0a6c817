/** Apache with mod_auth_gssapi: one site for each keytab, and one that takes NTLM only. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { freePort } from './ports.ts';
import type { Programs } from './programs.ts';
import { KEYTABS, type Keytab, type Realm } from './realm.ts';

export type Site = Keytab | 'ntlm';

const MODULES = ['mpm_event', 'authz_core', 'authn_core', 'authz_user', 'auth_gssapi'];

/** Starts it and returns each site's port. */
export async function startWebServer(
  programs: Programs,
  realm: Realm,
  ntlm: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<Site, number>> {
  const ports = new Map<Site, number>();
  for (const site of [...KEYTABS, 'ntlm'] as const) ports.set(site, await freePort());
  const root = programs.path('www');
  mkdirSync(root);
  writeFileSync(`${root}/index.html`, '<!doctype html><title>Portal</title>\n');
  const sites = [...ports].map(([site, port]) => siteConfig(site, port, realm));
  const config = programs.file('apache.conf', `${serverConfig(programs, root)}${sites.join('')}`);
  await programs.serve(
    'apache2',
    ['-d', programs.directory, '-f', config, '-D', 'FOREGROUND'],
    [...ports.values()],
    { environment: { ...realm.environment, ...ntlm } },
  );
  return ports;
}

function serverConfig(programs: Programs, root: string): string {
  const modules = MODULES.map(
    (name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so\n`,
  );
  return `${modules.join('')}User www-data
Group www-data
ServerName portal.contoso.com
PidFile ${programs.path('apache.pid')}
DefaultRuntimeDir ${programs.directory}
ErrorLog ${programs.path('apache.log')}
LogLevel auth_gssapi:debug
DocumentRoot ${root}
KeepAlive On
StartServers 1
`;
}

function siteConfig(site: Site, port: number, realm: Realm): string {
  const ways =
    site === 'ntlm'
      ? ['GssapiAllowedMech ntlmssp', 'GssapiConnectionBound On']
      : ['GssapiAllowedMech krb5', `GssapiCredStore keytab:${realm.keytab(site)}`];
  return `Listen 127.0.0.1:${port}
<VirtualHost 127.0.0.1:${port}>
  <Location />
    AuthType GSSAPI
    AuthName "Portal"
    ${ways.join('\n    ')}
    Require valid-user
  </Location>
</VirtualHost>
`;
}
