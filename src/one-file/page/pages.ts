/** The pages of the guide as they lie in the file: one `<template>` each. */

export interface StoredPage {
  /** `/kerberos/spn-duplicate/` */
  readonly path: string;
  readonly title: string;
  /** Names of its style sheets. */
  readonly styles: readonly string[];
  /** What people see or type who need it, for the search; empty where the page is no article. */
  readonly keywords: string;
  /** Title of the group of articles. */
  readonly group: string;
  readonly content: DocumentFragment;
}

export const PAGES: ReadonlyMap<string, StoredPage> = new Map(
  [...document.querySelectorAll<HTMLTemplateElement>('template[data-path]')].map((template) => {
    const { path = '', title = '', styles = '', keywords = '', group = '' } = template.dataset;
    const { content } = template;
    return [path, { path, title, styles: styles.split(' '), keywords, group, content }];
  }),
);

/** The page for an address that is not here. */
export const WRONG_ADDRESS = '/404.html';
