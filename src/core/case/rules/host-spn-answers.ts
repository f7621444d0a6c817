/**
 * No account holds the HTTP SPN, and the KDC takes HOST/ of the same name in its place:
 *
 *     setspn -F -Q HTTP/web01.contoso.com    No such SPN found.
 *     setspn -L web01                        HOST/web01.contoso.com
 *     config                                 useKernelMode, useAppPoolCredentials, the pool
 *
 * That is right where the computer account decrypts, and wrong where the pool's account does. A name
 * with a port has no such fallback. A search without -F proves nothing for the other domains of
 * the forest. Source: LookupSPN, MS-DRSR 4.1.4.2.14; the attribute sPNMappings.
 */
import { run, say } from '../../contract/step.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import type { FactOf } from '../../facts/fact.ts';
import { isSpelledAs, spelled, type Spn } from '../../facts/names.ts';
import { command } from '../../text/escape/command.ts';
import { stated, told } from '../../text/told.ts';
import { canDecrypt } from '../join/can-decrypt.ts';
import { decryptingAccounts, type Decrypting } from '../join/decrypting-account.ts';
import { holdersOf, onlyHolderOf } from '../join/spn-holders.ts';
import type { Diagnosis, Judgement, Rule } from '../rule.ts';
import { askForConfig } from './cross-source-requests.ts';

type Search = FactOf<'spnSearch'>;
type SpnOwner = FactOf<'spnOwner'>;

const WRONG = 'case.host-spn-not-decrypted';

export const hostSpnAnswers: Rule = {
  id: 'case.host-spn-answers',
  says: 'No account holds the HTTP SPN, and HOST/ of the computer account takes its place.',
  needs: ['spnSearch', 'windowsAuthentication'],
  asks: { windowsAuthentication: askForConfig },
  settles: [
    {
      check: 'decrypting-account',
      state: 'failed',
      finding: WRONG,
      says: 'HOST/ of the computer account answers for the SPN, and another account decrypts.',
    },
    {
      check: 'decrypting-account',
      state: 'passed',
      says: 'HOST/ of the computer account answers for the SPN, and the computer account decrypts.',
    },
  ],
  judge: (facts) => {
    for (const search of facts.all('spnSearch')) {
      const { spn, owners } = search;
      const isOpen = spn?.service === 'HTTP' && spn.port === undefined && owners === 0;
      if (isOpen && holdersOf(spn, facts).length === 0) return judge(search, spn, facts);
    }
    return [];
  },
};

function judge(search: Search, spn: Spn, facts: FactBase): Judgement {
  const host = { service: 'HOST', host: spn.host };
  const owner = onlyHolderOf(host, facts);
  if (!owner) {
    const isSearched = facts.all('spnSearch').some((one) => isSpelledAs(one.spn, host));
    const isKnown = isSearched || holdersOf(host, facts).length > 0;
    return isKnown ? [] : { undecided: [search.at], missing: ['setspn'] };
  }
  const all = decryptingAccounts(spn.host, facts);
  const [by] = all;
  if (!by) return [];
  const answers = all.map((one) => canDecrypt(owner, one, facts));
  const evidence = [search.at, owner.at, ...all.flatMap((one) => one.evidence)];
  const caveat = [
    ...new Set([...answers, ...all].flatMap((one) => one.caveat ?? [])),
    ...(search.scope === 'forest' ? [] : [ONE_DOMAIN]),
    'Only if this configuration is that of the server that answers.',
  ].join(' ');
  if (answers.every(({ can }) => can === 'yes'))
    return [right(search, spn, owner, by, evidence, caveat)];
  if (answers.every(({ can }) => can === 'no'))
    return [wrong(search, spn, owner, by, evidence, caveat)];
  return {
    undecided: evidence,
    missing: owner.isComputer === true && by.as === 'computer' ? ['token'] : ['config'],
  };
}

const ONE_DOMAIN =
  'Without -F one domain was searched; an account of another domain of the forest may hold the SPN.';

type Words = (
  search: Search,
  spn: Spn,
  owner: SpnOwner,
  by: Decrypting,
  evidence: Diagnosis['evidence'],
  caveat: string,
) => Diagnosis;

const right: Words = (search, spn, owner, by, evidence, caveat) => ({
  severity: 'ok',
  ...told`No account holds ${stated(spelled(spn), search.at)}, and none needs to: ${stated(`HOST/${spn.host}`, owner.at)} on the computer account ${owner.account.name} answers, and ${by.why}.`,
  article: 'default-host-spn',
  evidence,
  caveat,
});

const wrong: Words = (search, spn, owner, by, evidence, caveat) => ({
  id: WRONG,
  severity: 'error',
  ...told`No account holds ${stated(spelled(spn), search.at)}, so the KDC makes the ticket for ${stated(owner.account.name, owner.at)}, which holds ${`HOST/${spn.host}`}, and ${by.why}: it cannot decrypt the ticket.`,
  article: 'default-host-spn',
  evidence,
  caveat,
  next: [
    say(
      'If this is the name of the server itself, let the computer account decrypt, or give the site a host name of its own: other HTTP services of the server use this name, too.',
    ),
    run(
      'server',
      command`%windir%\\system32\\inetsrv\\appcmd.exe set config "${[by.location, 'SITE']}" -section:system.webServer/security/authentication/windowsAuthentication /useKernelMode:true /useAppPoolCredentials:false /commit:apphost`,
    ),
    say('If the name is that of the site alone, register it on the account that decrypts:'),
    run(
      'anywhere',
      command`setspn -F -S ${[spelled(spn), 'SPN']} ${[by.account?.written, 'ACCOUNT THAT DECRYPTS']}`,
    ),
  ],
});
