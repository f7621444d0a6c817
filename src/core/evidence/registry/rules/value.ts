/**
 * What a value of the registry means:
 *
 *     HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\Lsa
 *         LmCompatibilityLevel    REG_DWORD    0x1
 *
 * Certain about the computer on which it was read, at that time; many values count only after a restart. A value
 * that is the default says that this is not the reason. A `.reg` file may be a proposal that nobody has imported.
 */
import type { Diagnosis, Rule, Settles } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import { fitsCommand, command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { KERBEROS_VALUES } from './kerberos-values.ts';
import type { Meaning, Meanings, Value } from './meaning.ts';
import { NTLM_VALUES } from './ntlm-values.ts';
import { SERVER_VALUES, zoneOf } from './server-values.ts';

const MEANINGS: Meanings = { ...NTLM_VALUES, ...KERBEROS_VALUES, ...SERVER_VALUES };

/** Findings of one case. */
const MOST = 20;

const half = (check: string, article: Settles['article'] & string, says: string): Settles => ({
  check,
  state: 'known',
  article,
  says,
});

export const value: Rule = {
  id: 'registry.value',
  says: 'A value of the registry decides about logons.',
  needs: ['registryValue'],
  settles: [
    half(
      'two-machines',
      'loopback-check',
      'It is known whether the loopback check applies. Whether the client runs on the web server is not.',
    ),
    half(
      'client-sent',
      'ntlm-disabled-or-blocked',
      'It is known which NTLM the computer may use. What a client sent is not.',
    ),
    half(
      'client-sent',
      'registry-reference',
      'It is known which version of NTLM is used, where NTLM is used.',
    ),
    half(
      'encryption-type',
      'rc4-disabled-etype',
      'The encryption types of one side are known. The account that holds the SPN decides too.',
    ),
    half(
      'header-size',
      'http-400-header-too-long',
      'The limit of HTTP.sys is known. The size of the ticket is not.',
    ),
    half(
      'header-size',
      'token-bloat-groups',
      'The limit of Kerberos is known. The size of the ticket is not.',
    ),
    half(
      'browser-answers',
      'zones-and-allowlists',
      'It is known which zone a site is in. Edge and Chrome also have policies.',
    ),
  ],
  judge(facts) {
    const values = distinct(facts.all('registryValue'));
    const known = values.flatMap((one) => {
      const meaning = zoneOf(one) ?? MEANINGS[one.name]?.(one);
      return meaning ? [{ one, meaning }] : [];
    });
    const defaults = known.filter(({ meaning }) => meaning.isDefault === true);
    const isSummed = defaults.length > 1;
    const told = known.filter(({ meaning }) => !isSummed || meaning.isDefault !== true);
    const findings = told.slice(0, MOST).map(({ one, meaning }) => finding(one, meaning));
    return isSummed ? [...findings, defaulted(defaults.map(({ one }) => one))] : findings;
  },
};

/** Each value once; an export of a hive repeats them for each control set. */
function distinct(values: readonly Value[]): Value[] {
  const byData = new Map<string, Value>();
  for (const one of values) {
    const key = one.key?.replace(/ControlSet\d{3}/i, 'CurrentControlSet') ?? '';
    const id = `${key}\\${one.name} ${dataOf(one)}`.toLowerCase();
    if (!byData.has(id)) byData.set(id, one);
  }
  return [...byData.values()];
}

/** What changes nothing is said in one sentence. */
function defaulted(values: readonly Value[]): Diagnosis {
  const names = [...new Set(values.map(({ name }) => name))];
  return {
    id: 'registry.defaults',
    severity: 'info',
    title: `These values are not set or have their default: ${names.slice(0, 8).join(', ')}${names.length > 8 ? ' and more' : ''}.`,
    article: 'registry-reference',
    evidence: values.slice(0, MOST).map(({ at }) => at),
  };
}

/** `5`, `portal.contoso.com, www.contoso.com`. */
function dataOf({ number, texts, isAbsent }: Value): string {
  if (isAbsent === true) return '';
  return number?.toString() ?? (texts ?? []).slice(0, 5).join(', ');
}

function finding(one: Value, { severity, says, article, caveat }: Meaning): Diagnosis {
  const data = dataOf(one);
  const is = data === '' ? 'is not set' : `is ${data}`;
  const place = stated(`${one.name} ${is}`, one.at);
  const key = one.key?.replace('HKEY_LOCAL_MACHINE', 'HKLM').replace('HKEY_CURRENT_USER', 'HKCU');
  return {
    severity,
    ...told`${place}: ${says}.`,
    article,
    evidence: [one.at],
    caveat:
      caveat ?? 'Only on the computer on which it was read. Some values count after a restart.',
    ...(fitsCommand(key) &&
      fitsCommand(one.name) && {
        next: [run('server', command`reg query ${[key, 'KEY']} /v ${[one.name, 'NAME']}`)],
      }),
  };
}
