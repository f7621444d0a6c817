/**
 * Who is let in besides authentication: URL authorization of IIS and ASP.NET, addresses, locked
 * sections, impersonation, the ASP.NET Core module and limits on headers.
 */
import type { Fact, FactOf } from '../../facts/fact.ts';
import { accountOf } from '../../facts/names.ts';
import {
  attribute,
  booleanOf,
  type File,
  listOf,
  locationOf,
  type Node,
  type Section,
  valueOf,
} from './section.ts';

type Place = ReturnType<typeof locationOf>;

export function accessFacts(file: File): Fact[] {
  // Paths where ASP.NET does not check its settings against the integrated pipeline.
  const unchecked = new Set(
    file.sections
      .filter(({ node }) => booleanOf(node, 'validateIntegratedModeConfiguration') === false)
      .map(({ path }) => path),
  );
  return file.sections.flatMap(
    (section): Fact[] =>
      READ[section.name]?.(section, locationOf(file, section.path), unchecked) ?? [],
  );
}

/** Sections whose lock can stand in the way of a logon. */
const LOCKABLE = /Authentication$|^(?:authorization|ipSecurity)$/;

const READ: Readonly<
  Record<string, (section: Section, place: Place, unchecked: ReadonlySet<string>) => Fact[]>
> = {
  authorization: ({ node }, place) => node.children.flatMap((one) => ruleOf(one, place)),
  identity: ({ node, path }, place, unchecked) => {
    const user = valueOf(node, 'userName') ?? '';
    const enabled = booleanOf(node, 'impersonate') ?? false;
    return [
      {
        kind: 'impersonation',
        at: node.at,
        ...place,
        enabled,
        ...(user !== '' && { account: accountOf(user) }),
        isValidated: !unchecked.has(path),
      },
    ];
  },
  // Only the server's own file declares sections.
  section: ({ node }) => {
    const section = valueOf(node, 'name') ?? '';
    if (!LOCKABLE.test(section)) return [];
    const isLocked = /^deny$/i.test(valueOf(node, 'overrideModeDefault') ?? '');
    return [{ kind: 'sectionLock', at: node.at, section, location: '', isLocked }];
  },
  location: ({ node }, { location = '' }) => lockFacts(node, location),
  ipsecurity: ({ node }, place) => {
    const denyAction = valueOf(node, 'denyAction');
    return [
      {
        kind: 'ipRestriction',
        at: node.at,
        ...place,
        ...(denyAction !== undefined && { denyAction }),
        isUnlistedAllowed: booleanOf(node, 'allowUnlisted') ?? true,
        denied: node.children
          .filter((one) => booleanOf(one, 'allowed') !== true)
          .flatMap((one) => valueOf(one, 'ipAddress') ?? valueOf(one, 'domainName') ?? []),
      },
    ];
  },
  aspnetcore: ({ node }, place) => {
    const forwards = booleanOf(node, 'forwardWindowsAuthToken');
    if (forwards === undefined) return [];
    return [{ kind: 'aspNetCore', at: node.at, ...place, forwardWindowsAuthToken: forwards }];
  },
  headerlimits: ({ node }, place) =>
    node.children.flatMap((one): Fact[] => {
      const [header, bytes] = [valueOf(one, 'header'), Number(valueOf(one, 'sizeLimit'))];
      if (header === undefined || !Number.isSafeInteger(bytes)) return [];
      return [{ kind: 'headerLimit', at: one.at, ...place, header, bytes }];
    }),
};

function ruleOf(node: Node, place: Place): Fact[] {
  const access = valueOf(node, 'accessType') ?? node.name;
  if (!/^(?:allow|deny)$/i.test(access)) return [];
  const rule: FactOf<'authorizationRule'> = {
    kind: 'authorizationRule',
    at: node.at,
    ...place,
    of: attribute(node, 'accessType') ? 'iis' : 'asp.net',
    access: /^deny$/i.test(access) ? 'deny' : 'allow',
    users: listOf(valueOf(node, 'users')),
    roles: listOf(valueOf(node, 'roles')),
    verbs: listOf(valueOf(node, 'verbs')),
  };
  return [rule];
}

/** `<location path="Site" overrideMode="Allow">`: of the sections in it, or of all when it is empty. */
function lockFacts(node: Node, location: string): Fact[] {
  const mode = valueOf(node, 'overrideMode') ?? '';
  if (!/^(?:allow|deny)$/i.test(mode)) return [];
  const isLocked = /^deny$/i.test(mode);
  const names: string[] = [];
  const look = (one: Node): void => {
    if (LOCKABLE.test(one.name)) names.push(one.name);
    one.children.forEach(look);
  };
  look(node);
  const at = attribute(node, 'overrideMode')?.at ?? node.at;
  return (node.children.length === 0 ? [''] : names).map((section) => ({
    kind: 'sectionLock',
    at,
    section,
    location,
    isLocked,
  }));
}
