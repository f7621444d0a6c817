/** What a person does next: a sentence to read, or a command and the computer to run it on. */
import type { Command } from '../text/escape/command.ts';

export type Step = { readonly say: string } | { readonly run: Command; readonly on: Machine };

export type Machine = 'client' | 'server' | 'domain-controller' | 'anywhere';

/** Where to run a command, in words. */
export const WHERE: Readonly<Record<Machine, string>> = {
  client: 'on the client',
  server: 'on the web server',
  'domain-controller': 'on a domain controller',
  anywhere: 'on any computer of the domain',
};

export function say(sentence: string): Step {
  return { say: sentence };
}

export function run(on: Machine, line: Command): Step {
  return { run: line, on };
}
