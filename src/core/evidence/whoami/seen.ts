/** SIDs that stand in every list of groups, names of privileges, and the commands. */
const MARK =
  /\bwhoami\b|\bS-1-(?:1-0|2-[01]|16-\d|5-(?:\d|1\d|20|32-\d+|64-\d\d|113|114)|18-\d)\b|\bSe[A-Z][A-Za-z]{5,40}Privilege\b|\\\S{1,80} S-1-5-21-|^[ \t>]{0,40}={3,200} ={3,200}|GroupMembership\b|groupScope|security groups|Sicherheitsgruppen|groupes de sécurité|grupos de seguridad/im;

/** May `text` hold what whoami or gpresult says of a session? Linear. */
export function seenWhoami(text: string): boolean {
  return MARK.test(text);
}
