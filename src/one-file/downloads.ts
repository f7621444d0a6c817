/** Names of what can be taken away from the site, in `downloads/`. */
export const DOWNLOADS = {
  file: '401-field-guide.html',
  zip: '401-field-guide-site.zip',
} as const;
