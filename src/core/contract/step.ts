/** What a person does next: a sentence to read, or a command and the computer to run it on. */
import type { Command } from '../text/escape/command.ts';

export type Step = { readonly say: string } | { readonly run: Command; readonly on: Machine };

export type Machine = 'client' | 'server' | 'domain-controller' | 'anywhere';

export function say(sentence: string): Step {
  return { say: sentence };
}

export function run(on: Machine, line: Command): Step {
  return { run: line, on };
}
