/**
 * The site's content security policy, written once for every place that states it: the `<meta>` of
 * each page, the header of the preview server, and (compared by a test) `public/web.config`.
 *
 * 'wasm-unsafe-eval' is for Pagefind's reader of its index and for the scanner of log files; nothing
 * else runs but own files. The one Trusted Types policy is in `src/elements/trusted-urls.ts`.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

/** As a header, which may also say that no page of another site shows this one in a frame. */
export const POLICY_HEADER = `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`;
