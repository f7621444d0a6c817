/**
 * In place of the site's own: a page from a disk may load no worker from there, so its script lies in
 * the page as text, and the worker is started from memory.
 */
import './trusted-urls.ts';
import { part } from '../../elements/dom.ts';

let address: string | undefined;

export function startWorker(): Worker {
  const { textContent } = part(document, '#worker', HTMLScriptElement);
  address ??= URL.createObjectURL(new Blob([textContent], { type: 'text/javascript' }));
  return new Worker(address);
}
