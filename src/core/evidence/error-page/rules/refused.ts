/**
 * What the page of IIS says by its substatus, its module and its error code:
 *
 *     HTTP Error 401.1 - Unauthorized
 *     Module       WindowsAuthenticationModule
 *     Error Code   0x80090308
 *
 * Certain about what IIS answered. The causes that a page lists are the same for every request of its
 * substatus and prove nothing. A page of another request, or one that a proxy has kept, looks the same.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { PROVED_BY_REFUSAL } from '../../../codes/iis-refusal.ts';
import type { Severity } from '../../../contract/decoded.ts';
import { evidenceOf, meaningOf, SHOWN, stepsFor, whatHappened, type Page } from './wording.ts';

const SEC_E_NO_CREDENTIALS = 0x8009_030e;

export const refused: Rule = {
  id: 'error-page.refused',
  says: 'The page names the substatus, and what set it.',
  needs: ['errorPage'],
  settles: PROVED_BY_REFUSAL,
  judge: (facts) => {
    const pages = facts.all('errorPage').filter(({ by }) => by === 'iis');
    return pages.slice(0, SHOWN).flatMap(diagnosis);
  },
};

function diagnosis(page: Page): Diagnosis[] {
  const found = meaningOf(page);
  if (!found) return [];
  const parts = [...whatHappened(page), ` ${found.meaning}${wasTheEnd(page)}`];
  return [
    {
      severity: severityOf(page),
      title: parts.map((part) => (typeof part === 'string' ? part : part.text)).join(''),
      parts,
      article: found.article,
      evidence: evidenceOf(page),
      caveat:
        'What the page lists below "most likely causes" is the same for every request of this substatus.',
      next: stepsFor(page),
    },
  ];
}

/** A browser draws the page of a middle step only where it has nothing to answer it with. */
function wasTheEnd({ substatus, code }: Page): string {
  if (substatus !== 1 || code !== SEC_E_NO_CREDENTIALS) return '';
  return ' A client that shows this page went no further.';
}

/** A refused logon without its code, and the offer of 401.2, say that there is more to find out. */
function severityOf({ status = 401, substatus, code }: Page): Severity {
  if (status !== 401) return status >= 500 ? 'error' : 'warning';
  if (substatus === 2) return 'warning';
  return substatus === 1 && code === undefined ? 'warning' : 'error';
}
