/**
 * Which program a TLS binding of HTTP.sys belongs to, and whether it asks for a client certificate:
 *
 *     IP:port                      : 0.0.0.0:443
 *     Application ID               : {4dc3e181-e14b-4a21-b022-59fc669b0914}
 *     Negotiate Client Certificate : Enabled
 *
 * The id is what the program gave when it made the binding; IIS Manager gives its own, scripts give any.
 */
import type { Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';

/** IIS, and HTTP.sys bindings that IIS Express makes. */
const PROGRAMS: Readonly<Record<string, string>> = {
  '4dc3e181-e14b-4a21-b022-59fc669b0914': 'IIS',
  '214124cd-d05b-4309-9af9-9caa44b2b74a': 'IIS Express',
  '00000000-0000-0000-0000-000000000000': 'a program that gave no id',
};

export const tlsBinding: Rule = {
  id: 'netsh.tls-binding',
  says: 'The TLS bindings of HTTP.sys are known.',
  needs: ['tlsBinding'],
  judge: (facts) => {
    const all = facts.all('tlsBinding');
    const [first] = [...all.filter((one) => one.negotiatesClientCertificate === true), ...all];
    if (!first) return [];
    const { at, binding, applicationId, negotiatesClientCertificate: asks } = first;
    const owner = applicationId === undefined ? undefined : PROGRAMS[applicationId];
    const more = all.length > 1 ? ` It is one of ${all.length} bindings.` : '';
    return [
      {
        severity: 'info',
        ...told`The TLS binding ${stated(binding, at)} is of ${owner ?? 'another program than IIS'}${asks === undefined ? '' : asks ? ', and HTTP.sys asks every client for a certificate in the handshake' : ', and HTTP.sys asks no client for a certificate in the handshake'}.${more}`,
        article: asks === true ? 'http-403-neighbours' : 'collect-server-state',
        evidence: all.map((one) => one.at),
        caveat:
          'The id is whatever the script or program gave that made the binding. A binding does not show which site answers.',
        next: [run('server', command`netsh http show servicestate view=requestq`)],
      },
    ];
  },
};
