/** The families of codes: what each one is, where it is seen, and the parts its page is cut into. */
import { type CodeRow, type CodeSpace, familyPath, TABLE } from '../core/index.ts';

export interface Family {
  space: CodeSpace;
  /** `/reference/codes/sspi/` */
  path: string;
  title: string;
  /** One sentence: what numbers these are. */
  summary: string;
  /** Where a reader meets them. */
  seen: string;
  /** What its spellings have in common. */
  spelled: string;
}

const TEXTS: readonly Omit<Family, 'path'>[] = [
  {
    space: 'http',
    title: 'HTTP status and substatus',
    summary: 'The answer of IIS, and the reason that IIS adds to it after a point.',
    seen: 'sc-status and sc-substatus of the IIS log, and the error page on the server itself.',
    spelled: '401.2 on pages and in articles, 401 2 in a log. The client sees the 401 only.',
  },
  {
    space: 'win32',
    title: 'Win32 codes',
    summary: 'What Windows functions report: a logon, a file, a connection.',
    seen: 'sc-win32-status of the IIS log below 65,536, net helpmsg, messages of commands.',
    spelled:
      'Up to five digits. As an HRESULT it starts with 0x8007, and the last four hex digits are the code: 0x8007052E is 1326.',
  },
  {
    space: 'sspi',
    title: 'SSPI and certificate codes',
    summary: 'What the handshake reports: Negotiate, Kerberos, NTLM, TLS and certificates.',
    seen: 'sc-win32-status of the IIS log with ten digits, error pages, events and traces.',
    spelled:
      'Ten digits from 2148073472 on in a log, the same bits negative in .NET, and 0x8009 or 0x800B at the start in hex.',
  },
  {
    space: 'ntstatus',
    title: 'NTSTATUS codes',
    summary: 'What the Local Security Authority and the kernel report of a logon.',
    seen: 'Status and Sub Status of event 4625, Error Code of 4776, the data of a Kerberos error.',
    spelled:
      '0xC0000 at the start in hex, 322122 in decimal. With 0xD000 at the start it is the same code as an HRESULT.',
  },
  {
    space: 'kerberos',
    title: 'Kerberos error codes',
    summary: 'What a domain controller or a service answers instead of a ticket.',
    seen: 'error-code of a KRB-ERROR message, Result Code and Failure Code of events 4768, 4769 and 4771.',
    spelled:
      'Up to three digits, in hex in events: 0x29 is 41. MIT krb5 and Heimdal print a negative number from -1765328384 on.',
  },
  {
    space: 'event',
    title: 'Windows events',
    summary: 'What Windows writes about logons, tickets, trusts and application pools.',
    seen: 'Event Viewer, Get-WinEvent. An id means something only together with its source.',
    spelled: 'One to five digits after the words Event ID, with a source and a log.',
  },
];

/** All families, in the order of the table. */
export const FAMILIES: readonly Family[] = TEXTS.map((texts) => ({
  ...texts,
  path: familyPath(texts.space),
}));

export interface Part {
  id: string;
  title: string;
  rows: readonly CodeRow[];
}

/** The rows of a family in parts, in the order in which the table begins them. */
export function partsOf(space: CodeSpace): Part[] {
  const parts = Map.groupBy(TABLE[space], (row) => PART_OF[space](row));
  return [...parts].map(([title, rows]) => ({ id: partId(title), title, rows }));
}

const PART_OF: Record<CodeSpace, (row: CodeRow) => string> = {
  http: ({ code }) => `Status ${String(code).slice(0, 3)}`,
  win32: () => 'Win32',
  sspi: ({ name }) => (name.startsWith('SEC_') ? 'Handshake' : 'Certificates and signatures'),
  ntstatus: () => 'NTSTATUS',
  kerberos: () => 'Kerberos',
  event: ({ log, provider }) => `${log ?? ''} log, ${provider ?? ''}`,
};

/** Unlike the anchor of any code. */
function partId(title: string): string {
  return `part-${title.toLowerCase().replace(/\W+/g, '-')}`;
}
