/**
 * The statuses that nltest prints, in any display language: the number in decimal and in hexadecimal,
 * and the name of the code. What stands before them is translated.
 *
 *     Flags: b0 HAS_IP  HAS_TIMESERV
 *     Trusted DC Name \\dc01.contoso.com
 *     Trusted DC Connection Status Status = 0 0x0 NERR_Success
 *     Trust Verification Status = 1789 0x6fd ERROR_TRUSTED_RELATIONSHIP_FAILURE
 *     The command completed successfully
 *
 *     I_NetLogonControl failed: Status = 1355 0x54b ERROR_NO_SUCH_DOMAIN
 *     Getting DC name failed: Status = 1355 0x54b ERROR_NO_SUCH_DOMAIN
 *
 * The last line of the first output is printed whatever the two statuses are.
 */
import type { FactTypes } from '../../facts/fact.ts';
import { accountOf, hostOf } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';
import type { PrintedLine } from '../../text/printed-lines.ts';
import type { Outputs, Part } from './outputs.ts';

const STATUS = /=\s{1,3}(\d{1,10})\s{1,3}0x([0-9a-f]{1,8})\s{1,3}([A-Z]{2,5}_\w{1,60})/gi;
/** The name of a domain controller: a forum may have taken one backslash, or both. */
const DC_NAME = /(?:\\{1,2}|\/\/)([\w-][\w.-]{0,255})/;
const DC_AT_END = /(?:\\{1,2}|\/\/)([\w-][\w.-]{0,255})$/;
const DC_LABEL = /^(?:# ?)?Trusted DC Name[ :]{1,3}([\w-]+\.[\w.-]{1,255})$/i;
/** A prompt or a path has a backslash too. */
const PATH = /^[a-z]:\\|>/i;
const FLAGS_LINE = /^\S[^:：]{0,30}[:：]\s?[0-9a-f]{1,4}(?:\s|$)/i;
/** A call of the service, by the name of the function; `failed` in English. */
const CALL = /I_NetLogonControl|\bfailed\b/i;
/** Lines between the flags and the first status. */
const ABOVE = 3;

interface Status {
  readonly code: number;
  readonly name: string;
  /** What stands before it on its line. */
  readonly label: string;
  readonly at: Span;
}

export const statuses: Part = (lines, index, outputs) => {
  const found = statusesIn(lines[index]);
  const [first, ...more] = found;
  if (!first) return 0;
  const above = linesAbove(lines, index);
  const dc = above.flatMap(dcIn).at(-1) ?? dcName(first.label);
  const isChannel = dc !== undefined || above.some(({ text }) => FLAGS_LINE.test(text));
  const isCall = CALL.test(first.label) || (!isChannel && /[:：]\s/.test(first.label));
  if (isCall) return call(first, outputs);
  const below = more.length > 0 ? undefined : verification(lines, index + 1);
  const trust = more[0] ?? below;
  channel(outputs, first, trust, dc);
  outputs.claimed.push(...above, { start: first.at.start, end: (trust ?? first).at.end });
  return below ? below.rows : 1;
};

function statusesIn(line: PrintedLine | undefined): Status[] {
  if (!line) return [];
  return [...line.text.matchAll(STATUS)].flatMap((match) => {
    const [whole, decimal = '', hex = '', name = ''] = match;
    const code = Number(decimal);
    if (code !== Number.parseInt(hex, 16) || isForeign(code)) return [];
    const start = line.start + match.index + whole.indexOf(decimal);
    return [
      {
        code,
        name,
        label: line.text.slice(0, match.index),
        at: { start, end: line.start + match.index + whole.length },
      },
    ];
  });
}

/** Lines of the same output above the first status: flags and the name of the domain controller. */
function linesAbove(lines: readonly PrintedLine[], index: number): PrintedLine[] {
  const above: PrintedLine[] = [];
  for (let row = index - 1; row >= 0 && row >= index - ABOVE; row--) {
    const line = lines[row];
    if (!line || statusesIn(line).length > 0) break;
    const isOwn = dcIn(line).length > 0 || FLAGS_LINE.test(line.text) || isEmptyName(line);
    if (!isOwn) break;
    above.unshift(line);
    if (FLAGS_LINE.test(line.text)) break;
  }
  return above;
}

/** `Trusted DC Name` without a name: Netlogon has found none. */
const isEmptyName = ({ text }: PrintedLine): boolean => /\bDC\b[^:=]{0,20}$/.test(text);

const dcIn = ({ text }: PrintedLine): string[] => {
  if (PATH.test(text)) return [];
  const name = DC_AT_END.exec(text)?.[1] ?? DC_LABEL.exec(text)?.[1];
  return name === undefined ? [] : [name];
};

const dcName = (label: string): string | undefined => DC_NAME.exec(label)?.[1];

/** The second status, on the next line; what asks for another one ends the output. */
function verification(
  lines: readonly PrintedLine[],
  index: number,
): (Status & { readonly rows: number }) | undefined {
  const [status] = statusesIn(lines[index]);
  return status && !CALL.test(status.label) && dcName(status.label) === undefined
    ? { ...status, rows: 2 }
    : undefined;
}

function channel(
  { facts, command }: Outputs,
  { code, name, at }: Status,
  trust: Status | undefined,
  dc: string | undefined,
): void {
  const { domain, server } = command ?? {};
  facts.push({
    kind: 'secureChannel',
    at: { start: at.start, end: trust && trust.code !== 0 && code === 0 ? trust.at.end : at.end },
    told: 'nltest',
    code,
    space: spaceOf(code),
    name,
    ...(trust && { trustCode: trust.code, trustName: trust.name }),
    ...(dc !== undefined && { dc: hostOf(dc) }),
    ...(domain !== undefined && { domain }),
    ...(server !== undefined && { computer: accountOf(`${server}$`) }),
  });
}

/** nltest prints Win32 codes; NTSTATUS values come through where Netlogon does not map them. */
const spaceOf = (code: number): NonNullable<FactTypes['secureChannel']['space']> =>
  code >= 0xc0000000 ? 'ntstatus' : 'win32';

/** A code of SSPI, as a failed bind has it: the reader of codes explains it. */
const isForeign = (code: number): boolean => code >= 0x80000000 && code < 0xc0000000;

function call({ code, name, label, at }: Status, { facts, claimed, command }: Outputs): number {
  const { verb, domain, server } = command ?? {};
  const isLocate = verb === 'dsgetdc' || /\bDC name\b/i.test(label);
  facts.push({
    kind: 'netlogonRefused',
    at,
    code,
    name,
    step: isLocate && !label.includes('I_NetLogonControl') ? 'locate' : 'call',
    ...(verb !== undefined && { asked: verb }),
    ...(domain !== undefined && { domain }),
    ...(server !== undefined && { server }),
  });
  claimed.push(at);
  return 1;
}
