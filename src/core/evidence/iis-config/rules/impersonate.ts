/**
 * ASP.NET impersonation, which a pool in integrated mode refuses with 500.24.
 *
 *     <identity impersonate="true" />
 */
import type { Rule } from '../../../case/rule.ts';
import { told } from '../../../text/told.ts';
import { SHOWN, where } from './wording.ts';

export const impersonate: Rule = {
  id: 'config.impersonate',
  says: 'ASP.NET impersonation is on in an integrated pool.',
  needs: ['impersonation'],
  judge: (facts) => {
    const on = facts.all('impersonation').filter(({ enabled }) => enabled);
    const pools = facts.all('applicationPool');
    const isClassic = pools.length > 0 && pools.every((one) => one.pipelineMode === 'Classic');
    const refused = isClassic ? [] : on.filter(({ isValidated }) => isValidated);
    if (refused.length === 0) return on.length > 0 ? { ruledOut: on.map(({ at }) => at) } : [];
    return refused.slice(0, SHOWN).map((one) => ({
      severity: 'warning',
      ...told`ASP.NET impersonation is on in ${where(one)}: a pool in integrated mode answers 500.24.`,
      article: '500-24-impersonation-integrated',
      evidence: [one.at],
      caveat:
        'Not in a pool in classic mode, nor where validateIntegratedModeConfiguration is false.',
    }));
  },
};
