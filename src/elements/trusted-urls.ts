/**
 * The one Trusted Types policy: scripts of workers come from this guide's own server. It is the default
 * one, so that it also applies to Pagefind, which starts its worker by a plain address; it makes neither
 * markup nor script text, which stay forbidden.
 */
interface TrustedTypes {
  createPolicy(name: 'default', rules: { createScriptURL: (url: string) => string | null }): void;
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };

trustedTypes?.createPolicy('default', {
  createScriptURL: (url) => (new URL(url, location.href).origin === location.origin ? url : null),
});

// Without this the file would be a script, whose names are everybody's.
export {};
