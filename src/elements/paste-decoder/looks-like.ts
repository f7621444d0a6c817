/** What a text that no reader recognises looks like, and what to provide in its place. */
export interface Likeness {
  /** What it looks like, as the end of a sentence: `a picture, written as Base64`. */
  readonly what: string;
  readonly instead: string;
  /** The guide may have something on its words. */
  readonly hasWords: boolean;
}

/** UTF-16 code units that are looked at. */
const LOOKED_AT = 20_000;
const ROWS = 'the rows of the IIS log around the 401';
const WORDS: Likeness = {
  what: 'a description in words',
  instead: `What the page reads is evidence: ${ROWS}, the Authorization header of the request, or the exact error message.`,
  hasWords: true,
};

/** Base64 and text that begins so is a file: [beginning, what it is, what to provide instead]. */
const FILES: readonly (readonly [RegExp, string, string])[] = [
  [
    /^(?:data:image\/|iVBORw0KGgo|\/9j\/|R0lGOD)/,
    'a picture, written as Base64',
    'Paste the text itself.',
  ],
  [/^(?:UEsDB|PK\W)/, 'a zip archive', 'Drop the file itself; its logs are read.'],
  [/^(?:JVBERi0|%PDF)/, 'a PDF document', 'Copy the text out of it.'],
  [/^(?:RWxmRmlsZQ|ElfFile)/, 'a Windows event log', 'Save the events as XML or text.'],
  [/^TVqQ/, 'a program, written as Base64', `Paste ${ROWS}.`],
];

export function looksLike(text: string): Likeness {
  const start = text.slice(0, LOOKED_AT).trim();
  const file = FILES.find(([beginning]) => beginning.test(start));
  if (file) return { what: file[1], instead: file[2], hasWords: false };
  if (isBinary(start)) {
    const instead = 'If it is a file, drop the file itself; if it is a dump, paste it as hex.';
    return { what: 'bytes that are no text', instead, hasWords: false };
  }
  if (/^[\w+/-]{40,}={0,2}$/.test(start.replace(/\s+/g, ''))) {
    const instead =
      'Paste it with its header: Authorization: Negotiate ..., from the beginning of the token.';
    return { what: 'Base64 that holds no Kerberos and no NTLM token', instead, hasWords: false };
  }
  if (/^https?:\/\/\S+$/i.test(start)) {
    const instead = `Paste ${ROWS}, or the request as cURL: F12, Network, right-click, Copy as cURL.`;
    return { what: 'an address alone', instead, hasWords: false };
  }
  if (/^\s*<(?:!doctype|html|body|div)\b/i.test(start)) {
    const instead = 'Paste the error that the page shows, or the response with its headers.';
    return { what: "a web page's source", instead, hasWords: true };
  }
  return isOwnLog(start)
    ? {
        what: "lines of a program's own log",
        instead: `Paste ${ROWS} at the same time. That log is in UTC.`,
        hasWords: true,
      }
    : wordsOrText(start);
}

function wordsOrText(text: string): Likeness {
  const words = text.split(/\s+/);
  const plain = words.filter((word) => /^["'(]?\p{L}[\p{L}'-]*[.,:;!?"')]*$/u.test(word)).length;
  if (words.length > 2 && plain / words.length > 0.7) return WORDS;
  return { ...WORDS, what: 'text of a kind that is not known here' };
}

/** More than one in ten characters is a control or a replacement character. */
function isBinary(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  const unseen = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  return unseen > 0 && unseen / text.length > 0.1;
}

const TIMED = /^\W?(?:\d{4}-\d\d-\d\d|\d\d?[./]\d\d?[./]\d{2,4}|\d\d:\d\d:\d\d)[ T,]/;

/** Most lines begin with a date or a time. */
function isOwnLog(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.filter((line) => TIMED.test(line.trim())).length * 2 > lines.length;
}
