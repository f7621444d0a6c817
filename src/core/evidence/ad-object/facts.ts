/** What the attributes of an account state. */
import type { AccountFlag } from '../../facts/directory-facts.ts';
import type { Fact, FactOf } from '../../facts/fact.ts';
import { accountOf, hostOf, spnOf, type Account, type Spn } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';
import { controlOf, etypesOf } from './account-control.ts';
import { isTelling, type Attribute } from './attributes.ts';
import { valuesIn, type Entry, type Value } from './entry.ts';

type Directory = FactOf<'directoryAccount'>;

/** The properties of Get-ADUser that are flags of userAccountControl. */
const BOOLEANS: readonly (readonly [Attribute, AccountFlag, isSetWhen: boolean])[] = [
  ['enabled', 'ACCOUNTDISABLE', false],
  ['disabled', 'ACCOUNTDISABLE', true],
  ['trusted-for-delegation', 'TRUSTED_FOR_DELEGATION', true],
  ['protocol-transition', 'TRUSTED_TO_AUTHENTICATE_FOR_DELEGATION', true],
  ['not-delegated', 'NOT_DELEGATED', true],
  ['des-only', 'USE_DES_KEY_ONLY', true],
  ['no-preauthentication', 'DONT_REQUIRE_PREAUTH', true],
];
/** 100-nanosecond steps between 1601 and 1970; a FILETIME as a decimal number has 17 or 18 digits. */
const EPOCH = 116_444_736_000_000_000n;

/** All facts of an entry; none for what is no account, such as a group. */
export function factsOf(entry: Entry): Fact[] {
  const { values } = entry;
  const classes = listOf(values.get('class')).map((name) => name.toLowerCase());
  if (/^(?:group|organizationalunit|container|contact|domaindns)$/.test(classes.at(-1) ?? '')) {
    return [];
  }
  if (!isAccount(entry, classes)) return [];
  const account = accountIn(entry);
  const fact = directoryFact(entry, classes, account);
  return [fact, ...spnFacts(values.get('spns'), fact)];
}

/** Names alone are of anything; with a class or a state they are of an account. */
function isAccount({ values }: Entry, classes: readonly string[]): boolean {
  const names: readonly Attribute[] = ['dn', 'logon-name'];
  if ([...values.keys()].some((key) => isTelling(key) && !names.includes(key))) return true;
  const isNamed = names.some((name) => values.has(name));
  const hasState = values.has('enabled') || values.has('disabled') || values.has('dns-name');
  return isNamed && (hasState || classOf(classes) !== undefined);
}

function directoryFact(
  { values, at }: Entry,
  classes: readonly string[],
  account: Account | undefined,
): Directory {
  const text = (name: Attribute) => textOf(values.get(name));
  const [dn, dnsName] = [text('dn'), text('dns-name')];
  const own = classOf(classes);
  const etypes = etypesIn(values);
  const spns = values.get('spns');
  const cut = [...values].flatMap(([name, { isCut }]) => (isCut ? [name] : []));
  const places = [...values].map(([name, value]) => [name, value.at] as const);
  const delegates = values.get('delegates-to');
  const from = values.get('delegated-from');
  const readers = values.get('password-readers');
  return {
    kind: 'directoryAccount',
    at: placeOf(values, at),
    ...(account && { account }),
    ...(dn !== undefined && { dn }),
    ...(own && { class: own }),
    ...(dnsName !== undefined && { dnsName: hostOf(dnsName) }),
    ...(etypes !== undefined && { etypes }),
    ...controlIn(values),
    ...stateIn(values),
    ...(delegates && { delegatesTo: listOf(delegates) }),
    ...(from && isFilled(from) && { delegatedFrom: accountsIn(from) }),
    ...(readers && isFilled(readers) && { passwordReaders: accountsIn(readers) }),
    ...(spns && { spnCount: listOf(spns).length }),
    cut,
    places: Object.fromEntries(places),
  };
}

/** The place that names the account, else the first attribute. */
function placeOf(values: Entry['values'], whole: Span): Span {
  const named = values.get('logon-name') ?? values.get('dn') ?? values.get('name');
  return named?.at ?? [...values.values()][0]?.at ?? whole;
}

function accountIn({ values, identity }: Entry): Account | undefined {
  const [dn, sam, name] = [
    textOf(values.get('dn')),
    textOf(values.get('logon-name')),
    textOf(values.get('name')),
  ];
  if (sam !== undefined) {
    const domain = dn === undefined ? undefined : accountOf(dn).domain;
    return { ...accountOf(sam), ...(domain !== undefined && { domain }) };
  }
  if (dn !== undefined) return accountOf(dn);
  if (identity !== undefined) return accountOf(identity);
  return name === undefined ? undefined : { written: name, name: name.toLowerCase(), form: 'cn' };
}

