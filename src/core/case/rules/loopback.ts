/**
 * The client is the server itself, and the logon was refused:
 *
 *     row      c-ip 10.0.0.4    s-ip 10.0.0.4    401 1 2148074252
 *     4625     NTLM, 0xC000006D without a sub status, workstation WEB01      or event 6037
 *     Lsa      BackConnectionHostNames: (none)
 *
 * That is the loopback check, and not the password. A name in BackConnectionHostNames, and the check switched
 * off, are against it. Can be wrong where a proxy on the server has its address too. Source: KB 896861.
 */
import { run, say } from '../../contract/step.ts';
import type { LogEntry } from '../../contract/decoded.ts';
import { isLoopbackLogon } from '../../evidence/event/rules/loopback-logon.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import { hostOf } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';
import { command } from '../../text/escape/command.ts';
import { stated, told, type Part } from '../../text/told.ts';
import { refusedOnServer } from '../join/own-requests.ts';
import type { Diagnosis, Judgement, Rule } from '../rule.ts';

interface Sign {
  readonly at: Span;
  readonly says: readonly Part[];
  /** The name that was used, where it is told. */
  readonly host?: string;
}

export const loopback: readonly Rule[] = (['logonFailed', 'loopbackRefused'] as const).map(
  (need): Rule => ({
    id: 'case.loopback',
    says: 'The loopback check refused a request of the server to itself.',
    needs: [need, 'log'],
    settles: [
      {
        check: 'two-machines',
        state: 'failed',
        says: 'A refused request came from the web server itself, and Windows recorded the loopback check.',
      },
    ],
    judge: (facts) => judge(facts, need),
  }),
);

function judge(facts: FactBase, need: 'logonFailed' | 'loopbackRefused'): Judgement {
  const [row] = refusedOnServer(facts);
  const [sign] = signsOf(facts, need);
  if (!row || !sign) return [];
  const exempt = exemption(facts, sign.host);
  if (exempt) return { ruledOut: [row.at, exempt] };
  return [finding(row, sign, facts)];
}

function signsOf(facts: FactBase, need: 'logonFailed' | 'loopbackRefused'): Sign[] {
  if (need === 'loopbackRefused') {
    return facts.all('loopbackRefused').map(({ at, target, spn }) => ({
      at,
      says: ['event 6037 names ', stated(target ?? 'the local target', at)],
      ...(spn && { host: spn.host }),
    }));
  }
  return facts
    .all('logonFailed')
    .filter(isLoopbackLogon)
    .map(({ at, event, workstation }) => ({
      at,
      says: [
        `event ${event} has `,
        stated('0xC000006D without a sub status', at),
        workstation === undefined ? '' : ` from ${workstation}, the server itself`,
      ],
    }));
}

/** Where the registry lets the name pass: then something else refused. */
function exemption(facts: FactBase, host: string | undefined): Span | undefined {
  const values = facts.all('registryValue');
  const off = values.find(
    ({ name, number }) => /^DisableLoopbackCheck$/i.test(name) && number === 1,
  );
  const named = values.find(
    ({ name, texts = [] }) =>
      /^BackConnectionHostNames$/i.test(name) &&
      host !== undefined &&
      texts.some((text) => hostOf(text) === host),
  );
  return (off ?? named)?.at;
}

function finding(row: LogEntry, sign: Sign, facts: FactBase): Diagnosis {
  const list = facts
    .all('registryValue')
    .find(({ name }) => /^BackConnectionHostNames$/i.test(name));
  const start = told`The loopback check refused the logon, and not the password: the client address ${stated(row.clientIp ?? '', row.at)} is the server's own, and `;
  const parts = [...start.parts, ...sign.says.filter((part) => part !== ''), '.'];
  return {
    severity: 'error',
    title: parts.map((part) => (typeof part === 'string' ? part : part.text)).join(''),
    parts,
    article: 'loopback-check',
    evidence: [row.at, sign.at, ...(list ? [list.at] : [])],
    caveat:
      'A proxy on the server has its address too. A wrong password has sub status 0xC000006A.',
    next: [
      say('Browse from another computer. If it works there, the site needs no change.'),
      run(
        'server',
        command`reg query HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\MSV1_0 /v BackConnectionHostNames`,
      ),
      say('If the server has to reach itself under that name, add the name to that list.'),
    ],
  };
}
