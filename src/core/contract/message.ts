/** HTTP messages. */
import type { Span } from '../facts/span.ts';

/** One HTTP request or answer found in the paste. */
export interface Message {
  direction: 'request' | 'response';
  host?: string;
  status?: number;
  /** Authentication schemes named by its headers, in order. */
  schemes?: string[];
  /** Request line's method and target. */
  method?: string;
  target?: string;
  /** True for `Connection: close`: the connection ends with this message. */
  closes?: true;
  /** True for a CORS preflight: OPTIONS with Access-Control-Request-Method or -Headers. */
  preflight?: true;
  /** User-Agent of a request, Server of a response. */
  program?: string;
  /** True where a header has a token that is blacked out or left out. */
  hidesToken?: true;
  /** True where an empty line ends its headers, so that all of them are there. */
  isWhole?: true;
  /** The connection that it went over, where a recording tells them apart. */
  connection?: string;
  /** ISO 8601, where a recording has it. */
  time?: string;
  /** True where the recording leaves out headers with credentials, so that their absence says nothing. */
  lacksCredentials?: true;
  /** True for `Persistent-Auth: true`: IIS keeps the logon that it accepted for this connection. */
  keepsLogon?: true;
  at: Span;
}
