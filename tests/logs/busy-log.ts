/** A log of a busy server, the same at every run: mostly accepted NTLM, now and then a refusal. */

const FIELDS =
  '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken';
const AGENT = 'Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64)+AppleWebKit/537.36';

/** One attempt in so many is refused. */
const REFUSED_EVERY = 50;
const CLIENTS = 200;

/** Whole attempts until the log has `length` UTF-16 code units or a little less. */
export function busyLog(length: number): string {
  const lines = ['#Software: Microsoft Internet Information Services 10.0', FIELDS];
  let size = lines.join('\n').length;
  for (let attempt = 0; ; attempt++) {
    const rows = rowsOf(attempt);
    size += rows.join('\n').length + 1;
    if (size > length) return lines.join('\n');
    lines.push(...rows);
  }
}

function rowsOf(attempt: number): string[] {
  const second = attempt % 86_400;
  const clock = [second / 3600, (second / 60) % 60, second % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');
  const client = attempt % CLIENTS;
  const row = (user: string, outcome: string) =>
    `2026-11-20 ${clock} 10.0.0.12 GET /app/page${attempt % 97}.aspx - 443 ${user} 10.0.${client >> 8}.${client & 255} ${AGENT} ${outcome}`;
  const handshake = [row('-', '401 2 5 3'), row('-', '401 1 2148074254 4')];
  if (attempt % REFUSED_EVERY === 0) return [...handshake, row('-', '401 1 2148074252 21')];
  return [...handshake, row(`CONTOSO\\user${client}`, '200 0 0 31')];
}
