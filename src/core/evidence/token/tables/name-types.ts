/**
 * Name types of a Kerberos principal (RFC 4120 6.2, RFC 5179, RFC 8062; the negative ones are
 * Windows'). The type does not change which principal is meant, but it hints at who built the name.
 */
export const NAME_TYPES: Readonly<Record<number, string>> = {
  0: 'UNKNOWN',
  1: 'PRINCIPAL: a user, or a service account by its own name',
  2: 'SRV-INST: service and instance, as Windows clients send an SPN',
  3: 'SRV-HST: service and host, as MIT clients send an SPN',
  4: 'SRV-XHST: service and host in several parts',
  5: 'UID',
  6: 'X500-PRINCIPAL',
  7: 'SMTP-NAME',
  10: 'ENTERPRISE: a user principal name, user@suffix',
  11: 'WELLKNOWN',
  12: 'SRV-HST-DOMAIN: service, host and domain',
  [-128]: 'MS-PRINCIPAL: DOMAIN\\user',
  [-129]: 'MS-PRINCIPAL-AND-ID',
  [-130]: 'ENT-PRINCIPAL-AND-ID',
};

/** What is said of a field that holds a name type. */
export function showNameType(type: number): { label?: string; meaning: string } {
  const known = NAME_TYPES[type];
  if (known === undefined) return { meaning: 'A name type that is not known here.' };
  return { label: known.replace(/:.*/, ''), meaning: known };
}
