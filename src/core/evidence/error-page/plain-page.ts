/** An error page without its markup; places in the result lead back to places in the original. */
import { rewrite, type Rewritten } from '../../text/rewrite.ts';

/** Also where HTML was escaped to be shown: `&lt;td&gt;`. */
const TAG = /(?:<|&lt;)\/?[a-z][a-z\d]{0,15}(?:\s[^<>]{0,400}?)?\/?(?:>|&gt;)/;
const ENTITY = /&(?:nbsp|amp|quot|#\d{1,5});/;
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]+/;
/** With the marks of a quotation and the indent of a block of code. */
const LINE_END = /(?: {2,9})?[\r\n]+(?:(?:[ \t]{0,4}(?:>|&gt;))+ ?)?(?: {4})?/;
const ALL = new RegExp([TAG, ENTITY, UNSEEN, LINE_END].map(({ source }) => source).join('|'), 'gi');
const INLINE = /^(?:<|&lt;)\/?(?:b|i|a|u|em|strong|span|font|code)(?![a-z\d])/i;
const CELL = /^(?:<|&lt;)(\/?)(td|th)(?![a-z\d])/i;
const MEANT: Readonly<Record<string, string>> = { '&nbsp;': ' ', '&amp;': '&', '&quot;': '"' };

/** The page as lines: a cell begins after a tab, and everything else on a line of its own. */
export function plainPage(text: string): Rewritten {
  let isValue = false;
  return rewrite(text, ALL, (found) => {
    if (/^ *[\r\n]/.test(found)) {
      // A console of 80 columns breaks a value in the middle of a word.
      return isValue ? '' : '\n';
    }
    if (/^(?:<|&lt;)/i.test(found)) {
      if (INLINE.test(found)) return '';
      const [, closes, cell] = CELL.exec(found) ?? [];
      isValue = closes === '' && cell?.toLowerCase() === 'td';
      return cell === undefined ? '\n' : closes === '' ? '\t' : '';
    }
    return entity(found);
  });
}

function entity(found: string): string {
  const code = Number(/^&#(\d+)/.exec(found)?.[1]);
  return code > 31 ? String.fromCharCode(code) : (MEANT[found.toLowerCase()] ?? '');
}

/** A piece of a page without the marks of bold text and of tables around it. */
export function bare(text: string): string {
  return text.replace(/^[\s*|`]{1,20}/, '').replace(/[\s*|`]{1,20}$/, '');
}
