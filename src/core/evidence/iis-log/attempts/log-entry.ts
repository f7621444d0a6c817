/** How a row becomes an entry of the result. */
import { describeHttp, describeWin32 } from '../../../codes/lookup.ts';
import type { LogEntry } from '../../../contract/decoded.ts';
import { fieldsOf } from '../rows/column-meanings.ts';
import type { Row } from '../rows/row.ts';

/** The row with its columns explained. */
export function entryOf(row: Row): LogEntry {
  const substatus =
    row.substatus === undefined ? undefined : describeHttp(row.status, row.substatus);
  const win32 = row.win32 === undefined ? undefined : describeWin32(row.win32);
  return {
    line: row.line,
    ...(row.time !== undefined && { time: row.time }),
    ...(row.clientIp !== undefined && { clientIp: row.clientIp }),
    ...(row.user !== undefined && row.user !== '' && { user: row.user }),
    ...(row.method !== undefined && { method: row.method }),
    ...(row.stem !== undefined && { uri: row.stem }),
    status: row.status,
    ...(row.substatus !== undefined && { substatus: row.substatus }),
    ...(row.win32 !== undefined && { win32: row.win32 }),
    ...(substatus && { substatusName: substatus.name }),
    ...(win32 && { win32Name: win32.name }),
    ...(row.timeTaken !== undefined && { timeTaken: row.timeTaken }),
    ...(row.recovered && { recovered: true }),
    at: row.at,
    fields: fieldsOf(row),
  };
}
