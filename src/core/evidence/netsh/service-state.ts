/**
 * `netsh http show servicestate`, by sessions or by queues: which pool of IIS, or which other program, a URL goes to.
 *
 *     Server session ID: FF00000020000001
 *         Properties:
 *             Max bandwidth: 4294967295
 *         URL groups:
 *         URL group ID: FE00000040000001
 *             Request queue name: DefaultAppPool
 *             Registered URLs:
 *                 HTTP://*:80/
 *
 *     Request queues:
 *         Request queue name: DefaultAppPool
 *             Process IDs:
 *                 3248
 *
 * URLs are in capitals. The largest number stands for "no limit" and is no code.
 */
import { placeOfLines } from '../../text/line-parts.ts';
import { LABELLED, type Listing, type Part, type Queue } from './listing.ts';

const ID = /^[^:：]{5,40}[:：]\s?F[0-9A-F]{15}$/;
const QUEUE =
  /^(?:Request queue name|Name der Anforderungswarteschlange|Anforderungswarteschlangenname|Nom de (?:la )?file d.attente.{0,20}|Nombre de (?:la )?cola.{0,20}|要求キュー名|请求队列名称?)\s?[:：]\s?(\S.{0,255})$/i;
const UNNAMED = /unnamed|unbenannt|sans nom|sin nombre/i;
const REGISTERED = /^HTTPS?:\/\/[^\s/]{1,255}:\d{1,5}(?::[^\s/]{1,255})?(?:\/\S{0,500})?$/;
const PROCESS = /^\d{1,7}$/;
const STRANGERS = 3;
const HEAD = /^\S[^:：]{2,60}[:：]$/;

export const serviceState: Part = (lines, index, listing) => {
  const text = lines[index]?.text ?? '';
  const at = placeOfLines(lines, index);
  const name = QUEUE.exec(text)?.[1];
  if (name !== undefined) listing.queue = queueOf(listing, name, at);
  else if (ID.test(text)) listing.queue = undefined;
  else if (!listing.isState) return 0;
  else if (REGISTERED.test(text)) listing.queue?.urls.push(text);
  else if (PROCESS.test(text) && HEAD.test(lines[index - 1]?.text ?? '')) addProcess(listing, text);
  else if (PROCESS.test(text) && PROCESS.test(lines[index - 1]?.text ?? ''))
    addProcess(listing, text);
  else if (!LABELLED.test(text) && !HEAD.test(text)) {
    // `Timeout values inherited` has no colon; several lines without one are something else.
    listing.strangers++;
    listing.isState = listing.strangers < STRANGERS;
    return 0;
  }
  listing.isState = true;
  listing.strangers = 0;
  listing.claimed.push(at);
  return 1;
};

function addProcess({ queue }: Listing, text: string): void {
  queue?.processes.push(Number(text));
}

function queueOf({ queues }: Listing, name: string, at: Queue['at']): Queue {
  const key = UNNAMED.test(name) ? String(at.start) : name;
  const known = queues.get(key);
  if (known) return known;
  const queue: Queue = { name: key === name ? name : undefined, at, urls: [], processes: [] };
  queues.set(key, queue);
  return queue;
}

/** States each queue once, when the whole text was read. */
export function stateQueues({ facts, queues }: Listing): void {
  for (const { name, at, urls, processes } of queues.values()) {
    if (urls.length === 0 && processes.length === 0 && name === undefined) continue;
    facts.push({
      kind: 'requestQueue',
      at,
      ...(name !== undefined && { name }),
      urls: [...new Set(urls)],
      processes: [...new Set(processes)],
    });
  }
}
