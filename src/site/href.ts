/** Site paths are written from the root (`/kerberos/`); the site may live under a base (`/guide/`). */
const BASE = import.meta.env.BASE_URL.replace(/\/$/, '');

/** Address of a site path under the base the site is built for. */
export function href(path: string): string {
  return `${BASE}${path}`;
}

/** The site path of an address of this site, the inverse of `href`. */
export function sitePath(pathname: string): string {
  return pathname.startsWith(BASE) ? pathname.slice(BASE.length) : pathname;
}
