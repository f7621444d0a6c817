/**
 * The names by which viewers, PowerShell and log shippers call what stands above a message. They are not
 * translated where they are names of properties; the labels of Event Viewer are, and `text.ts` knows
 * those by their values.
 */
import type { Header } from '../record.ts';

export type Role = keyof Header | 'body';

const ROLES: Readonly<Record<Role, readonly string[]>> = {
  id: ['eventid', 'eventcode', 'eventidentifier', 'id', 'instanceid', 'event', 'code'],
  provider: ['source', 'eventsource', 'sourcename', 'eventsourcename', 'provider', 'providername'],
  log: ['logname', 'log', 'channel', 'logfile', 'eventlog'],
  computer: ['computer', 'computername', 'machinename', 'hostname'],
  time: [
    'date',
    'timecreated',
    'timegenerated',
    'eventtime',
    'time',
    'timewritten',
    'systemtime',
    'datetime',
    'dateandtime',
    'utctime',
    'timestamp',
  ],
  body: [
    'description',
    'message',
    'eventdescription',
    'msg',
    'raw',
    'original',
    'renderedmessage',
    'eventmessage',
  ],
};

const BY_NAME = new Map(
  Object.entries(ROLES).flatMap(([role, names]) =>
    names.map((name) => [name, role as Role] as const),
  ),
);

/** The role of a label such as `Event ID`, `EventCode` or `winlog.event_id`. */
export function roleOf(label: string): Role | undefined {
  const own = label.slice(label.lastIndexOf('.') + 1);
  return BY_NAME.get(own.toLowerCase().replace(/[^a-z]/g, ''));
}
