/**
 * Whether the client of a refused request ran on the web server:
 *
 *     ipconfig    IPv4 Address. . . : 10.0.0.21
 *     row         s-ip 10.0.0.21    c-ip 10.0.0.21    401 1
 *
 * When both addresses of the row are the computer's own, Windows does not use Kerberos by default, and the loopback
 * check refuses NTLM under any other name. A proxy or load balancer may stand where the client seems to be.
 */
import type { LogEntry } from '../../contract/decoded.ts';
import { run } from '../../contract/step.ts';
import { command } from '../../text/escape/command.ts';
import { stated, told } from '../../text/told.ts';
import type { Judgement, Rule } from '../rule.ts';

const LOOPBACK = /^(?:127\.|::1$)/;

const valueOf = ({ fields }: LogEntry, name: string): string | undefined =>
  fields.find((field) => field.name.toLowerCase() === name)?.value;

export const clientOnServer: Rule = {
  id: 'case.client-on-server',
  says: 'The client of the refused request ran on the web server itself.',
  needs: ['ownAddress', 'log'],
  settles: [
    {
      check: 'two-machines',
      state: 'failed',
      says: 'The client address of a refused request is one of the addresses of the web server.',
    },
    {
      check: 'two-machines',
      state: 'passed',
      when: 'ruled-out',
      says: 'The client addresses of the refused requests are none of the addresses of the web server.',
    },
  ],
  judge: (facts): Judgement => {
    const own = facts.all('ownAddress');
    const addresses = new Set(own.map(({ address }) => address.toLowerCase()));
    const isOwn = (address: string | undefined): boolean =>
      address !== undefined && (addresses.has(address.toLowerCase()) || LOOPBACK.test(address));
    // The addresses are the server's only if the row says so.
    const rows = (facts.log?.entries ?? []).filter(
      (entry) =>
        entry.status === 401 && entry.clientIp !== undefined && isOwn(valueOf(entry, 's-ip')),
    );
    const [same] = rows.filter(({ clientIp }) => isOwn(clientIp));
    if (rows.length === 0) return [];
    if (!same) return { ruledOut: rows.slice(0, 5).map(({ at }) => at) };
    const [place] = own;
    return [
      {
        severity: 'warning',
        ...told`The refused request came from the web server itself: its client address ${stated(same.clientIp ?? '', same.at)} is the server's own.`,
        article: 'loopback-check',
        evidence: [same.at, ...(place ? [place.at] : [])],
        caveat: 'A proxy on the server has its address, too.',
        next: [
          run(
            'server',
            command`reg query HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\MSV1_0 /v BackConnectionHostNames`,
          ),
          run(
            'server',
            command`reg query HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa /v DisableLoopbackCheck`,
          ),
        ],
      },
    ];
  },
};
