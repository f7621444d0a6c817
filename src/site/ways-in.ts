/** The pages that lead to the articles, each in its own order, as the navigation names them. */
export const WAYS_IN: readonly (readonly [path: string, label: string])[] = [
  ['/articles/', 'All articles'],
  ['/symptoms/', 'By symptom'],
  ['/changes/timeline/', 'What changed when'],
  ['/reference/codes/', 'Code reference'],
];
