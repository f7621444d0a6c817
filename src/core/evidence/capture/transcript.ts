/**
 * How a recording of packets is written as a text, which is what the page shows and every place counts
 * in. Written by `print.ts`, read by `reader.ts`:
 *
 *     Network capture (pcapng): 26 packets
 *
 *     packet 9  2006-08-07T14:21:03.119Z  10.5.12.5:2564 > 10.5.3.1:88  Kerberos AS-REQ  cname=u1 realm=DENYDC.COM
 *
 *     packet 20  2006-08-07T14:21:03.310Z  10.5.12.5:2566 > 10.5.15.5:80  HTTP, connection 1
 *     GET /lxgdoc/ HTTP/1.1
 *     Host: fc4
 *
 *     not read: TLS to 10.5.15.5:443 (portal.contoso.com), 2 connections
 */
export const TITLE = 'Network capture (';

/** A line that says what is in a packet. */
export const PACKET =
  /^packet (\d{1,9}) {2}(\S{1,40}) {2}(\S{1,60}) > (\S{1,60}) {2}(HTTP|Kerberos|DNS)(.*)$/;

/** After the word HTTP: the connection, and whether bytes of the head are missing. */
export const CONNECTION = /^, connection (\d{1,9})(, cut)?$/;

/** `not read: TLS to 10.0.0.5:443 (portal.contoso.com), 2 connections` */
export const NOT_READ =
  /^not read: ([\w/ -]{1,40}?)(?: to (\S{1,60})(?: \((\S{1,255})\))?)?, (\d[\d,]{0,11}) \w+$/;

/** A value on a line: nothing in it may look like the next one. */
export function word(text: string | number): string {
  // \p{Cc}: control characters.
  return String(text)
    .replace(/[\s\p{Cc}]/gu, '?')
    .slice(0, 300);
}
