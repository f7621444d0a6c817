/** HTTP.sys could not use a TLS binding, or its settings were changed (HttpEvent 15016, 15021, 15300, 15301). */
import type { Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { grouped, MOST, placesOf, times } from './words.ts';

export const tlsBinding: Rule = {
  id: 'event.tls-binding',
  says: 'HTTP.sys recorded a fault or a change of a TLS binding.',
  needs: ['tlsBindingEvent'],
  judge: (facts) =>
    grouped(facts.all('tlsBindingEvent'), ({ event, endpoint }) => `${event} ${endpoint ?? ''}`)
      .slice(0, MOST)
      .map((group) => {
        const [{ what, endpoint, at }] = group;
        const where = stated(endpoint ?? 'a binding', at);
        const count = times(group);
        const title = {
          failed: told`HTTP.sys could not use the certificate of ${where}${count}: connections end before any request, so no logon is asked for.`,
          deleted: told`The certificate was removed from ${where}${count}.`,
          created: told`A certificate was bound to ${where}${count}.`,
          'no-package': told`HTTP.sys could not start the security package ${where}${count}, so kernel mode cannot authenticate with it.`,
        }[what];
        return {
          severity: what === 'failed' || what === 'no-package' ? 'error' : 'info',
          ...title,
          article: 'collect-server-state',
          evidence: placesOf(group),
          caveat: 'A browser shows this as a connection error and not as a 401.',
          next: [run('server', command`netsh http show sslcert`)],
        };
      }),
};
