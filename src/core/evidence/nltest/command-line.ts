/** The command above an output: it alone says which domain and which computer were asked about. */
import { commandPattern } from '../../text/typed-command.ts';
import type { NetlogonCommand, Part } from './outputs.ts';

const NLTEST = commandPattern('nltest');
const NETDOM = commandPattern('netdom');
const POWERSHELL = commandPattern('Test-ComputerSecureChannel');
/** The heading of its answer in the report that the article collect-server-state makes. */
const REPORT = /^== Secure channel$/;

const VERB =
  /[/-](sc_query|sc_verify|sc_reset|sc_change_pwd|dsgetdc|dclist|dcname|domain_trusts|trusted_domains|query|parentdomain|dsgetsite|dnsgetdc)(?::\s?([\w.-]{1,255})?)?/i;
const SERVER = /[/-]server:\s?(?:\\\\)?([\w.-]{1,255})/i;
const NETDOM_VERB =
  /^(verify|trust|query|reset|resetpwd)\b(.{0,300}?)(?:\b(fsmo|trust|dc|pdc)\b.{0,200})?$/i;
const NETDOM_DOMAIN = /[/-]d(?:omain)?:\s?([\w.-]{1,255})/i;

export const commandLine: Part = (lines, index, outputs) => {
  const text = (lines[index]?.text ?? '').replace(/^#\s?/, '');
  const command = nltest(text) ?? netdom(text) ?? powershell(text);
  if (!command) return 0;
  outputs.command = command;
  return 1;
};

function nltest(text: string): NetlogonCommand | undefined {
  const rest = NLTEST.exec(text)?.[1];
  if (rest === undefined) return undefined;
  const [, verb, domain] = VERB.exec(rest) ?? [];
  const server = SERVER.exec(rest)?.[1];
  return {
    tool: 'nltest',
    ...(verb !== undefined && { verb: verb.toLowerCase() }),
    ...(domain !== undefined && { domain }),
    ...(server !== undefined && { server }),
  };
}

function netdom(text: string): NetlogonCommand | undefined {
  const rest = NETDOM.exec(text)?.[1];
  const [, verb, between = '', what] = NETDOM_VERB.exec(rest ?? '') ?? [];
  if (rest === undefined || verb === undefined) return undefined;
  const domain = NETDOM_DOMAIN.exec(rest)?.[1];
  const server = /^verify$/i.test(verb) ? /^\s{0,3}([\w.-]{1,255})/.exec(between)?.[1] : undefined;
  return {
    tool: 'netdom',
    verb: what === undefined ? verb.toLowerCase() : `${verb} ${what}`.toLowerCase(),
    ...(domain !== undefined && { domain }),
    ...(server !== undefined && { server }),
  };
}

function powershell(text: string): NetlogonCommand | undefined {
  const [whole, rest = '-'] = POWERSHELL.exec(text) ?? [];
  const isCall = (whole !== undefined && /^[-|;]/.test(rest)) || REPORT.test(text);
  return isCall ? { tool: 'Test-ComputerSecureChannel' } : undefined;
}
