/** User agents as the logs of a company show them: a few are shared by almost everybody. */

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const edge = (version: number) =>
  `${WINDOWS} ${WEBKIT} Chrome/${version}.0.0.0 Safari/537.36 Edg/${version}.0.0.0`;
const chrome = (version: number) => `${WINDOWS} ${WEBKIT} Chrome/${version}.0.0.0 Safari/537.36`;

/** Chromium on machines of the domain. */
export const CHROMIUM: readonly (readonly [string, number])[] = [
  [edge(141), 52],
  [edge(140), 9],
  [chrome(141), 22],
  [chrome(140), 5],
  [edge(138), 3],
  [chrome(109), 1],
];

/** What uses WinINet: Internet Explorer and its mode in Edge. */
export const WININET: readonly (readonly [string, number])[] = [
  ['Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko', 8],
  [
    'Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; WOW64; Trident/7.0; .NET4.0C; .NET4.0E)',
    3,
  ],
];

/** Machines that are not in the domain, and browsers that log on to no site unasked. */
export const OTHERS: readonly (readonly [string, number])[] = [
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0`, 6],
  [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT} Chrome/141.0.0.0 Safari/537.36`, 4],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
    4,
  ],
  [edge(141), 4],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
    3,
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 1],
];
