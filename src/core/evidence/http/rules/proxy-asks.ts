/**
 * A proxy asks for credentials:
 *
 *     HTTP/1.1 407 Proxy Authentication Required
 *     Proxy-Authenticate: Negotiate
 *
 * Certain: IIS itself never answers 407, and a browser takes it from a proxy only.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';

const PROXY_STATUS = 407;

export const httpProxyAsks: Rule = {
  id: 'http.proxy-asks',
  says: 'A proxy asks for credentials, not the site.',
  needs: ['messages'],
  judge: ({ messages }) =>
    messages
      .filter(({ direction, status }) => direction === 'response' && status === PROXY_STATUS)
      .slice(0, 1)
      .map(({ at, schemes = [] }): Diagnosis => ({
        severity: 'warning',
        title: `A proxy asks for credentials${schemes.length > 0 ? ` (${schemes.join(', ')})` : ''}, not the site: 407 never comes from IIS.`,
        article: 'http-407-proxy-auth',
        evidence: [at],
        next: [
          run('client', command`netsh winhttp show proxy`),
          run(
            'client',
            command`reg query "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings" /v ProxyServer`,
          ),
          say(
            'If the site is inside, add it to the proxy exceptions; the intranet zone does not help here.',
          ),
        ],
      })),
};
