/** The ways in which people paste a token: what tools print, what languages and mail programs make of it. */
import type { Bytes } from './build/der.ts';

type Spell = (bytes: Bytes) => string;

const b64 = (bytes: Bytes) => Buffer.from(bytes).toString('base64');
const hex = (bytes: Bytes) => Buffer.from(bytes).toString('hex');
const pairs = (bytes: Bytes) => hex(bytes).match(/../g) ?? [];
const chunks = (text: string, size: number) => text.match(new RegExp(`.{1,${size}}`, 'gs')) ?? [];
const header = (bytes: Bytes) => `Authorization: Negotiate ${b64(bytes)}`;
const rows = (bytes: Bytes, size = 16) => {
  const list: number[][] = [];
  for (let at = 0; at < bytes.length; at += size) list.push([...bytes.slice(at, at + size)]);
  return list;
};
const printed = (bytes: readonly number[]) =>
  bytes.map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');
const two = (byte: number) => byte.toString(16).padStart(2, '0');
const words = (row: readonly number[]) =>
  rows(row, 2).map(([low = 0, high = 0]) => two(high) + two(low));

/** Rows of a dump: offset to the given base, then the row. */
function dump(radix: number, width: number, row: (row: number[]) => string, ends = true): Spell {
  return (bytes) => {
    const offset = (at: number) => at.toString(radix).padStart(width, '0');
    const lines = rows(bytes).map((part, index) => `${offset(16 * index)}${row(part)}`);
    return [...lines, ...(ends ? [offset(bytes.length)] : []), ''].join('\n');
  };
}

/** A mail program wraps and quotes. */
const quoted = (text: string, mark: string, width = 64) =>
  chunks(text, width)
    .map((line) => mark + line)
    .join('\n');

const quotedPrintable: Spell = (bytes) =>
  chunks(header(bytes).replaceAll('=', '=3D'), 75).join('=\n');

/** What Python prints of bytes. */
const repr: Spell = (bytes) =>
  `b"${[...bytes]
    .map((byte) => {
      const named = { 9: '\\t', 10: '\\n', 13: '\\r', 34: '\\"', 92: '\\\\' }[byte];
      return named ?? (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : `\\x${two(byte)}`);
    })
    .join('')}"`;

const trace: Spell = (bytes) => {
  const sent = `GET / HTTP/1.1\r\nHost: web.contoso.com\r\n${header(bytes)}\r\nAccept: */*\r\n\r\n`;
  const text = [...Buffer.from(sent, 'latin1')];
  return `=> Send header, ${text.length} bytes (0x${text.length.toString(16)})\n${dump(16, 4, (row) => `: ${row.map(two).join(' ')} ${printed(row)}`, false)(text)}`;
};

const traceAscii: Spell = (bytes) => {
  let at = 0;
  const lines = ['GET / HTTP/1.1', 'Host: web.contoso.com', header(bytes), 'Accept: */*', ''];
  const shown = lines.flatMap((line) => {
    const pieces = chunks(line, 64);
    const from = at;
    at += line.length + 2;
    return pieces.map(
      (piece, index) => `${(from + 64 * index).toString(16).padStart(4, '0')}: ${piece}`,
    );
  });
  return ['=> Send header, 99 bytes (0x63)', ...shown, '<= Recv header, 27 bytes (0x1b)', ''].join(
    '\n',
  );
};

