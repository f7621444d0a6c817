/**
 * The report of SQLCheck, Microsoft's collector for connections to SQL Server: English everywhere, in columns.
 *
 *     Lanman Compatibility Level: 0 (Send LM & NTLM responses)
 *     Disable Loopback Check:     0
 *     Back Connection Host Names:
 *     Kerberos local Encryption:  0 (RC4_HMAC_MD5)
 *
 *     Account     SPN                                      Has Duplicates
 *     ----------  ---------------------------------------  --------------
 *     CON2016$    HOST/CON2016                             False
 *     SQL2016SVC  MssqlSvc/con2016.contoso.com:1433        False
 *
 *
 *     Suggested SPN                        Exists  Status
 *     -----------------------------------  ------  -------------------
 *     MSSQLSvc/CON2016.contoso.com:2433    False   SPN does not exist.
 *
 * The report has 0 for a value that does not exist as well, so a 0 is stated only where both mean the
 * same. Source: microsoft/CSS_SQL_Networking_Tools.
 */
import { accountOf, spnOf } from '../../facts/names.ts';
import { placeOfLines } from '../../text/line-parts.ts';
import type { Span } from '../../facts/span.ts';
import { dataOf, keepEntry, type Entries, type Part } from './entries.ts';

const LSA = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Lsa';
const POLICY =
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System\\Kerberos\\Parameters';

/** What the report calls a value, its key and its name. */
const LABELS: Readonly<Record<string, readonly [key: string, name: string]>> = {
  'Lanman Compatibility Level': [LSA, 'LmCompatibilityLevel'],
  'Disable Loopback Check': [LSA, 'DisableLoopbackCheck'],
  'Crash on Audit Fail': [LSA, 'CrashOnAuditFail'],
  'Back Connection Host Names': [`${LSA}\\MSV1_0`, 'BackConnectionHostNames'],
  'Max Kerberos Token Size': [`${LSA}\\Kerberos\\Parameters`, 'MaxTokenSize'],
  'Kerberos local Encryption': [POLICY, 'SupportedEncryptionTypes'],
};
const LABELLED = /^([A-Z][A-Za-z ]{5,40}):\s{0,20}(\S.{0,300})?$/;
const DATA = /^(\d{1,10}|0x[0-9a-f]{1,8})(?: \(.{1,200}\))?$/i;
/** Absent means 3 and not 0. */
const AMBIGUOUS = 'LmCompatibilityLevel';
const SUGGESTED = /^(\S{1,255})\s{2,60}(True|False)\s{2,20}(\S.{0,100})$/;
const HOLDER = /^(\S{1,60})\s{2,60}(\S{1,255})\s{2,60}(True|False)$/;

export const sqlcheck: Part = (lines, index, entries) => {
  const text = lines[index]?.text ?? '';
  const at = placeOfLines(lines, index);
  const [, label = '', data = ''] = LABELLED.exec(text) ?? [];
  const [key, name] = LABELS[label] ?? [];
  const [, holder, written = '', isDuplicate] = HOLDER.exec(text) ?? [];
  const spn = spnOf(written);
  if (key !== undefined && name !== undefined) {
    const number = DATA.exec(data)?.[1];
    if (name === AMBIGUOUS && Number(number) === 0) return 1;
    const value =
      number === undefined ? { texts: data.split(/[,;\s]+/).filter(Boolean) } : dataOf(number);
    keepEntry(entries, { name, at, ...(data === '' ? { isAbsent: true } : value) }, key);
  } else if (holder !== undefined && spn && isDuplicate !== undefined) {
    entries.count++;
    const account = accountOf(holder);
    entries.facts.push({ kind: 'spnOwner', at, spn, account });
  } else if (!suggested(text, at, entries)) return 0;
  entries.claimed.push(at);
  return 1;
};

/** An SPN that a service should have, and whether any account holds it. */
function suggested(text: string, at: Span, { facts }: Entries): boolean {
  const [, written = '', exists, status = ''] = SUGGESTED.exec(text) ?? [];
  const spn = spnOf(written);
  if (!spn || exists === undefined) return false;
  if (exists === 'False' && /does not exist/i.test(status)) {
    facts.push({ kind: 'spnSearch', at, spn, owners: 0, scope: 'domain' });
  }
  return true;
}
