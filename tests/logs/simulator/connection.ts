/** A TCP connection as the server sees it. */
import { IDLE_MS, type Site } from './site.ts';

export class Connection {
  readonly site: Site;
  readonly peer: string;
  /** When it was used last. */
  used: number;
  /** Who is logged on for as long as it lasts; '' for nobody. */
  user = '';
  /** NTLM has begun, and waits for its last message. */
  isHalfway = false;

  constructor(site: Site, peer: string, now: number) {
    this.site = site;
    this.peer = peer;
    this.used = now;
  }

  isClosed(now: number): boolean {
    return now - this.used > IDLE_MS;
  }
}
