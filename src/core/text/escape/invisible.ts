/**
 * Characters that nobody sees, and that change how the text around them looks: controls, zero-width
 * and bidirectional characters, soft hyphens, tags. Evidence comes from anywhere; none of them may
 * move a cursor, hide a piece of a name or turn a sentence around.
 */

/** Delete and the C1 controls, default ignorable and bidirectional characters, as a class's inside. */
export const HIDDEN =
  '\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f' +
  '\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb' +
  '\\u{e0000}-\\u{e0fff}';

/** These, the other controls except line ends and tabs, and halves of surrogate pairs. */
/* eslint-disable no-misleading-character-class -- each of these is meant by itself */
const UNSEEN = new RegExp(
  `[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f${HIDDEN}\\ud800-\\udfff]`,
  'gu',
);
/* eslint-enable no-misleading-character-class */

const REPLACEMENT = '\ufffd';

/** Every unseen character replaced by a visible one; line ends and tabs stay. */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : REPLACEMENT;
  });
}
