/**
 * SQLCheck lists the SPNs of the accounts that it has met, and whether another account has them too:
 *
 *     Account     SPN                                      Has Duplicates
 *     SQL01$      HOST/SQL01.contoso.com                   False
 *
 * Only the accounts of the services of SQL Server and the computer are in it, so a site that runs as another account is
 * not.
 */
import type { Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import type { FactBase } from '../../../facts/fact-base.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { displayName, spelled } from '../../../facts/names.ts';
import { counted } from '../../../text/counted.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';

const DUPLICATE = 'registry.duplicate-spn';

/** Rows of the report, and not of setspn. */
function rowsOf(facts: FactBase): { owner: FactOf<'spnOwner'>; isDuplicate: boolean }[] {
  return facts.all('spnOwner').flatMap((owner) => {
    const last = /\s(True|False)$/.exec(facts.written(owner.at))?.[1];
    return last === undefined ? [] : [{ owner, isDuplicate: last === 'True' }];
  });
}

export const listedSpns: Rule = {
  id: 'registry.listed-spns',
  says: 'The report lists which account holds which SPN.',
  needs: ['spnOwner'],
  settles: [
    {
      check: 'one-owner',
      finding: DUPLICATE,
      state: 'failed',
      says: 'The report says of an SPN of a web site that several accounts hold it.',
    },
    {
      check: 'one-owner',
      state: 'known',
      says: 'The report lists the SPNs of the computer and of the accounts of SQL Server. None of them is a duplicate.',
    },
  ],
  judge: (facts) => {
    const rows = rowsOf(facts);
    const [double] = rows.filter(
      ({ owner, isDuplicate }) => isDuplicate && /^(?:HTTP|HOST)$/.test(owner.spn.service),
    );
    const [first] = rows;
    const shown = double ?? first;
    if (!shown) return [];
    const { spn, account, at } = shown.owner;
    const name = spelled(spn);
    return [
      {
        ...(double && { id: DUPLICATE }),
        severity: double ? 'error' : 'info',
        ...(double
          ? told`${stated(name, at)} is held by ${displayName(account)} and by another account.`
          : told`The report lists ${counted(rows.length, 'SPN')}, such as ${stated(name, at)} of ${displayName(account)}.`),
        article: double ? 'spn-duplicate' : 'setspn-guide',
        evidence: rows.slice(0, 20).map(({ owner }) => owner.at),
        next: [run('anywhere', command`setspn -F -Q ${[name, 'SPN']}`)],
      },
    ];
  },
};
