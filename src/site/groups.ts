/** The groups of articles, in reading order. The id is the folder and the first part of the address. */
export const GROUPS = [
  {
    id: 'start',
    title: 'Start and triage',
    summary: 'Read what the log and the headers already say, before changing anything.',
  },
  {
    id: 'status',
    title: 'Status codes',
    summary: 'One article for each 401 substatus, and the neighbours that are mistaken for one.',
  },
  {
    id: 'concepts',
    title: 'How it works',
    summary: 'The handshake, who decrypts what, and where it happens.',
  },
  {
    id: 'kerberos',
    title: 'Kerberos checks',
    summary: 'In order, from the browser to the key: each check has a command and an answer.',
  },
  {
    id: 'causes',
    title: 'Causes and fixes',
    summary: 'A code or a symptom, the causes behind it, and how to prove which one it is.',
  },
  {
    id: 'delegation',
    title: 'Delegation and trusts',
    summary: 'The second hop: who may act for the user, and what must be true of every account.',
  },
  {
    id: 'clients',
    title: 'Clients and browsers',
    summary: 'What Edge, Chrome, Firefox, .NET, curl and others do with the offer of a 401.',
  },
  {
    id: 'proxies',
    title: 'Proxies and farms',
    summary: 'What stands between client and server, and what it does to a handshake.',
  },
  {
    id: 'changes',
    title: 'Platform changes',
    summary: 'What Windows changed, when, and how to recognise that it is the reason.',
  },
  {
    id: 'tools',
    title: 'Tools and how-to',
    summary: 'Collect the evidence safely, at the client and on the server.',
  },
  {
    id: 'reference',
    title: 'Reference',
    summary: 'Events, settings, ports and terms, to look up.',
  },
  {
    id: 'legacy',
    title: 'Legacy',
    summary: 'IIS 6 and its metabase, and what took the place of each setting.',
  },
] as const;

export type Group = (typeof GROUPS)[number];
export type GroupId = Group['id'];

/** The group of that id; a content folder without an entry above fails the build here. */
export function groupOf(id: string): Group {
  const group = GROUPS.find((candidate) => candidate.id === id);
  if (!group) {
    const known = GROUPS.map((candidate) => candidate.id).join(', ');
    throw new Error(`content/articles/${id} is not a group. The groups are: ${known}.`);
  }
  return group;
}

/** The group that all codes share in the search. */
export const CODES_GROUP = 'Codes';
