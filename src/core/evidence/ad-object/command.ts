/**
 * The command above a listing: whose attributes are listed, and which one stands alone below it.
 *
 *     PS C:\> Get-ADUser svc-portal -Properties * | Select-Object -ExpandProperty ServicePrincipalNames
 *     PS C:\> (Get-ADComputer web01 -Properties servicePrincipalName).servicePrincipalName
 */
import { attributeOf, type Attribute } from './attributes.ts';

export interface DirectoryCommand {
  /** Logon name or distinguished name; absent where the command searches. */
  readonly identity?: string;
  readonly expanded?: Attribute;
}

const CALL =
  /\bGet-AD(User|Computer|ServiceAccount|Object)\s{1,9}(?:-Identity\s{1,9})?(?:"([^"]{1,300})"|'([^']{1,300})'|(?!-)([\w.$\\-]{1,104}))?/i;
const EXPANDED = /(?:\s-Expand\w{0,9}\s{1,9}|\)\.)["']?([\w-]{1,60})/i;

/** The command on this line; undefined for a line without one. */
export function directoryCommand(line: string): DirectoryCommand | undefined {
  const call = CALL.exec(line);
  if (!call) return undefined;
  const [, kind = '', ...names] = call;
  const name = names.find((one: string | undefined) => one !== undefined);
  const isComputer = /^computer$/i.test(kind) && name !== undefined && !/[$=,]/.test(name);
  const expanded = attributeOf(EXPANDED.exec(line)?.[1] ?? '');
  return {
    ...(name !== undefined && { identity: isComputer ? `${name}$` : name }),
    ...(expanded !== undefined && { expanded }),
  };
}
