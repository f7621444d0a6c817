/**
 * Logs of any size with a known truth, the same for the same seed: attempts of every outcome, each
 * of its own client, spread over ordinary traffic second by second, and damage where it is wanted.
 */
import type { Outcome } from '../../src/core/contract/decoded.ts';
import { random } from './random.ts';
import { type Script, SCRIPTS, type Step } from './scripts.ts';

export interface Recipe {
  seed: number;
  /** Size of the log; whole rows, so a little more. */
  bytes: number;
  /** Share of the rows that are 401. */
  refused: number;
  /** Share of the ordinary rows that are cut off, so that they cannot be read. */
  cut?: number;
  /** Share of the rows that a person or a tool has changed, so that they must be read as text. */
  changed?: number;
  lineEnd?: string;
}

export interface Truth {
  rows: number;
  refusals: number;
  /** Rows that cannot be read. */
  cut: number;
  outcomes: Map<Outcome, number>;
}

const HEAD = [
  '#Software: Microsoft Internet Information Services 10.0',
  '#Version: 1.0',
  '#Date: 2026-03-02 00:00:00',
  '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken',
];
const START = Date.UTC(2026, 2, 2);
const AGENTS = [
  'Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64)+AppleWebKit/537.36+(KHTML,+like+Gecko)+Chrome/141.0.0.0+Safari/537.36+Edg/141.0.0.0',
  'Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64;+rv:143.0)+Gecko/20100101+Firefox/143.0',
];
/** Rows per second. */
const PACE = 60;
const CLIENTS = 10_000;
const CHUNK = 1024 * 1024;
/** How often each script is played: most attempts of a real log end well. */
const USUAL = ['kerberos', 'ntlm', 'ntlm', 'ntlm'];
const SCRIPT_LIST = Object.values(SCRIPTS);

interface Player {
  client: number;
  stem: string;
  steps: readonly Step[];
  /** Index of the next step, and the second in which it is due after a wait. */
  next: number;
  due: number;
}

/** Chunks of the log's text; returns what is true of it. */
export function* bigLog(recipe: Recipe): Generator<string, Truth> {
  const { seed, bytes, refused, cut = 0, changed = 0, lineEnd = '\r\n' } = recipe;
  const next = random(seed);
  const isChance = (share: number) => next(1_000_000) < share * 1_000_000;
  const truth: Truth = { rows: 0, refusals: 0, cut: 0, outcomes: new Map() };
  const due = new Map<number, Player[]>();
  let text = HEAD.join(lineEnd) + lineEnd;
  let size = 0;
  let attempts = 0;

  for (let second = 0; size + text.length < bytes || due.size > 0; second++) {
    const isOpen = size + text.length < bytes;
    const time = new Date(START + second * 1000).toISOString().replace('T', ' ').slice(0, 19);
    const players = due.get(second) ?? [];
    due.delete(second);
    for (let row = 0; isOpen && row < PACE; row++) {
      if (truth.refusals < truth.rows * refused) players.push(begin());
      else ordinary(time);
    }
    for (const player of players) play(player, time, second);
    if (text.length < CHUNK) continue;
    size += text.length;
    yield text;
    text = '';
  }
  yield text;
  return truth;

  function begin(): Player {
    const script: Script | undefined =
      next(4) > 0
        ? SCRIPTS[USUAL[next(USUAL.length)] ?? '']
        : SCRIPT_LIST[next(SCRIPT_LIST.length)];
    const { outcome, steps } = script ?? { outcome: 'unclassified' as const, steps: [] };
    truth.outcomes.set(outcome, (truth.outcomes.get(outcome) ?? 0) + 1);
    const client = attempts++ % CLIENTS;
    return { client, stem: `/App/Page${client % 40}.aspx`, steps, next: 0, due: -1 };
  }

  /** Writes the steps of this second, and puts the player down for the next one. */
  function play(player: Player, time: string, second: number): void {
    for (; player.next < player.steps.length; player.next++) {
      const [wait, codes, named] = player.steps[player.next] ?? [0, ''];
      if (wait > 0 && player.due !== second) {
        player.due = second + wait;
        due.set(player.due, [...(due.get(player.due) ?? []), player]);
        return;
      }
      player.due = -1;
      if (codes.startsWith('401')) truth.refusals++;
      write(player.client, player.stem, named ? `CONTOSO\\user${player.client}` : '-', codes, time);
    }
  }

  function ordinary(time: string): void {
    const client = next(CLIENTS);
    const codes = next(9) > 0 ? '200 0 0' : '304 0 0';
    const stem = `/content/item${next(400)}.aspx`;
    if (isChance(cut)) {
      text += `${time} 10.0.0.4 GET ${stem} - 443 CONTOSO\\us${lineEnd}`;
      truth.cut++;
    } else write(client, stem, `CONTOSO\\user${client}`, codes, time);
  }

  function write(client: number, stem: string, user: string, codes: string, time: string): void {
    const ip = `10.${1 + (client >> 12)}.${(client >> 5) & 127}.${1 + (client & 31)}`;
    const agent = AGENTS[client & 1] ?? '';
    const row = `${time} 10.0.0.4 GET ${stem} - 443 ${user} ${ip} ${agent} https://portal.contoso.com/app/ ${codes} ${next(900)}`;
    text += (isChance(changed) ? change(row) : row) + lineEnd;
    truth.rows++;
  }

  /** The same row as grep, a mail, a wide table or a list would show it. */
  function change(row: string): string {
    const ways = [`${next(90_000)}:${row}`, `> ${row}`, row.replaceAll(' ', '  '), `${row}  `];
    return ways[next(ways.length)] ?? row;
  }
}
