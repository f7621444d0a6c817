/** Recognises a text that may hold the message of a program, without the table of messages. */

/** A word and another one, a name such as `ERR_INVALID_AUTH`, or the scripts that have no spaces. */
const WORDS =
  /[\p{L}'’]{2}[.,:;)"'’]?[ \t\r\n\u00a0]{1,8}[>*"'“(]{0,2}[ \t]?\p{L}|[A-Z]_[A-Z]|[\u3040-\u30ff\u3400-\u9fff]{2}/u;

/** True when there is prose or the name of an error in `text`; cheap, and mostly answered early. */
export function seenSentence(text: string): boolean {
  return WORDS.test(text);
}
