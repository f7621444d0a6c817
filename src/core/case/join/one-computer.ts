/** Whether an NTLM logon comes from the computer that it is for. */
import type { Token } from '../../contract/decoded.ts';
import { LOCAL_CALL } from '../../evidence/token/tables/ntlm-flags.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import { isSameSource } from './exchange.ts';

/**
 * The name of the one computer: the client gives its own as the workstation, and the challenge, or
 * the copy of it in the response, has the same name for the server. Undefined where they differ, or
 * one of them is missing. Both are NetBIOS names (MS-NLMP 2.2.1.3, 2.2.2.1).
 */
export function oneComputer({ tokens }: FactBase, logon: Token): string | undefined {
  const workstation = logon.ntlm?.workstation;
  if (!workstation) return undefined;
  const near = tokens.filter(({ at }) => isSameSource(at, logon.at));
  const servers = [logon, ...near].flatMap(
    ({ ntlm }) => ntlm?.targetInfo?.MsvAvNbComputerName ?? [],
  );
  return servers.find((name) => name.toUpperCase() === workstation.toUpperCase());
}

/** A type 3 without names and with the flag that Windows sets when it talks to itself. */
export function isLocalCall({ ntlm }: Token): boolean {
  return ntlm?.user === '' && ((ntlm.flags ?? 0) & LOCAL_CALL) !== 0;
}
