/**
 * Which encryption types the account allows for tickets to it:
 *
 *     msDS-SupportedEncryptionTypes : 4         RC4 only
 *     KerberosEncryptionType        : {DES}
 *     UseDESKeyOnly                 : True      userAccountControl 0x200000
 *
 * 0 and nothing stand for the default of the domain. A type that is allowed still needs a key: one of
 * AES is made when a password is set in a domain of functional level 2008 or later.
 * Source: MS-KILE 2.2.7; Windows updates of April and July 2026 (KB5073381).
 */
import type { Diagnosis, Rule, Settles } from '../../../case/rule.ts';
import { run, say, type Step } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { listed, logonOf, placeOf, SHOWN, who, type Directory } from './wording.ts';

const DES = 0x3;
const RC4 = 0x4;
const AES = 0x38;
const NAMES: readonly (readonly [bit: number, name: string])[] = [
  [DES, 'DES'],
  [RC4, 'RC4'],
  [0x8, 'AES-128'],
  [0x10, 'AES-256'],
];
/** Windows Server 2008 was the first that makes AES keys. */
const FIRST_YEAR = 2008;

const DES_ONLY = 'ad-object.des-only';
const RC4_ONLY = 'ad-object.rc4-only';
const NO_AES_KEYS = 'ad-object.no-aes-keys';

const settles = (state: Settles['state'], says: string, finding?: string): Settles => ({
  check: 'encryption-type',
  state,
  says,
  ...(finding !== undefined && { finding }),
});

export const encryptionTypes: Rule = {
  id: 'ad-object.encryption-types',
  says: 'Which encryption types an account allows.',
  needs: ['directoryAccount'],
  settles: [
    settles('failed', 'An account allows DES only, which Windows has removed.', DES_ONLY),
    settles(
      'failed',
      'An account allows no encryption type but RC4, which Windows is turning off.',
      RC4_ONLY,
    ),
    settles(
      'failed',
      'The password of an account is from before Windows Server 2008, so it has no AES keys.',
      NO_AES_KEYS,
    ),
    settles(
      'known',
      'The encryption types that one account allows are shown; whether it has keys for them, and what the client knows, is not.',
    ),
  ],
  judge: (facts) =>
    facts
      .all('directoryAccount')
      .flatMap(diagnosis)
      .toSorted((a, b) => Number(a.severity === 'info') - Number(b.severity === 'info'))
      .slice(0, SHOWN),
};

function diagnosis(account: Directory): Diagnosis[] {
  const { etypes, flags } = account;
  if (flags.includes('USE_DES_KEY_ONLY') || (etypes && (etypes & (AES | RC4)) === 0)) {
    return etypes === undefined || (etypes & DES) !== 0 || flags.includes('USE_DES_KEY_ONLY')
      ? [desOnly(account)]
      : [];
  }
  if (etypes !== undefined && etypes !== 0 && (etypes & AES) === 0) return [rc4Only(account)];
  if (isOld(account)) return [withoutKeys(account)];
  return etypes === undefined ? [] : [allowed(account, etypes)];
}

const placeOfTypes = (account: Directory) =>
  placeOf(account, 'encryption-types', 'encryption-type-names');

function desOnly(account: Directory): Diagnosis {
  const at = placeOf(account, 'des-only', 'encryption-types', 'encryption-type-names', 'control');
  return {
    id: DES_ONLY,
    severity: 'error',
    ...told`${who(account)} allows ${stated('DES only', at)}, which Windows has removed: the KDC issues no ticket for it.`,
    article: 'rc4-disabled-etype',
    evidence: [at],
    next: fix(account),
  };
}

function rc4Only(account: Directory): Diagnosis {
  const at = placeOfTypes(account);
  return {
    id: RC4_ONLY,
    severity: 'error',
    ...told`${who(account)} allows ${stated('no encryption type but RC4', at)}: a client or a domain controller without RC4 finds no type in common with it.`,
    article: 'rc4-disabled-etype',
    evidence: [at],
    caveat:
      'Only if tickets are encrypted for this account: it has to be the one that holds the SPN.',
    next: fix(account),
  };
}

function isOld({ passwordSet = '' }: Directory): boolean {
  const year = /\b(?:19|20)\d\d(?!\d)/.exec(passwordSet)?.[0];
  return year !== undefined && Number(year) < FIRST_YEAR;
}

function withoutKeys(account: Directory): Diagnosis {
  const { etypes = 0, passwordSet = '' } = account;
  const at = placeOf(account, 'password-set');
  const pinned = etypes !== 0 && (etypes & RC4) === 0;
  return {
    id: NO_AES_KEYS,
    severity: pinned ? 'error' : 'warning',
    ...told`The password of ${who(account, 'the account')} was last set ${stated(passwordSet, at)}, before any domain controller made AES keys, so it has none${pinned ? ', and the account allows nothing else' : ''}.`,
    article: 'rc4-disabled-etype',
    evidence: [at, ...(etypes ? [placeOfTypes(account)] : [])],
    next: fix(account),
  };
}

function allowed(account: Directory, etypes: number): Diagnosis {
  const at = placeOfTypes(account);
  const names = NAMES.flatMap(([bit, name]) => ((etypes & bit) === 0 ? [] : [name]));
  const base = {
    severity: 'info',
    article: 'rc4-disabled-etype',
    evidence: [at],
    caveat:
      'A type that is allowed still needs a key. AES keys are made when a password is set in a domain of functional level 2008 or later.',
  } as const;
  if (names.length === 0) {
    return {
      ...base,
      ...told`${who(account)} sets ${stated('no encryption types of its own', at)}: the default of the domain applies, and domain controllers with the updates of April 2026 take AES only for it.`,
    };
  }
  return {
    ...base,
    ...told`${who(account)} allows ${stated(listed(names), at)} for tickets to it.`,
  };
}

function fix(account: Directory): Step[] {
  return [
    say('Set a new password first, which makes AES keys, and then allow AES:'),
    run(
      'domain-controller',
      command`Set-ADUser ${[logonOf(account), 'ACCOUNT']} -KerberosEncryptionType AES128, AES256`,
    ),
    say('Change the password in the application pool in the same minute, if a pool runs as it.'),
  ];
}
