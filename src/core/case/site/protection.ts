/**
 * Extended Protection of a site. `None` checks nothing; `Allow` and `Require` refuse a channel binding
 * that is not the one of the TLS connection, which is what a device that ends TLS leads to. Behind one, IIS can
 * check the name instead: the flag Proxy, and a list of SPNs.
 * Source: extendedProtection in the IIS configuration reference; RFC 5929.
 */
import type { Fit, SiteCell } from '../../contract/site.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import { spelled, type Spn } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';
import { settingsOf, type WindowsSettings } from '../join/site-settings.ts';
import { known, missing, sentences } from './cells.ts';
import { SHOW_CERTIFICATES, showSettings } from './steps.ts';

export interface Protection {
  readonly expected: SiteCell;
  readonly actual: SiteCell;
  readonly fit: Fit;
  readonly reason?: string;
  /** Where a logon was refused for its binding, with the settings that did it. */
  readonly refused?: { readonly at: Span; readonly settings: WindowsSettings };
}

/** STATUS_BAD_BINDINGS, SEC_E_BAD_BINDINGS. */
const BAD_BINDINGS: ReadonlySet<number> = new Set([0xc000035b, 0x80090346]);
const ASSUMED = 'Not written out here: the default is assumed, and another level may set it.';
const NO_CHECK =
  'Nothing is checked, so a device that ends TLS before IIS makes no difference. It does not keep relayed logons out.';

export function protection(
  sites: ReadonlySet<string> | undefined,
  site: string | undefined,
  spn: Spn | undefined,
  facts: FactBase,
): Protection {
  const all = sites?.size === 0 ? [] : settingsOf(sites, facts);
  const actual = actualCell(all, site);
  const on = all.filter(({ tokenChecking }) => tokenChecking !== 'None');
  const name = spn ? spelled(spn) : 'the SPN of the name';
  if (all.length === 0) {
    return {
      actual,
      expected: missing(SHOW_CERTIFICATES, whatFits(name)),
      fit: 'not-known',
      reason: 'Extended Protection is not known.',
    };
  }
  if (on.length === 0) {
    const expected = known('None, with or without a TLS proxy', actual.at, { note: NO_CHECK });
    const isSure = actual.fill === undefined;
    return {
      actual,
      expected,
      fit: isSure ? 'fits' : 'not-known',
      ...(!isSure && { reason: 'Extended Protection is not written out.' }),
    };
  }
  const at = badBindings(facts);
  const [settings] = on;
  if (at && settings && on.length === all.length && isOnlyOne(settings, facts)) {
    return {
      actual,
      expected: known('None, or Proxy and its SPNs, behind a TLS proxy', [at], {
        note: whatFits(name),
      }),
      fit: 'does-not-fit',
      reason: `Extended Protection is set to ${settings.tokenChecking}, and a logon was refused for its channel binding.`,
      refused: { at, settings },
    };
  }
  return {
    actual,
    expected: missing(SHOW_CERTIFICATES, whatFits(name)),
    fit: 'not-known',
    reason: 'Whether a device ends TLS before IIS is not known.',
  };
}

const whatFits = (name: string): string =>
  `If TLS ends at IIS: any setting. If a device before IIS ends it: None, or the flag Proxy with ${name} in the list of SPNs. Compare the certificate that a client is shown with that of the server.`;

function actualCell(all: readonly WindowsSettings[], site: string | undefined): SiteCell {
  const [first] = all;
  if (!first) return missing(showSettings(site));
  const values = [...new Set(all.map(wordsFor))];
  const isStated = all.every(
    ({ stated, file }) => stated.includes('tokenChecking') || file === 'applicationHost.config',
  );
  return known(
    values.join(' or '),
    all.map(({ at }) => at),
    {
      note: sentences(
        values.length > 1 ? 'It differs by application.' : undefined,
        isStated ? undefined : ASSUMED,
      ),
      fill: isStated ? undefined : showSettings(first.location ?? site),
    },
  );
}

/** `Require`, `Require, Proxy, HTTP/portal.contoso.com`. */
function wordsFor({ tokenChecking, flags = [], spns = [] }: WindowsSettings): string {
  return tokenChecking === 'None' ? 'None' : [tokenChecking, ...flags, ...spns].join(', ');
}

function badBindings(facts: FactBase): Span | undefined {
  const failed = facts
    .all('logonFailed')
    .find(
      ({ status = 0, subStatus = 0 }) => BAD_BINDINGS.has(status) || BAD_BINDINGS.has(subStatus),
    );
  const page = facts.all('errorPage').find(({ code = 0 }) => BAD_BINDINGS.has(code));
  const row = facts.log?.entries.find(({ win32 = 0 }) => BAD_BINDINGS.has(win32));
  return failed?.at ?? page?.codeAt ?? page?.at ?? row?.at;
}

/** The refusal names no site: it is this one only if no other place in the case checks bindings. */
function isOnlyOne(settings: WindowsSettings, facts: FactBase): boolean {
  return facts
    .all('windowsAuthentication')
    .every((one) => one.tokenChecking === 'None' || !one.enabled || one === settings);
}
