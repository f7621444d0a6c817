/** Are those who failed and those who were accepted the same people, at the same resources? */
import type { TimedAttempts } from './timed-attempts.ts';
import { distinct, type Who } from './who.ts';

/** Clients on both sides of a change. */
const KNOWN = 3;
/** So many clients are believed without having been seen before. */
const CROWD = 10;

/** Were clients of the run accepted as well? Of a crowd it is enough to have been let in there. */
export function isOfKnownClients(
  all: TimedAttempts,
  who: Who,
  failed: Uint32Array,
  accepted: Uint32Array,
): boolean {
  const { table } = all;
  const { client } = table.columns;
  const isKnown = distinct(client, accepted, table.clients.size).seen;
  const known = failed.filter((attempt) => isKnown[client[attempt] ?? 0] === 1);
  if (distinct(client, known, table.clients.size).count >= KNOWN) return true;
  if (who.clients < CROWD || who.ending?.outcome === 'never-answered') return false;
  return areWhereAccepted(all, failed, accepted);
}

/** Did all fail at resources where others were accepted? What only failed may never have worked. */
export function areWhereAccepted(
  { table }: TimedAttempts,
  failed: Uint32Array,
  accepted: Uint32Array,
): boolean {
  const { resource } = table.columns;
  const isUsed = distinct(resource, accepted, table.resources.size).seen;
  return failed.every((attempt) => isUsed[resource[attempt] ?? 0] === 1);
}
