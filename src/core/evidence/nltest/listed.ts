/**
 * Lists of domain controllers: `nltest /dclist`, and of `netdom query` the holders of the roles.
 *
 *     Get list of DCs in domain 'contoso.com' from '\\DC01.contoso.com'.
 *         DC01.contoso.com [PDC]  [DS] Site: HQ
 *         DC02.contoso.com        [DS] Site: HQ
 *
 *     Schema master               DC01.contoso.com
 *     Domain naming master        DC01.contoso.com
 *     PDC                         DC02.contoso.com
 */
import { hostOf } from '../../facts/names.ts';
import type { Part } from './outputs.ts';

/** The domain and the one that answered, in quotation marks. */
const FROM = /["'“„«]([\w.-]{1,255})["'”“»].{0,60}["'“„«]\\{1,2}([\w.-]{1,255})["'”“»]/;
const LISTED = /^(?:# ?)?\\{0,2}([\w-][\w.-]{0,255})\s{1,40}(?:\[PDC\]\s{1,10})?\[DS\](?:\s|$)/i;
const ROLE =
  /^(?:Schema (?:master|owner)|Domain (?:naming master|role owner)|PDC(?: role)?|RID pool manager|Infrastructure (?:master|owner))\s{2,60}([\w-][\w.-]{0,255})$/i;
/** After the command, in another language: words, then the name. */
const ANY_ROLE = /^\S.{1,60}?\s{2,60}([\w-]+(?:\.[\w-]+){1,20})$/;

export const listed: Part = (lines, index, { facts, claimed, command }) => {
  const line = lines[index];
  if (!line) return 0;
  const { domain } = command ?? {};
  const at = { start: line.start, end: line.end };
  const [, of, from] = FROM.exec(line.text) ?? [];
  const isHeader =
    from !== undefined && (command?.verb === 'dclist' || /\bDCs in domain\b/i.test(line.text));
  const name =
    LISTED.exec(line.text)?.[1] ??
    ROLE.exec(line.text)?.[1] ??
    (command?.verb === 'query fsmo' ? ANY_ROLE.exec(line.text)?.[1] : undefined);
  if (isHeader && of !== undefined) {
    facts.push({ kind: 'domainController', at, seen: 'located', dc: hostOf(from), domain: of });
  } else if (name !== undefined) {
    const dc = hostOf(name);
    facts.push({
      kind: 'domainController',
      at,
      seen: 'listed',
      dc,
      ...(domain !== undefined && { domain }),
    });
  } else return 0;
  claimed.push(at);
  return 1;
};
