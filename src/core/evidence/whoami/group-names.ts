/**
 * Groups by their names or their number only: gpresult, and PowerShell's Get-ADPrincipalGroupMembership.
 *
 *     The user is a part of the following security groups
 *     ---------------------------------------------------
 *         Domain Users
 *         Everyone
 *         NTLM Authentication
 *
 *     PS C:\> (Get-ADPrincipalGroupMembership alice).Count
 *     147
 *
 *     groupScope        : Global
 */
import { placeOfLines } from '../../text/line-parts.ts';
import type { PrintedLine } from '../../text/printed-lines.ts';
import { closeSession, type Part } from './session.ts';

const HEAD =
  /^(?:The user is a part of the following security groups|Der Benutzer ist Mitglied der folgenden Sicherheitsgruppen|L'utilisateur fait partie des groupes de sécurité suivants|El usuario (?:es miembro|forma parte) de los siguientes grupos de seguridad)\W{0,3}$/i;
const RULE = /^-{5,120}$/;
const NTLM =
  /^(?:NT AUTHORITY\\|NT-AUTORITÄT\\)?(?:NTLM[ -]Authenti\w+|Authentification NTLM|Autenticación NTLM)$/i;
/** Groups that are no domain's: built-in ones, and those that say how somebody logged on. */
const NO_DOMAIN =
  /\\|^(?:Everyone|Jeder|Tout le monde|Todos|LOCAL|INTERACTIVE|NETWORK|This Organization|Authenticated Users|CONSOLE LOGON|REMOTE INTERACTIVE LOGON|.{0,30}Mandatory Level|.{0,40}asserted identity)$/i;
const MOST = 2_000;

/** The list of gpresult. */
export const policyGroups: Part = (lines, index, sessions) => {
  if (!HEAD.test(lines[index]?.text ?? '') || !RULE.test(lines[index + 1]?.text ?? '')) return 0;
  closeSession(sessions);
  const { session } = sessions;
  const rows = rowsBelow(lines, index + 2);
  const names = lines.slice(index + 2, index + 2 + rows);
  const ntlm = names.find(({ text }) => NTLM.test(text));
  if (ntlm) {
    session.authentication = 'NTLM';
    session.authenticatedAt = { start: ntlm.start, end: ntlm.end };
  }
  const count = names.filter(({ text }) => !NO_DOMAIN.test(text) && !NTLM.test(text)).length;
  // What was cut ends with the list; gpresult goes on after it.
  session.named = { count, isComplete: lines[index + 2 + rows] !== undefined };
  const at = placeOfLines(lines, index, rows + 2);
  session.places.push(at);
  sessions.claimed.push(at);
  closeSession(sessions);
  return rows + 2;
};

/** Names stand on consecutive lines; a blank line, or one with a colon, ends them. */
function rowsBelow(lines: readonly PrintedLine[], from: number): number {
  let rows = 0;
  while (rows < MOST) {
    const [before, line] = [lines[from + rows - 1], lines[from + rows]];
    if (!line || !before || line.line > before.line + 1 || /[:：]|^-{3}/.test(line.text)) break;
    rows++;
  }
  return rows;
}

const NUMBER = /^\d{1,5}$/;
const SCOPE = /^groupScope\s{1,20}: (?:DomainLocal|Global|Universal)$/i;

/** The number below a command that counts, and lists of group objects. */
export const countedGroups: Part = (lines, index, sessions) => {
  const text = lines[index]?.text ?? '';
  const isNumber = sessions.isCounted && NUMBER.test(text);
  if (!isNumber && !SCOPE.test(text)) return 0;
  const { session } = sessions;
  const before = session.named?.count ?? 0;
  session.named = { count: isNumber ? Number(text) : before + 1, isComplete: isNumber };
  sessions.isCounted = false;
  const at = placeOfLines(lines, index);
  session.places.push(at);
  sessions.claimed.push(at);
  return 1;
};
