/**
 * SQL Server listens under a name for which nobody holds an SPN:
 *
 *     Suggested SPN                        Exists  Status
 *     MSSQLSvc/SQL01.contoso.com:2433      False   SPN does not exist.
 *
 * It matters for a second hop: the site then gets NTLM to the database, which cannot carry the user. The names
 * without a domain are not needed, and neither are those with a dynamic port.
 */
import type { Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import { spelled } from '../../../facts/names.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';

export const suggestedSpn: Rule = {
  id: 'registry.suggested-spn',
  says: 'SQL Server has no SPN under one of its names.',
  needs: ['spnSearch'],
  settles: [
    {
      check: 'second-hop',
      state: 'known',
      says: 'No account holds an SPN for SQL Server under one of its names, so Kerberos to it fails under that name.',
    },
  ],
  judge(facts) {
    const missing = facts
      .all('spnSearch')
      .filter(
        ({ spn, owners }) => spn?.service === 'MSSQLSVC' && spn.host.includes('.') && owners === 0,
      );
    const [first] = missing;
    if (!first?.spn) return [];
    const name = spelled(first.spn).replace('MSSQLSVC/', 'MSSQLSvc/');
    return [
      {
        severity: 'info',
        ...told`No account holds ${stated(name, first.at)}: a site that goes on to this SQL Server as the user gets no Kerberos ticket for it.`,
        article: 'setspn-guide',
        evidence: missing.map(({ at }) => at),
        caveat: 'A dynamic port needs no SPN. Give the instance a fixed port first.',
        next: [
          run('anywhere', command`setspn -F -Q ${[name, 'SPN']}`),
          run(
            'anywhere',
            command`setspn -S ${[name, 'SPN']} ${[undefined, 'ACCOUNT OF SQL SERVER']}`,
          ),
        ],
      },
    ];
  },
};
