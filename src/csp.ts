/**
 * The site's content security policy, one string for every place that states it: the `<meta>` of
 * each page, the header of the preview server, and (compared by a test) `public/web.config`.
 *
 * 'wasm-unsafe-eval' is for Pagefind's reader of its index and for the scanner of log files; nothing
 * else runs but own files.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
].join('; ');
