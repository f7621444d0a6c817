/** In place of a verdict: what was read says nothing, or nothing was recognised. */
import type { Decoded } from '../../core/index.ts';
import { h } from '../dom.ts';

export function noVerdict({ kinds }: Decoded): HTMLElement {
  const isRead = kinds.some((kind) => kind !== 'unknown');
  return h(
    'div',
    { class: 'verdict', id: 'verdict', 'data-severity': 'info' },
    h(
      'h2',
      { class: 'verdict-title', tabindex: -1 },
      isRead
        ? 'Nothing to conclude. What was read follows.'
        : 'Nothing in this text was recognised.',
    ),
    !isRead &&
      h(
        'p',
        {},
        'Expected: rows of an IIS log, an Authorization or WWW-Authenticate header, an HTTP message or trace, a Kerberos trace, the output of klist, setspn, nslookup or appcmd, IIS configuration, an error message of a client or a server, or a code such as 401.2, 2148074254 or KRB_AP_ERR_MODIFIED.',
      ),
  );
}
