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
