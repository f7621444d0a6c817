/**
 * The account that failed to decrypt a ticket, against the account that holds the SPN:
 *
 *     Kerberos 4    from the server svc-portal. The target name used was HTTP/portal.contoso.com
 *     setspn -Q     CN=svc-old,OU=Service,DC=contoso,DC=com
 *
 * Two accounts: the ticket was made for the wrong one. One account: the SPN is right, and the key differs -
 * the pool has another password than the directory, or the ticket is older than the last change of it.
 * Can be wrong where the SPN was moved between the event and the search. Source: RFC 4120 3.2.3.
 */
import type { FactBase, Need } from '../../facts/fact-base.ts';
import type { FactOf } from '../../facts/fact.ts';
import {
  bareName,
  compareAccounts,
  displayName,
  isComputerLike,
  logonName,
  spelled,
} from '../../facts/names.ts';
import { run, say } from '../../contract/step.ts';
import { command } from '../../text/escape/command.ts';
import { stated, told } from '../../text/told.ts';
import { failedDecryptions, type FailedDecryption } from '../join/failed-decryptions.ts';
import { accountOfOwner, onlyHolderOf } from '../join/spn-holders.ts';
import type { Diagnosis, Rule } from '../rule.ts';
import { askForOwner } from './cross-source-requests.ts';

const ID = 'case.not-the-owner';
const OWNER = 'case.owner-with-other-key';

function ruleFor(need: Need, source: FailedDecryption['source']): Rule {
  return {
    id: ID,
    says: 'An account that does not hold the SPN tried to decrypt the ticket.',
    needs: [need, 'spnOwner'],
    asks: {
      spnOwner: (facts) =>
        failedDecryptions(facts).some((one) => one.source === source)
          ? askForOwner(facts)
          : undefined,
    },
    settles: [
      {
        check: 'decrypting-account',
        state: 'failed',
        says: 'An account that does not hold the SPN tried to decrypt the ticket.',
      },
      {
        check: 'decrypting-account',
        state: 'failed',
        finding: OWNER,
        says: 'The account that holds the SPN could not decrypt the ticket: its key is another one.',
      },
    ],
    judge: (facts) => judge(facts, source),
  };
}

export const notTheOwner: readonly Rule[] = [
  ruleFor('decryptFailed', 'event'),
  ruleFor('tokens', 'token'),
];

function judge(facts: FactBase, source: FailedDecryption['source']): Diagnosis[] {
  const compared = failedDecryptions(facts)
    .filter((one) => one.source === source)
    .flatMap((failed) => {
      const owner = onlyHolderOf(failed.spn, facts);
      return owner && failed.by ? [compare(failed, owner)] : [];
    });
  return compared.slice(0, 1);
}

function compare(failed: FailedDecryption, owner: FactOf<'spnOwner'>): Diagnosis {
  const { by } = failed;
  const account = accountOfOwner(owner);
  const isOne =
    by !== undefined &&
    bareName(by) === bareName(account) &&
    compareAccounts(by, account) !== 'different';
  return isOne ? otherKey(failed, owner) : otherAccount(failed, owner);
}

function otherAccount(failed: FailedDecryption, owner: FactOf<'spnOwner'>): Diagnosis {
  const { spn, by, at } = failed;
  const holder = accountOfOwner(owner);
  const tried = by?.written ?? '';
  const isComputer = by !== undefined && isComputerLike(by);
  return {
    severity: 'error',
    ...told`${stated(tried, at)} tried to decrypt a ticket for ${spelled(spn)}, and ${stated(displayName(holder), owner.at)} holds that SPN: the ticket was made for the wrong account.`,
    article: 'spn-identity-match',
    evidence: [at, owner.at],
    caveat: [
      holder.form === 'cn'
        ? 'setspn shows the common name of the holder, which can differ from its logon name.'
        : '',
      'Only if the SPN was not moved between the two.',
    ]
      .join(' ')
      .trim(),
    next: [
      ...(isComputer
        ? [
            say(
              'The computer account decrypts, so kernel mode is on. Either let the pool decrypt (useAppPoolCredentials), or move the SPN:',
            ),
          ]
        : [say('Move the SPN to the account that decrypts:')]),
      run(
        'anywhere',
        command`setspn -D ${[spelled(spn), 'SPN']} ${[logonName(holder), 'PRESENT OWNER']}`,
      ),
      run(
        'anywhere',
        command`setspn -F -S ${[spelled(spn), 'SPN']} ${[by && bareName(by), 'ACCOUNT THAT DECRYPTS']}`,
      ),
      run('client', command`klist purge`),
    ],
  };
}

function otherKey(failed: FailedDecryption, owner: FactOf<'spnOwner'>): Diagnosis {
  const { spn, by, at } = failed;
  return {
    id: OWNER,
    severity: 'error',
    ...told`${stated(by?.written ?? '', at)} holds ${stated(spelled(spn), owner.at)} and could not decrypt the ticket: the SPN is right, and the key differs.`,
    article: 'krb-ap-err-modified',
    evidence: [at, owner.at],
    caveat:
      'A ticket from before the last change of the password, a pool with the old password, and an account of the same name in another domain look alike.',
    next: [
      say('Get a new ticket, and try again:'),
      run('client', command`klist purge`),
      say(
        'If it stays: enter the password of the account in the application pool again, and recycle it.',
      ),
    ],
  };
}
