/**
 * What a column's value means in this row, in a plain sentence. Only the columns that tell
 * something about a 401 are explained; names and meanings of codes come from the code table.
 */
import { describeHttp, describeWin32 } from '../../../codes/lookup.ts';
import type { Field } from '../../../contract/decoded.ts';
import { reasonMeaning } from './http-sys-reasons.ts';
import type { Row } from './row.ts';
import { isAddress, isEmpty } from './value-shape.ts';
import { isRounded, win32Number } from './win32.ts';

type Explain = (value: string, row: Row) => string | undefined;

const EXPLAIN: Readonly<Record<string, Explain>> = {
  date: (_, row) => clockOf(row),
  time: (_, row) => clockOf(row),
  's-ip': (value) => address(value, 'Address of the server that answered.'),
  'c-ip': (value, row) =>
    row.client !== undefined && row.client !== row.clientIp
      ? 'The peer of the TCP connection: a proxy, as the row also has X-Forwarded-For.'
      : address(value, 'Address of the client, or of the proxy in front of it.'),
  'X-Forwarded-For': () => 'The client as the proxy reports it; the first address is the client.',
  'cs-username': (value, row) => user(value, row),
  's-port': (value) => (value === '443' ? 'HTTPS.' : undefined),
  'sc-status': (value, row) => status(value, row),
  'sc-substatus': (value, row) => substatus(value, row),
  'sc-win32-status': (value, row) => win32(value, row),
  'time-taken': () => 'Milliseconds from the first byte of the request to the last of the answer.',
  's-reason': (value) => reasonMeaning(value),
};

/** The row's columns, in the order of the paste. */
export function fieldsOf(row: Row): Field[] {
  return row.cells.flatMap((cell, i) => {
    const name = row.names[i] ?? '';
    // Left out at the reader's wish.
    if (name === '' && row.by === 'columns') return [];
    const meaning = name === '' ? UNKNOWN : EXPLAIN[name]?.(cell.value, row);
    return {
      name: name === '' ? '?' : name,
      value: cell.value,
      ...(meaning !== undefined && { meaning }),
      at: { start: cell.start, end: cell.end },
    };
  });
}

const UNKNOWN = 'This value could not be matched to a column.';

function clockOf(row: Row): string | undefined {
  if (row.ms === undefined) return 'The time was taken out of this row or is not known.';
  if (row.time?.endsWith('Z')) return 'UTC.';
  return /[+-]\d\d:\d\d$/.test(row.time ?? '')
    ? 'Local time of the server, with its offset from UTC.'
    : 'Local time of the server.';
}

function address(value: string, meaning: string): string | undefined {
  if (isEmpty(value)) return undefined;
  return isAddress(value) ? meaning : 'Stands in the place of an address that was taken out.';
}

function user(value: string, row: Row): string {
  if (isEmpty(value)) {
    return row.status === 401
      ? 'Nobody was authenticated yet when this answer was sent.'
      : 'Nobody was authenticated: the request was anonymous.';
  }
  if (row.status !== 401) return 'The user as whom the request ran: the logon worked.';
  return row.substatus === 3
    ? 'The user was authenticated; it is the resource that refused.'
    : 'The name that was tried.';
}

function status(value: string, row: Row): string | undefined {
  if (row.status === 401 && row.substatus === undefined) {
    return row.format === 'w3c'
      ? 'Unauthorized. The row has no substatus.'
      : 'Unauthorized. This log format has no substatus.';
  }
  return describeHttp(Number(value))?.meaning;
}

function substatus(value: string, row: Row): string | undefined {
  if (row.substatus === undefined || (row.status !== 401 && row.substatus === 0)) return undefined;
  const found = describeHttp(row.status, row.substatus);
  if (found && row.substatus !== 0) return `${row.status}.${value}: ${found.iis ?? found.meaning}`;
  if (row.status !== 401) return undefined;
  return row.substatus === 0
    ? '401.0: IIS itself gave no substatus, so the application or a module of its own refused.'
    : `401.${value}: not a substatus of IIS; an application or module set it.`;
}

function win32(value: string, row: Row): string | undefined {
  if (isEmpty(value)) return undefined;
  if (isRounded(value)) {
    return 'Rounded by a spreadsheet: the last digits, which tell the code, are lost.';
  }
  const number = win32Number(value);
  if (number === undefined) return undefined;
  if (number > 0xffff_ffff) {
    return 'Larger than 32 bits, which no Win32 status is: the number was changed after it was written.';
  }
  if (number === 0x8009_030e && row.status === 401) return handshake(row);
  if (number === 0 && row.status !== 401) return undefined;
  const found = describeWin32(number);
  if (!found) return number === 0 ? undefined : 'Not a code of the table.';
  return `${found.name}: ${found.iis ?? found.meaning}`;
}

/** 2148074254 has two normal places, by the version of IIS, and its own text names neither. */
function handshake(row: Row): string {
  const name = 'SEC_E_NO_CREDENTIALS';
  return row.substatus === 2
    ? `${name}: as IIS 6 writes it on the first answer, which asks for credentials.`
    : `${name}: as IIS 7 and later write it on the middle leg of a handshake. Alone it is no failure; what follows decides.`;
}
