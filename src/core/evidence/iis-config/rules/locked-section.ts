/**
 * A web.config sets a section that the server's own file locks: 500.19 (0x80070021).
 *
 *     <section name="windowsAuthentication" overrideModeDefault="Deny" />      applicationHost.config
 *     <windowsAuthentication enabled="true" />                                 web.config
 *
 * Can be wrong when a location that unlocks the section covers the site of that web.config.
 */
import type { Rule } from '../../../case/rule.ts';
import { told } from '../../../text/told.ts';

export const lockedSection: Rule = {
  id: 'config.locked-section',
  says: 'A web.config sets a section that is locked.',
  needs: ['windowsAuthentication', 'sectionLock'],
  judge: (facts) => {
    const one = facts.all('windowsAuthentication').find(({ file }) => file === 'web.config');
    const locks = facts
      .all('sectionLock')
      .filter(({ section }) => /^(?:windowsAuthentication)?$/i.test(section));
    const isUnlocked = locks.some(({ isLocked }) => !isLocked);
    const lock = locks.find(({ isLocked }) => isLocked);
    if (!one || !lock || isUnlocked) return [];
    return [
      {
        severity: 'error',
        ...told`This web.config sets windowsAuthentication, and the server locks that section: IIS answers 500.19.`,
        article: '500-19-locked-auth-section',
        evidence: [one.at, lock.at],
        caveat: 'Unless this text is the web.config of a different server.',
      },
    ];
  },
};
