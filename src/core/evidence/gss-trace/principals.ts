/** Names of services as Kerberos libraries write them. */
import { spnOf, type Spn } from '../../facts/names.ts';

/** `HTTP/web.contoso.com@CONTOSO.COM`, and `HTTP@web.contoso.com` as GSSAPI writes it. */
export function serviceOf(written: string): Spn | undefined {
  const plain = written.replace(/^["'`(]|[)"'`,;.:]+$/g, '');
  const service = /^[\w-]{1,30}@[^@/\s]{1,255}$/.test(plain) ? plain.replace('@', '/') : plain;
  return spnOf(service.replace(/@$/, ''));
}

/** A ticket-granting ticket: of the own realm, or for another one. */
export function isTgt({ service }: Spn): boolean {
  return service === 'KRBTGT';
}
