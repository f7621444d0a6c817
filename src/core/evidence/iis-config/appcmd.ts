/**
 * Lines of appcmd: what it lists of sites, applications and pools, and the commands themselves.
 *
 *     APPPOOL "DefaultAppPool" (MgdVersion:v4.0,MgdMode:Integrated,state:Started)
 *     SITE "Default Web Site" (id:1,bindings:http/*:80:,https/*:443:portal,state:Started)
 *     APP "Default Web Site/" (applicationPool:DefaultAppPool)
 *     VDIR "Default Web Site/" (physicalPath:C:\inetpub\wwwroot)
 *
 * A command proves nothing of the current state; one that lists tells the location of what follows.
 */
import type { Fact, FactOf } from '../../facts/fact.ts';
import type { Span } from '../../facts/span.ts';
import { bindingFacts, modeOf } from './pool-facts.ts';

const LISTED = /\b(APPPOOL|SITE|APP|VDIR) "([^"\r\n]{1,300})" \(([^"\r\n]{0,2000})\)/g;
const COMMAND = /\bappcmd(?:\.exe)?["']?[ \t]{1,9}(\w{2,9})[ \t]{1,9}([^\r\n]{1,2000})/gi;
const SET_PROPERTY = /\bSet-WebConfigurationProperty[ \t]{1,9}([^\r\n]{1,2000})/gi;

export interface Appcmd {
  readonly facts: readonly Fact[];
  readonly claimed: readonly Span[];
  /** Locations that commands name, in order: `appcmd list config "Default Web Site" ...`. */
  readonly locations: readonly { readonly at: number; readonly location?: string }[];
}

/** What appcmd lists, and what commands would set, in the text. */
export function readAppcmd(text: string): Appcmd {
  const facts: Fact[] = [];
  const claimed: Span[] = [];
  const locations: { at: number; location?: string }[] = [];
  for (const found of text.matchAll(LISTED)) {
    const at = spanOf(found);
    claimed.push(at);
    facts.push(...listedFacts(found, at));
  }
  for (const found of text.matchAll(COMMAND)) {
    const [, verb = '', rest = ''] = found;
    const at = spanOf(found);
    claimed.push(at);
    const location = /^config\s+(?:"([^"]{1,300})"|([^\s/-]\S{0,300}))/i.exec(rest);
    const name = location?.[1] ?? location?.[2];
    if (/^list$/i.test(verb) && /^config/i.test(rest) && locations.length < LOCATIONS) {
      locations.push({ at: at.end, ...(name !== undefined && { location: name }) });
    }
    if (!/^(?:set|unlock|lock)$/i.test(verb)) continue;
    const section = /[-/]section:"?([\w./]{1,200})/i.exec(rest)?.[1];
    if (section === undefined || !/^set$/i.test(verb)) continue;
    facts.push(commandFact(at, section, name, [...rest.matchAll(SETTING)]));
  }
  for (const found of text.matchAll(SET_PROPERTY)) {
    const at = spanOf(found);
    const [, rest = ''] = found;
    claimed.push(at);
    const section = option(rest, 'filter');
    const name = option(rest, 'name');
    if (section === undefined || name === undefined) continue;
    const value = option(rest, 'value') ?? '';
    facts.push(commandFact(at, section, option(rest, 'location'), [['', name, value]]));
  }
  return { facts, claimed, locations };
}

/** Commands that tell a location; a person types a handful. */
const LOCATIONS = 100;
const SETTING = /(?:^|\s)[-/](?!section|commit)([\w.]{1,80}):(?:"([^"]{0,300})"|(\S{0,300}))/gi;

function option(rest: string, name: string): string | undefined {
  const pattern = new RegExp(
    `-${name}[ \\t]{1,9}(?:"([^"]{1,300})"|'([^']{1,300})'|(\\S{1,300}))`,
    'i',
  );
  const [, double, single, bare] = pattern.exec(rest) ?? [];
  return double ?? single ?? bare;
}

function commandFact(
  at: Span,
  section: string,
  location: string | undefined,
  settings: readonly (readonly (string | undefined)[])[],
): FactOf<'configCommand'> {
  return {
    kind: 'configCommand',
    at,
    ...(location !== undefined && { location }),
    section: section.split('/').findLast((part) => part !== '') ?? section,
    sets: settings.map(([, name = '', quoted, bare = '']) => ({
      name,
      // A hashtable may hold a password among its values.
      value: /password|key/i.test(name) || (quoted ?? bare).startsWith('@') ? '' : (quoted ?? bare),
    })),
  };
}

function listedFacts([, what = '', name = '', values = '']: RegExpMatchArray, at: Span): Fact[] {
  const value = (key: string) => new RegExp(`\\b${key}:([^,)]{0,300})`).exec(values)?.[1];
  if (what === 'APPPOOL') {
    const [mode, state] = [value('MgdMode'), value('state')];
    return [
      {
        kind: 'applicationPool',
        at,
        pool: name,
        ...(mode !== undefined && modeOf(mode)),
        ...(state !== undefined && { state }),
      },
    ];
  }
  if (what === 'APP') {
    const slash = name.indexOf('/');
    const [site, path] = slash < 0 ? [name, '/'] : [name.slice(0, slash), name.slice(slash)];
    const pool = value('applicationPool');
    return pool === undefined ? [] : [{ kind: 'application', at, site, path, pool }];
  }
  if (what !== 'SITE') return [];
  const bindings = /\bbindings:(.*),state:/.exec(values)?.[1] ?? '';
  return bindings.split(',').flatMap((one) => {
    const slash = one.indexOf('/');
    return bindingFacts(name, one.slice(0, slash), one.slice(slash + 1), at);
  });
}

function spanOf({ 0: found, index = 0 }: RegExpMatchArray): Span {
  return { start: index, end: index + found.trimEnd().length };
}
