/**
 * Who may fetch the password of a group managed service account:
 *
 *     PrincipalsAllowedToRetrieveManagedPassword : {CN=WebServers,OU=Groups,DC=contoso,DC=com}
 *
 * A server that is not among them, also through a group, cannot start a pool under the account. A
 * server that was added to a group has to restart, or renew its own tickets, before it counts.
 */
import type { Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import { displayName } from '../../../facts/names.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { listed, logonOf, placeOf, SHOWN, who } from './wording.ts';

export const passwordReaders: Rule = {
  id: 'ad-object.password-readers',
  says: 'Who may fetch the password of a managed account.',
  needs: ['directoryAccount'],
  judge: (facts) =>
    facts
      .all('directoryAccount')
      .filter(({ passwordReaders: readers }) => readers !== undefined && readers.length > 0)
      .slice(0, SHOWN)
      .map((account) => {
        const { passwordReaders: readers = [] } = account;
        const at = placeOf(account, 'password-readers');
        return {
          severity: 'info',
          ...told`${stated(listed(readers.map(displayName)), at)} may fetch the password of ${who(account, 'the account')}; every web server of the site has to be among them, or in such a group.`,
          article: 'gmsa-app-pool',
          evidence: [at],
          next: [run('server', command`Test-ADServiceAccount ${[logonOf(account), 'ACCOUNT']}`)],
        } as const;
      }),
};