/** By a name; every one of them is read to the whole token. */
export const SPELLINGS: Readonly<Record<string, Spell>> = {
  header,
  'bare base64': b64,
  'base64 in lines of 76': (bytes) => chunks(b64(bytes), 76).join('\r\n'),
  'header in lines of 64': (bytes) => chunks(header(bytes), 64).join('\n'),
  'header in lines of 72, folded': (bytes) => chunks(header(bytes), 72).join('\r\n  '),
  hex: hex,
  'hex with blanks': (bytes) => pairs(bytes).join(' '),
  'hex in lines': (bytes) =>
    rows(bytes)
      .map((row) => row.map(two).join(' '))
      .join('\n'),
  'node Buffer': (bytes) => `<Buffer ${pairs(bytes).join(' ')}>`,
  hexdump: dump(16, 7, (row) => ` ${words(row).join(' ')}`),
  'hexdump -C': dump(
    16,
    8,
    (row) =>
      `  ${row.slice(0, 8).map(two).join(' ')}  ${row.slice(8).map(two).join(' ')}`.padEnd(52) +
      `|${printed(row)}|`,
  ),
  xxd: dump(
    16,
    8,
    (row) => `: ${chunks(row.map(two).join(''), 4).join(' ')}`.padEnd(43) + printed(row),
    false,
  ),
  'od -x': dump(8, 7, (row) => ` ${words(row).join(' ')}`),
  'od -t x1 -A d': dump(10, 7, (row) => ` ${row.map(two).join(' ')}`),
  'od -t x1': dump(8, 7, (row) => ` ${row.map(two).join(' ')}`),
  'od -t x1 -A x': dump(16, 6, (row) => ` ${row.map(two).join(' ')}`),
  'C array': (bytes) =>
    `unsigned char token[] = { ${pairs(bytes)
      .map((pair) => `0x${pair}`)
      .join(', ')} };`,
  'C array with comments': (bytes) =>
    rows(bytes, 8)
      .map(
        (row, index) =>
          `${row.map((byte) => `0x${two(byte)}`).join(', ')}, /* bytes ${8 * index} and on, added */`,
      )
      .join('\n'),
  'C array with line comments': (bytes) =>
    rows(bytes, 8)
      .map(
        (row) =>
          `${row.map((byte) => `0x${two(byte)}`).join(', ')}, // ${printed(row).replaceAll('\\', '.')}`,
      )
      .join('\n'),
  'C array, decimal': (bytes) =>
    `unsigned char token[] = {\n${rows(bytes)
      .map((row) => row.join(', '))
      .join(',\n')}\n};`,
  'PowerShell array': (bytes) => `[byte[]] $b = ${[...bytes].join(',')}`,
  'PowerShell output': (bytes) => `PS C:\\> $bytes\n${[...bytes].join('\r\n')}`,
  'C# array': (bytes) => `var token = new byte[] { ${[...bytes].join(', ')} };`,
  'Java array': (bytes) =>
    `byte[] token = { ${[...bytes].map((byte) => (byte << 24) >> 24).join(', ')} };`,
  Rust: (bytes) =>
    `let token = vec![${[...bytes].map((byte, index) => (index === 0 ? `${byte}u8` : String(byte))).join(', ')}];`,
  'Rust, hex': (bytes) =>
    `let token: &[u8] = &[${pairs(bytes)
      .map((pair) => `0x${pair}u8`)
      .join(', ')}];`,
  'JSON array': (bytes) => JSON.stringify({ token: [...bytes] }),
  'JSON array, pretty': (bytes) => JSON.stringify([...bytes], null, 2),
  'Node Buffer in JSON': (bytes) => JSON.stringify(Buffer.from(bytes)),
  'Python repr': repr,
  'Wireshark, escaped string': (bytes) =>
    rows(bytes)
      .map((row) => `"${row.map((byte) => `\\x${two(byte)}`).join('')}"`)
      .join(' \\\n'),
  'C string': (bytes) =>
    `"${pairs(bytes)
      .map((pair) => `\\x${pair}`)
      .join('')}"`,
  'XML entities': (bytes) =>
    `<value>${b64(bytes).replaceAll('+', '&#43;').replaceAll('=', '&#61;').replaceAll('/', '&#x2F;')}</value>`,
  'percent-encoded': (bytes) => `Authorization%3A%20Negotiate%20${encodeURIComponent(b64(bytes))}`,
  'quoted mail': (bytes) => quoted(b64(bytes), '> '),
  'quoted mail, header': (bytes) => quoted(header(bytes), '> '),
  'quoted mail, twice': (bytes) => quoted(header(bytes), '> > '),
  'quoted mail, then text': (bytes) =>
    `${quoted(header(bytes), '> ', 72)}\n> Host: web.contoso.com\n\nThanks, this helps.`,
  'quoted-printable': quotedPrintable,
  'zero-width spaces': (bytes) =>
    `Authorization: Negotiate ${chunks(b64(bytes), 40).join('\u200b')}`,
  'zero-width spaces, bare': (bytes) => chunks(b64(bytes), 40).join('\u200b'),
  'soft hyphens': (bytes) => `Authorization: Negotiate ${chunks(b64(bytes), 40).join('\u00ad')}`,
  'encoded twice': (bytes) => Buffer.from(b64(bytes)).toString('base64'),
  'C# strings': (bytes) =>
    `var token = ${chunks(b64(bytes), 60)
      .map((part) => `"${part}"`)
      .join(' +\r\n    ')};`,
  'JavaScript strings, header': (bytes) =>
    `const header = ${chunks(header(bytes), 60)
      .map((part) => `'${part}'`)
      .join('\n  + ')};`,
  'Python strings': (bytes) =>
    `token = (${chunks(b64(bytes), 60)
      .map((part) => `"${part}"`)
      .join('\n         ')})`,
  'Python byte strings': (bytes) =>
    `token = (${chunks(b64(bytes), 60)
      .map((part) => `b'${part}'`)
      .join('\n         ')})`,
  'PHP strings': (bytes) =>
    `$token = ${chunks(b64(bytes), 60)
      .map((part) => `'${part}'`)
      .join(' .\n  ')};`,
  'Visual Basic strings': (bytes) =>
    `token = ${chunks(b64(bytes), 60)
      .map((part) => `"${part}"`)
      .join(' & _\r\n  ')}`,
  'a blank behind each digit': (bytes) => Array.from(b64(bytes)).join(' '),
  'NUL behind each digit': (bytes) => Array.from(b64(bytes)).join('\0'),
  'groups of four': (bytes) => chunks(b64(bytes), 4).join(' '),
  yaml: (bytes) => `authorization: >\n  Negotiate ${chunks(b64(bytes), 60).join('\n  ')}\nhost: x`,
  'curl --trace': trace,
  'curl --trace-ascii': traceAscii,
};
