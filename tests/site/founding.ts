/**
 * What each paste of the founding documents must lead to, in the page and on the command line.
 * The pastes are in `tests/fixtures/founding/`, with where they were printed.
 */
export interface FoundingPaste {
  /** What a person did. */
  scenario: string;
  file: string;
  /** Site path of the verdict's article. */
  article: string;
}

export const FOUNDING: readonly FoundingPaste[] = [
  {
    scenario: 'a first request that carried a token, its row wrapped over three lines',
    file: 'preauth-row-wrapped.log',
    article: '/causes/preauth-401-1/',
  },
  {
    scenario: 'an NTLM handshake that ended well, with fewer values than fields',
    file: 'ntlm-handshake.log',
    article: '/start/normal-401-sequence/',
  },
  {
    scenario: 'an offer that nobody took up, with placeholders for values',
    file: 'never-answered.log',
    article: '/start/401-2-only-no-second-leg/',
  },
  {
    scenario: 'a security package that was not found',
    file: 'secpkg-not-found.log',
    article: '/causes/401-1-secpkg-not-found/',
  },
];

/** The four mechanisms that the cut header offers, in its order. */
export const CUT_HEADER_MECHANISMS = [
  '1.2.840.48018.1.2.2',
  '1.2.840.113554.1.2.2',
  '1.3.6.1.4.1.311.2.2.30',
  '1.3.6.1.4.1.311.2.2.10',
] as const;

/** Bytes printed of the header's token, and bytes it announces. */
export const CUT_HEADER_SIZE = { bytes: 174, expectedBytes: 2932 } as const;

/** Substatuses that are named in the documents without a row, and each one's article. */
export const SUBSTATUSES = [
  ['401.1', '/status/401-1-logon-failed/'],
  ['401.2', '/status/401-2-server-configuration/'],
  ['401.3', '/status/401-3-acl/'],
] as const;
