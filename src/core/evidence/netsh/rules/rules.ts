/** The rules on what netsh shows, the most telling first. */
import type { Rule } from '../../../case/rule.ts';
import { ipListen } from './ip-listen.ts';
import { queue } from './queue.ts';
import { reservation } from './reservation.ts';
import { tlsBinding } from './tls-binding.ts';
import { winHttpProxy } from './winhttp-proxy.ts';

export const NETSH_RULES: readonly Rule[] = [
  ipListen,
  queue,
  tlsBinding,
  reservation,
  winHttpProxy,
];
