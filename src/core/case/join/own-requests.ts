/** Refused requests whose client is the web server itself. */
import type { LogEntry } from '../../contract/decoded.ts';
import type { FactBase } from '../../facts/fact-base.ts';

const LOOPBACK = /^(?:127\.|::1$)/;

/** A column of a row; undefined for none. */
export const columnOf = ({ fields }: LogEntry, name: string): string | undefined =>
  fields.find((field) => field.name.toLowerCase() === name)?.value;

/** True for addresses that the evidence gives as those of the server, and for 127.0.0.1. */
export function ownAddresses(facts: FactBase): (address: string | undefined) => boolean {
  const own = new Set(facts.all('ownAddress').map(({ address }) => address.toLowerCase()));
  return (address) =>
    address !== undefined && (own.has(address.toLowerCase()) || LOOPBACK.test(address));
}

/** 401.1 rows in which c-ip is s-ip, or another address of the server. */
export function refusedOnServer(facts: FactBase): LogEntry[] {
  const isOwn = ownAddresses(facts);
  return (facts.log?.entries ?? []).filter((row) => {
    const server = columnOf(row, 's-ip');
    const isSame = server !== undefined && row.clientIp === server;
    return row.status === 401 && row.substatus === 1 && (isSame || isOwn(row.clientIp));
  });
}
