/** The Debian packages of the lab: those that are missing are installed where that is possible. */
import { spawnSync } from 'node:child_process';

const PACKAGES = [
  'krb5-kdc',
  'krb5-admin-server',
  'krb5-user',
  'apache2',
  'libapache2-mod-auth-gssapi',
  'gss-ntlmssp',
  'python3-gssapi',
  'curl',
  'tshark',
  'chromium',
];

/** For all of them together, on a slow line. */
const INSTALL_MILLISECONDS = 10 * 60_000;

/** Nothing when all are there, else one sentence: what is missing and why it stays so. */
export function preparePackages(): string | undefined {
  if (spawnSync('dpkg-query', ['--version']).error) {
    return `needs Debian's packages ${PACKAGES.join(', ')}, and this is no Debian system`;
  }
  const missing = missingPackages();
  if (missing.length === 0) return undefined;
  if (process.getuid?.() !== 0) {
    return `the packages ${missing.join(', ')} are missing, and only root can install them`;
  }
  console.log(`Installing ${missing.join(', ')}`);
  const said = install(missing) ?? (apt(['update']), install(missing));
  const still = missingPackages();
  if (still.length === 0) return undefined;
  return `the packages ${still.join(', ')} are missing, and apt-get could not install them: ${said ?? ''}`;
}

function missingPackages(): string[] {
  return PACKAGES.filter((name) => {
    const { stdout } = spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status}', name], {
      encoding: 'utf8',
    });
    return stdout !== 'installed';
  });
}

/** Nothing when it went well. */
function install(names: readonly string[]): string | undefined {
  return apt(['install', '-y', '--no-install-recommends', ...names]);
}

function apt(args: readonly string[]): string | undefined {
  const { status, stdout, stderr } = spawnSync('apt-get', args, {
    encoding: 'utf8',
    timeout: INSTALL_MILLISECONDS,
    // The packages' own services stay off: the lab starts its own.
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  });
  return status === 0
    ? undefined
    : `${stdout}${stderr}`
        .split('\n')
        .filter((line) => line.startsWith('E: '))
        .join('; ');
}
