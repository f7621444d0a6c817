/**
 * What a question can be narrowed by, and the form in which names are compared: the events spell
 * the same account as `alex`, `alex@CONTOSO.COM` and `CONTOSO\alex`. All engines take away the same.
 */

export type Narrowing = 'name' | 'account' | 'address' | 'machine';

/**
 * What is not part of the name: a regular expression that every engine understands. There is no
 * text in it that a language would need to escape but the backslash.
 */
export const APART: Readonly<Record<Narrowing, string>> = {
  // The realm.
  name: '@.*$',
  // The domain, before or after the name.
  account: String.raw`^.*\\|@.*$`,
  // What marks an IPv4 address in IPv6 (RFC 4291 2.5.5.2).
  address: '^::ffff:',
  // What leads a NetBIOS name, and the domain after it.
  machine: String.raw`^\\+|\..*$`,
};

/** Characters of a NetBIOS name without its type ([MS-NBTE] 2.2.1); a longer name is cut there. */
export const MACHINE_LENGTH = 15;

/** The name as it is compared, in lower case; '' where nothing is left of it. */
export function compared(narrowing: Narrowing, name: string): string {
  const bare = name.trim().toLowerCase().replace(new RegExp(APART[narrowing], 'g'), '');
  return narrowing === 'machine' ? bare.slice(0, MACHINE_LENGTH) : bare;
}
