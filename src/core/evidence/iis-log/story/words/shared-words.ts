/** Addresses that stand for many people, in words. */
import { counted } from '../../../../text/counted.ts';
import type { SharedAddress } from '../conclusions/shared-addresses.ts';

/** One sentence for all of them. */
export function sharedWords([first, ...others]: readonly SharedAddress[]): string[] {
  if (!first) return [];
  const more =
    others.length === 0
      ? ''
      : `, and ${counted(others.length, 'other address', 'other addresses')} for ${(others.at(-1)?.users ?? 0).toLocaleString('en')} or more${others.length === 1 ? '' : ' each'}`;
  return [
    `${first.client} stands for ${counted(first.users, 'user')}${more}; log X-Forwarded-For to tell them apart (IIS Manager, Logging, Select Fields, Add Field).`,
  ];
}
