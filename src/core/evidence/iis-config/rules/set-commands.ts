/**
 * Commands that change configuration. Nobody knows from them what is configured now.
 *
 *     appcmd.exe set config "Contoso" -section:.../basicAuthentication /enabled:"True" /commit:apphost
 */
import type { Rule } from '../../../case/rule.ts';
import { say } from '../../../contract/step.ts';
import { told } from '../../../text/told.ts';
import { listConfig } from './wording.ts';

const SECTIONS = 'system.webServer/security/authentication';

export const setCommands: Rule = {
  id: 'config.set-commands',
  says: 'Commands that would change the configuration.',
  needs: ['configCommand'],
  judge: (facts) => {
    const all = facts.all('configCommand');
    const [first] = all;
    if (!first) return [];
    const what = all.map(
      ({ section, sets }) =>
        `${section} (${sets.map(({ name, value }) => (value === '' ? name : `${name} ${value}`)).join(', ')})`,
    );
    const shown = [...new Set(what)].slice(0, 4).join(', ');
    return [
      {
        severity: 'info',
        ...told`These commands would set ${shown}${first.location === undefined ? '' : ` for ${first.location}`}; they do not show what is configured now.`,
        article: '401-2-server-configuration',
        evidence: all.slice(0, 20).map(({ at }) => at),
        next: [say('List what is configured:'), listConfig(first, `${SECTIONS}/${first.section}`)],
      },
    ];
  },
};
