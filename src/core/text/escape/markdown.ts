/** Text from the evidence in Markdown (CommonMark and GitHub's tables and links). */
import { withoutUnseen } from './invisible.ts';

const MARKUP = /[\\`*_{}[\]()<>#+!|~&]/g;
/** What GitHub makes a link of by itself: an address, a mail address, a mention. */
const AUTOLINK = /(?<=\b(?:https?|ftp))(?=:\/\/)|(?<=\bwww)(?=\.)|(?<=\w)(?=@)|(?<=@)(?=\w)/gi;
/** Renders as nothing, and keeps the two sides apart. */
const NOTHING = '<!-- -->';

/** One line of plain text, whatever the evidence holds: no markup, no link, no cell of a table. */
export function markdownText(text: string): string {
  return oneLine(text)
    .replace(MARKUP, String.raw`\$&`)
    .replace(AUTOLINK, NOTHING);
}

/** One line as code, which may also stand in a table. */
export function markdownCode(text: string): string {
  return `\`${oneLine(text).replaceAll('`', "'").replaceAll('\\|', '\\ |').replaceAll('|', '\\|')}\``;
}

function oneLine(text: string): string {
  return withoutUnseen(text).replace(/\s+/g, ' ').trim();
}
