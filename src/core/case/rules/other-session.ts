/**
 * NTLM was used, and klist shows a ticket for the site:
 *
 *     4624     alex, NTLM V2         or a type 3 token, or S-1-5-64-10 in whoami
 *     klist    Client: alex @ CONTOSO.COM    Server: HTTP/portal.contoso.com
 *
 * A ticket that is there is used. So klist ran in another logon session than the browser (as administrator, over
 * WinRM), or the ticket came after the connection had been made, as klist get brings one. Not for two users, and
 * not for two hosts. Can be wrong where the ticket is for a site of the same host on another port.
 */
import { run, say } from '../../contract/step.ts';
import type { FactBase, Need } from '../../facts/fact-base.ts';
import type { FactOf } from '../../facts/fact.ts';
import { isAddress, spelled } from '../../facts/names.ts';
import { command } from '../../text/escape/command.ts';
import { stated } from '../../text/told.ts';
import { canBeOneLogon } from '../join/ntlm/one-logon.ts';
import { ntlmUses, type NtlmUse } from '../join/ntlm/uses.ts';
import type { Diagnosis, Rule } from '../rule.ts';
import { sentence } from './sentence.ts';

/** What shows that a logon used NTLM. A capture and a refused logon do not tell enough of the session. */
const SHOWN_BY: Readonly<Partial<Record<NtlmUse['by'], Need>>> = {
  token: 'tokens',
  logon: 'logon',
  trace: 'tracedLogon',
  session: 'accessToken',
  log: 'log',
};

export const otherSession: Rule = {
  id: 'case.other-logon-session',
  says: 'The ticket is in another logon session than the one that used NTLM, or came after it.',
  needs: [Object.values(SHOWN_BY), 'ticket'],
  settles: [
    {
      check: 'client-sent',
      state: 'failed',
      says: 'NTLM was used, although a cache has a ticket for the site.',
    },
  ],
  judge,
};

function judge(facts: FactBase): Diagnosis[] {
  const tickets = facts
    .all('ticket')
    .filter(({ seen, spn, isExpired }) => seen === 'cache' && spn.service === 'HTTP' && !isExpired);
  for (const use of ntlmUses(facts)) {
    if (use.isUnanswered) continue;
    const ticket = tickets.find((one) => isOfUse(one, use, facts));
    if (!ticket) continue;
    const need = SHOWN_BY[use.by];
    return need !== undefined && facts.has(need) ? [finding(use, ticket)] : [];
  }
  return [];
}

/** The Kerberos realm and the domain of NTLM are two names of one domain, so only user and host are compared. */
function isOfUse({ spn, client }: FactOf<'ticket'>, use: NtlmUse, facts: FactBase): boolean {
  const isToAddress = facts.messages.some(({ host }) =>
    isAddress(host?.replace(/:\d+$/, '') ?? ''),
  );
  if (isToAddress && use.host === undefined && use.by === 'token') return false;
  const { account, ...party } = use;
  const sameUser = !account || !client || account.name === client.name;
  return sameUser && canBeOneLogon(party, { host: spn.host });
}

function finding(use: NtlmUse, { spn, client, at }: FactOf<'ticket'>): Diagnosis {
  const who = client === undefined ? 'klist' : client.written.split('@')[0]?.trim();
  const parts = [
    `${who ?? 'klist'} holds a ticket for `,
    stated(spelled(spn), at),
    ', and yet ',
    ...use.says,
    ': the ticket is in another logon session, or it is newer than the connection.',
  ];
  return {
    severity: 'warning',
    ...sentence(parts),
    article: 'klist-guide',
    evidence: [at, use.at],
    caveat:
      use.host === undefined
        ? 'Only if the NTLM was for this site: the evidence does not name its host.'
        : 'A program that asks for NTLM itself does not use the ticket either.',
    next: [
      say(
        'Close the browser, so that no connection is left. In the session of the user, not as administrator:',
      ),
      run('client', command`klist purge`),
      say(
        'Browse to the site, and list the tickets. Without klist get, a ticket shows that the browser asked for it:',
      ),
      run('client', command`klist`),
    ],
  };
}