function classOf(classes: readonly string[]): Directory['class'] {
  if (classes.includes('msds-groupmanagedserviceaccount')) return 'group-managed-service';
  if (classes.includes('msds-managedserviceaccount')) return 'managed-service';
  if (classes.includes('computer')) return 'computer';
  return classes.includes('user') ? 'user' : undefined;
}

function etypesIn(values: Entry['values']): number | undefined {
  for (const name of ['encryption-types', 'encryption-type-names'] as const) {
    const value = values.get(name);
    const etypes = value && etypesOf(value.texts.join(' ').trim());
    if (etypes !== undefined) return etypes;
  }
  return undefined;
}

function controlIn(values: Entry['values']): Pick<Directory, 'flags' | 'cleared'> {
  const control = controlOf(textOf(values.get('control')) ?? '');
  // A list of names that is cut off does not say which flags are clear.
  const isCut = values.get('control')?.isCut === true;
  const flags = new Set(control?.flags);
  const cleared = new Set(isCut ? [] : control?.cleared);
  for (const [name, flag, isSetWhen] of BOOLEANS) {
    const is = booleanOf(textOf(values.get(name)));
    if (is === undefined) continue;
    const isSet = is === isSetWhen;
    (isSet ? flags : cleared).add(flag);
    (isSet ? cleared : flags).delete(flag);
  }
  return { flags: [...flags], cleared: [...cleared] };
}

type State = Pick<
  Directory,
  'isLockedOut' | 'isPasswordExpired' | 'mustChangePassword' | 'passwordSet'
>;

function stateIn(values: Entry['values']): State {
  const text = (name: Attribute) => textOf(values.get(name));
  // LOCKOUT and PASSWORD_EXPIRED of userAccountControl itself are not kept up to date.
  const computed = controlOf(text('computed-control') ?? '')?.flags;
  const locked = booleanOf(text('locked-out')) ?? computed?.includes('LOCKOUT');
  const expired = booleanOf(text('password-expired')) ?? computed?.includes('PASSWORD_EXPIRED');
  const set = text('password-set');
  const mustChange = set === '0' ? true : booleanOf(text('must-change-password'));
  const isUnlocked = text('lockout-time') === '0' && locked === undefined;
  return {
    ...(locked !== undefined && { isLockedOut: locked }),
    ...(isUnlocked && { isLockedOut: false }),
    ...(expired !== undefined && { isPasswordExpired: expired }),
    ...(mustChange !== undefined && { mustChangePassword: mustChange }),
    ...(set !== undefined && set !== '0' && { passwordSet: timeOf(set) }),
  };
}

/** A FILETIME as ISO 8601 in UTC; other times as they are written. */
function timeOf(text: string): string {
  const ticks = /^\d{17,18}$/.exec(text)?.[0];
  if (ticks === undefined) return text;
  const date = new Date(Number((BigInt(ticks) - EPOCH) / 10_000n));
  return Number.isNaN(date.getTime()) ? text : date.toISOString().replace('.000Z', 'Z');
}

function spnFacts(value: Value | undefined, { account, dn }: Directory): Fact[] {
  if (!value || !account) return [];
  const spns = listOf(value).flatMap((text): Spn[] => {
    const spn = spnOf(text);
    return spn ? [spn] : [];
  });
  const isHost = spns.some(({ service }) => service === 'HOST');
  const owner = dn === undefined ? account : accountOf(dn);
  const named = {
    account: owner,
    ...(owner !== account && account.form === 'sam' && { logon: account }),
  };
  const isComputer = isHost ? true : value.isCut ? undefined : false;
  const owners = spns.map((spn): Fact => ({
    kind: 'spnOwner',
    at: value.at,
    spn,
    ...named,
    ...(isComputer !== undefined && { isComputer }),
  }));
  // A list that is cut off is not all that the account holds.
  return value.isCut ? owners : [{ kind: 'spnList', at: value.at, ...named, spns }, ...owners];
}

function textOf(value: Value | undefined): string | undefined {
  const text = value?.texts[0]
    ?.trim()
    .replace(/^\{([^{},]*)\}$/, '$1')
    .replace(/^"|"$|;$/g, '')
    .trim();
  return text === undefined || text === '' ? undefined : text;
}

function listOf(value: Value | undefined): string[] {
  return value ? valuesIn(value) : [];
}

/** False for `{}` and for nothing at all. */
function isFilled(value: Value): boolean {
  return value.texts.some((text) => /[^{}\s]/.test(text));
}

/** Accounts by their distinguished names; a security descriptor names none that can be read here. */
function accountsIn(value: Value): Account[] {
  return listOf(value)
    .filter((text) => /^CN=|^[\w.-]+\\|^[\w.$-]{1,60}$/i.test(text) && text !== '(binary)')
    .filter((text) => !/^System\.|^Microsoft\./.test(text))
    .map(accountOf);
}

/** `True`, `yes`; undefined for what is neither yes nor no. */
function booleanOf(text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined;
  return /^(?:true|yes)$/i.test(text) ? true : /^(?:false|no)$/i.test(text) ? false : undefined;
}
