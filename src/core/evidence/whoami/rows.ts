/**
 * The rows of whoami, as a table, as a list and as CSV, in any display language: names of groups and types are
 * translated, SIDs and privileges are not.
 *
 *     User Name     SID
 *     ============= =============================================
 *     contoso\alice S-1-5-21-1004336348-1177238915-682003330-1105
 *
 *     Everyone                           Well-known group S-1-1-0      Mandatory group, Enabled group
 *     NT AUTHORITY\NTLM Authentication   Well-known group S-1-5-64-10  Mandatory group, Enabled group
 *     Mandatory Label\Medium Mandatory Level       Label  S-1-16-8192
 *
 *     SeChangeNotifyPrivilege       Bypass traverse checking       Enabled
 *
 * Source: MS-DTYP 2.4.2.4, well-known SIDs.
 */
import { accountOf } from '../../facts/names.ts';
import { placeOfLines } from '../../text/line-parts.ts';
import type { FactTypes } from '../../facts/fact.ts';
import type { Part, Session, Sessions } from './session.ts';

const SID = /(?:^|[\s",;])(S-1-\d{1,2}(?:-\d{1,10}){1,15})(?=$|[\s",;])/;
/** What stands before the SID of a row: a name and a type, and no label. */
const NAME = /^[^:=]{2,300}$/;
const LABEL = /^[^:]{2,30}[:：]\s{0,20}$/;
/** Columns: the SID is far from what stands before it, or that has a gap. */
const COLUMNS = / {2,}$|\t$| {2,}\S|",\s?"/;
/** `Mandatory group, Enabled by default, Enabled group`. */
const ATTRIBUTES = /^[^,.]{3,60}, [^,.]{3,60}, [^,.]{3,60}/;
const USER = /^[^\\]{1,60}\\[^\\]{1,80}$/;
const ONE_WORD = /^[^\s\\]{1,60}\\\S{1,80}$/;
const PRIVILEGE = /^["']?(Se[A-Z][A-Za-z]{5,40}Privilege)["']?(?:[\s,].*)?$/;
const RULE = /^={3,200}(?: ={3,200}){1,3}$/;

const PACKAGES: Readonly<Record<string, NonNullable<FactTypes['accessToken']['authentication']>>> =
  {
    'S-1-5-64-10': 'NTLM',
    'S-1-5-64-14': 'Schannel',
    'S-1-5-64-21': 'Digest',
  };

export const sidRow: Part = (lines, index, sessions) => {
  const text = lines[index]?.text ?? '';
  const found = SID.exec(text);
  const sid = found?.[1];
  if (!found || sid === undefined) return 0;
  const raw = text.slice(0, found.index + 1).replace(/"$/, '');
  const head = raw.replaceAll('"', '').trim();
  const tail = text.slice(found.index + found[0].length).replace(/^["\s,;]+/, '');
  if (!isRow(raw, head, tail, sessions.isWhoami)) return 0;
  const isUser = tail === '' && isUserName(head, sid, sessions);
  const at = placeOfLines(lines, index);
  const { session } = sessions;
  if (isUser) {
    session.user = sid;
    session.account = accountOf(head);
  }
  session.sids.add(sid);
  const authentication = PACKAGES[sid];
  if (authentication) authenticated(session, authentication, at);
  session.places.push(at);
  sessions.claimed.push(at);
  return 1;
};

/** A sentence may name a SID, too; only a row has columns or a list of attributes around it. */
function isRow(raw: string, head: string, tail: string, isWhoami: boolean): boolean {
  if (isWhoami) return NAME.test(head) || LABEL.test(head);
  if (!NAME.test(head)) return false;
  return ATTRIBUTES.test(tail) || (tail === '' && (COLUMNS.test(raw) || ONE_WORD.test(head)));
}

/** The first table of `/all` has one row: the user. A mandatory level has a backslash, too. */
function isUserName(head: string, sid: string, { session, isWhoami }: Sessions): boolean {
  if (sid.startsWith('S-1-16-') || session.sids.size > 0 || / {2,}/.test(head)) return false;
  return (isWhoami ? USER : ONE_WORD).test(head);
}

function authenticated(
  session: Session,
  authentication: NonNullable<Session['authentication']>,
  at: Session['places'][number],
): void {
  session.authentication = authentication;
  session.authenticatedAt = at;
}

export const privilegeRow: Part = (lines, index, { session, claimed }) => {
  const name = PRIVILEGE.exec(lines[index]?.text ?? '')?.[1];
  if (name === undefined) return 0;
  const at = placeOfLines(lines, index);
  session.privileges.add(name);
  session.places.push(at);
  claimed.push(at);
  return 1;
};

/** The ruler of a table: what is below it is whoami's, if there is a SID or a privilege. */
export const ruler: Part = (lines, index, sessions) => {
  if (!RULE.test(lines[index]?.text ?? '')) return 0;
  const below = lines[index + 1]?.text ?? '';
  sessions.isWhoami = SID.test(below) || PRIVILEGE.test(below);
  return 1;
};

const ACCOUNT = /^([\p{L}\p{N}_. -]{1,60}\\[^\s\\/:*?"<>|][^\\/:*?"<>|]{0,60})$/u;

/** `whoami` alone: one line with the name. */
export const nameBelow: Part = (lines, index, sessions) => {
  const name = sessions.isAlone ? ACCOUNT.exec(lines[index]?.text ?? '')?.[1] : undefined;
  sessions.isAlone = false;
  if (name === undefined) return 0;
  const at = placeOfLines(lines, index);
  sessions.session.account = accountOf(name);
  sessions.session.places.push(at);
  sessions.claimed.push(at);
  return 1;
};
