/** The part of @lapo/asn1js that the benchmark calls; the package ships no types. */
declare module '@lapo/asn1js' {
  export const ASN1: { decode(bytes: Uint8Array): unknown };
}
