/** Who asked, as the proxy in front of the server wrote it down. */

/**
 * Columns for it, the surest first: X-Forwarded-For, what application gateways and Application Request
 * Routing add, and what Advanced Logging calls it. Custom fields are named as whoever made them wished.
 */
const NAMES = [
  'x-forwarded-for',
  'x-original-for',
  'clientip',
  'client-ip',
  'x-client-ip',
  'true-client-ip',
  'cf-connecting-ip',
  'x-real-ip',
  'originalip',
];

const cache = new WeakMap<readonly string[], { readonly name: string | undefined }>();

/** The column that names the client behind a proxy; of several, the surest. */
export function forwardedName(names: readonly string[]): string | undefined {
  let known = cache.get(names);
  if (!known) {
    const bare = names.map((name) => name.replace(/^cs\((.*)\)$/i, '$1').toLowerCase());
    const found = NAMES.find((name) => bare.includes(name));
    known = { name: found === undefined ? undefined : names[bare.indexOf(found)] };
    cache.set(names, known);
  }
  return known.name;
}

/** `203.0.113.7:50123` and `[2001:db8::7]:50123` without the port, which differs per connection. */
export function withoutPort(address: string): string {
  const inBrackets = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(address)?.[1];
  return inBrackets ?? address.replace(/^([^:]+):\d{1,5}$/, '$1');
}
