/**
 * Invoke-WebRequest and Invoke-RestMethod with the command that PowerShell repeats below an error:
 *
 *     Invoke-WebRequest : The remote server returned an error: (401) Unauthorized.
 *     At line:1 char:1
 *     + Invoke-WebRequest -Uri http://portal.contoso.com/ -UseDefaultCredentials
 *     + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
 *         + CategoryInfo          : InvalidOperation: (System.Net.HttpWebRequest:HttpWebRequest) [Invoke-WebRequest], WebException
 *
 * The message is translated; the number, the command and the identifiers are not.
 */
import { hostOf } from '../../facts/names.ts';
import type { Fact } from '../../facts/fact.ts';
import type { Part } from './part.ts';

/** What Windows PowerShell puts before the repeated command, and PowerShell 7 with its line number. */
const COMMAND =
  /^[ \t>]{0,12}(?:\+|\d{1,6} \|) {1,4}(?:.{0,200}?[\s=(])?(?:Invoke-WebRequest|Invoke-RestMethod|iwr|irm)\b(.{0,1000})$/gim;
const URL = /https?:\/\/([a-z\d][\w.-]{0,254})/i;
/** The command goes on outside of what is repeated, or its parameters are in a variable. */
const IS_CUT = /\.\.\.\s*$|\s@\w|^\s{0,4}\.\.\./;
const GIVES = /-UseDefaultCredentials|-Cred|-Authentication|-Auth\b|-Header|-WebSession|-Token/i;
/** Characters around the command in which the status stands. */
const AROUND = 1_000;
const REFUSED = /\(401\)|\b401 \(/;
const STATUS = 401;

export const webCmdlets: Part = (text) => {
  const facts: Fact[] = [];
  for (const { 0: whole, 1: rest = '', index } of text.matchAll(COMMAND)) {
    const around = text.slice(Math.max(0, index - AROUND), index + whole.length + AROUND);
    if (!REFUSED.test(around) || IS_CUT.test(rest)) continue;
    const host = URL.exec(rest)?.[1];
    const scheme = GIVES.test(rest) ? undefined : 'Anonymous';
    facts.push({
      kind: 'clientRefused',
      program: 'powershell',
      status: STATUS,
      ...(scheme !== undefined && { scheme }),
      ...(host !== undefined && { host: hostOf(host) }),
      at: { start: index, end: index + whole.length },
    });
  }
  return { facts };
};
