/** What is healthy, in words: the 401s of handshakes that ended well, and the pauses before a prompt. */
import { counted } from '../../../../text/counted.ts';
import type { Healthy } from '../conclusions/healthy.ts';
import { lengthOf } from './clock.ts';

/** `isAll`: no attempt failed, so that this is all there is to say. */
export function healthyWords(healthy: Healthy, isAll: boolean): string[] {
  const { accepted, healthyRefusals, refusals } = healthy;
  if (accepted === 0) return [];
  const handshakes = accepted === 1 ? 'a handshake' : counted(accepted, 'handshake');
  const which =
    healthyRefusals === refusals
      ? allOf(refusals)
      : `${number(healthyRefusals)} of ${counted(refusals, '401')}`;
  const belong = `${which} ${healthyRefusals === 1 ? 'belongs' : 'belong'} to ${handshakes} that ended well`;
  return [
    isAll ? `No logon failed: ${belong.replace(/^(?:All|Both|The)/, lower)}.` : `${belong}.`,
    ...prompted(healthy),
  ];
}

function prompted({ accepted, pauses }: Healthy): string[] {
  const count = pauses.length;
  if (count === 0) return [];
  const which =
    accepted === 1
      ? 'It'
      : count === accepted
        ? 'All of them'
        : `${count === 1 ? 'One' : number(count)} of these handshakes`;
  const known = pauses.filter((pause) => !Number.isNaN(pause));
  const middle = known[known.length >> 1] ?? 0;
  const most = known.at(-1) ?? 0;
  const took =
    most < 1_000
      ? ''
      : known.length === 1
        ? `, within ${lengthOf(most)}`
        : `, within ${lengthOf(middle)} for half of them and ${lengthOf(most)} at most`;
  return [`${which} ended well only after a pause or a refusal${took}.`];
}

function allOf(refusals: number): string {
  if (refusals === 1) return 'The only 401';
  return refusals === 2 ? 'Both 401s' : `All ${counted(refusals, '401')}`;
}

function lower(word: string): string {
  return word.toLowerCase();
}

function number(value: number): string {
  return value.toLocaleString('en');
}
