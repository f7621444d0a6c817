/**
 * Test-ComputerSecureChannel and `netdom verify`, which answer yes or no. PowerShell's `True` and
 * `False` are not translated; the sentences are.
 *
 *     PS C:\> Test-ComputerSecureChannel -Verbose
 *     VERBOSE: The secure channel between the local computer and the domain contoso.com is broken.
 *     False
 *
 *     C:\> netdom verify WEB01 /domain:contoso.com
 *     The secure channel from WEB01 to the domain CONTOSO has been verified.  The connection
 *     is with the machine \\DC01.CONTOSO.COM.
 */
import type { FactTypes } from '../../facts/fact.ts';
import { accountOf, hostOf } from '../../facts/names.ts';
import { placeOfLines } from '../../text/line-parts.ts';
import type { PrintedLine } from '../../text/printed-lines.ts';
import type { Outputs, Part } from './outputs.ts';

const ANSWER = /^(True|False)$/;
const SAID =
  /\bTest-ComputerSecureChannel\b.{0,60}?(?:returns?|returned|gives?|says?|is|[:=]|=?->?>)\s{0,3}["'`*]{0,3}(True|False)\b/i;
const BETWEEN = /secure channel between (.{1,200}) is (in good condition|broken|alive)/i;
const NETDOM =
  /secure channel from (\S{1,255}) to (?:the )?(?:domain )?(\S{1,255}?) (has been verified|is (?:valid|invalid|broken)|could not be verified|has been reset)/i;
const MACHINE = /\\{1,2}([\w-][\w.-]{0,255}?)\.?$/;
const DOMAIN = /\b[\w-]+(?:\.[\w-]+){1,20}/g;
/** Lines between the command and its answer: what -Verbose prints. */
const BELOW = 6;

/** The sentence of -Verbose, with the answer below it; or the answer below the command. */
export const powershellAnswer: Part = (lines, index, outputs) => {
  const line = lines[index];
  if (!line) return 0;
  const said = SAID.exec(line.text)?.[1];
  if (said !== undefined) {
    state(outputs, lines, index, 1, { works: said.toLowerCase() === 'true' });
    return 1;
  }
  const isAsked = outputs.command?.tool === 'Test-ComputerSecureChannel';
  if (isAsked) outputs.command = undefined;
  const [, between, condition] = BETWEEN.exec(line.text) ?? [];
  if (!isAsked && condition === undefined) return 0;
  const row = answerRow(lines, index);
  if (row < 0 && condition === undefined) return 0;
  const works =
    row < 0 ? !/broken/i.test(condition ?? '') : (lines[row]?.text ?? '').startsWith('T');
  const domain = domainIn(between ?? (row > index ? (lines[row - 1]?.text ?? '') : ''));
  const rows = row < 0 ? 1 : row - index + 1;
  state(outputs, lines, index, rows, { works, ...(domain !== undefined && { domain }) });
  return rows;
};

/** The line with the answer, below what -Verbose prints: sentences with a word and a colon before them. */
function answerRow(lines: readonly PrintedLine[], index: number): number {
  for (let row = index; row < index + BELOW; row++) {
    const text = lines[row]?.text ?? '';
    if (ANSWER.test(text)) return row;
    if (!/^(?:\S{3,20}\s?[:：]\s|["“])/.test(text)) return -1;
  }
  return -1;
}

function domainIn(sentence: string): string | undefined {
  return sentence.match(DOMAIN)?.at(-1);
}

export const netdomAnswer: Part = (lines, index, outputs) => {
  const [line, next] = [lines[index], lines[index + 1]];
  const [, computer = '', domain = '', said] = NETDOM.exec(line?.text ?? '') ?? [];
  if (!line || said === undefined) return 0;
  const dc = MACHINE.exec(next?.text ?? '')?.[1];
  const works = /verified|valid|reset/i.test(said) && !/not|invalid/i.test(said);
  state(outputs, lines, index, dc === undefined ? 1 : 2, {
    told: 'netdom',
    works,
    computer: accountOf(`${computer.replace(/\$$/, '')}$`),
    domain,
    ...(dc !== undefined && { dc: hostOf(dc) }),
  });
  return dc === undefined ? 1 : 2;
};

function state(
  { facts, claimed }: Outputs,
  lines: readonly PrintedLine[],
  index: number,
  rows: number,
  fact: Partial<FactTypes['secureChannel']>,
): void {
  const at = placeOfLines(lines, index, rows);
  facts.push({ kind: 'secureChannel', at, told: 'powershell', ...fact });
  claimed.push(at);
}
