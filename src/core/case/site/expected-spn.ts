/**
 * The SPN that browsers ask for when they are given a name. Edge, Chrome, Firefox and IE mode take the
 * canonical name of the host, so that of a CNAME its target, and leave the port out; two policies
 * of Chromium change that. An address has no SPN by default.
 * Source: Chromium, net/http/http_auth_handler_negotiate.cc (CreateSPN, canonical name lookup);
 * DisableAuthNegotiateCnameLookup and EnableAuthNegotiatePort in the policy list of Microsoft Edge.
 */
import type { SiteCell } from '../../contract/site.ts';
import { say } from '../../contract/step.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import { isAddress, spelled, type Host, type Spn } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';
import type { Asked } from './asked.ts';
import { known, missing, sentences } from './cells.ts';
import type { ClientName } from './client-names.ts';
import { resolve } from './steps.ts';

export interface Expected {
  readonly spn?: Spn;
  /** False where DNS could still change it. */
  readonly isCertain: boolean;
  readonly at: readonly Span[];
  readonly cell: SiteCell;
}

/** SPNs of one name; a client that puts the port in asks for another one. */
const SPNS = 3;
const FOLLOWS =
  'Edge, Chrome, Firefox, IE mode and .NET ask for the target of an alias, unless DisableAuthNegotiateCnameLookup is on; curl asks for the name itself.';
const OPEN = 'If the name is an alias (CNAME), browsers ask for its target instead.';

/** Every SPN that clients ask for under the name; one at least. */
export function expectedSpns(
  { host, at }: ClientName,
  asked: readonly Asked[],
  facts: FactBase,
): Expected[] {
  if (isAddress(host)) return [forAddress];
  const own = asked.filter(({ spn, isTyped }) => spn.host === host && !isTyped);
  if (own.length > 0) return own.slice(0, SPNS).map((one) => forAsked(one));
  return [fromDns(host, at, facts)];
}

const forAddress: Expected = {
  isCertain: false,
  at: [],
  cell: missing(
    say('Open the site by a name.'),
    'Windows clients ask for no ticket when the URL has an address, unless TryIPSPN is set: they send NTLM.',
  ),
};

function forAsked({ spn, at }: Asked): Expected {
  const note =
    spn.port === undefined
      ? 'A client asked for it.'
      : 'A client asked for it with the port, which browsers leave out unless EnableAuthNegotiatePort is on.';
  return { spn, isCertain: true, at: [at], cell: known(spelled(spn), [at], { note }) };
}

function fromDns(host: Host, at: Span, facts: FactBase): Expected {
  const answers = facts.all('dnsName').filter(({ name }) => name === host);
  const alias = answers.find(({ canonical }) => canonical !== undefined);
  const address = answers.find(({ answer }) => answer === 'address');
  const disabled = policyOn('DisableAuthNegotiateCnameLookup', facts);
  const { port, note } = portOf(host, facts);
  const make = (
    name: Host,
    isCertain: boolean,
    places: readonly Span[],
    why?: string,
  ): Expected => {
    const spn: Spn = { service: 'HTTP', host: name, ...(port !== undefined && { port }) };
    const fill = isCertain ? undefined : resolve(host);
    const cell = known(spelled(spn), places, { note: sentences(why, note), fill });
    return { spn, isCertain, at: places, cell };
  };
  if (alias?.canonical !== undefined && address === undefined && !disabled) {
    return make(alias.canonical, true, [alias.at], FOLLOWS);
  }
  if (address && !alias) return make(host, true, [at, address.at]);
  if (disabled) return make(host, true, [at, disabled]);
  // The resolver completes a short name, and browsers ask for what it finds.
  if (!host.includes('.')) {
    const cell = missing(resolve(host), 'Browsers complete a short name as DNS does.');
    return { isCertain: false, at: [], cell };
  }
  return make(host, false, [at], OPEN);
}

/** Two sites on one name and two ports share one SPN, as the port is no part of it by default. */
function portOf(host: Host, facts: FactBase): { port?: string; note?: string } {
  const bindings = facts.all('binding').filter((one) => one.host === host);
  const ports = [...new Set(bindings.map(({ port }) => port))];
  const [port] = ports;
  if (port === undefined || ports.some((one) => one === '80' || one === '443')) return {};
  if (ports.length === 1 && policyOn('EnableAuthNegotiatePort', facts)) {
    return { port, note: 'EnableAuthNegotiatePort puts the port in.' };
  }
  return { note: `Browsers leave the port (${ports.join(', ')}) out.` };
}

/** Where a policy of Edge or Chrome is set to true. */
function policyOn(wanted: string, facts: FactBase): Span | undefined {
  return facts
    .all('browserPolicy')
    .find(({ name, value = '' }) => name === wanted && /^(?:true|1|0x0*1)$/i.test(value.trim()))
    ?.at;
}
