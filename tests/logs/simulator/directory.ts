/** Accounts, and what the directory says to a logon. */

/** What IIS writes as sc-win32-status. */
export const CODES = {
  ok: 0,
  accessDenied: 5,
  /** The client closed the connection. */
  netNameDeleted: 64,
  badPassword: 1326,
  locked: 1909,
  expired: 1330,
  disabled: 1331,
  accountExpired: 1793,
  mustChange: 1907,
  logonType: 1385,
  noLogonServers: 1311,
  goesOn: 2_148_074_254,
  denied: 2_148_074_252,
  badBindings: 2_148_074_310,
  invalidToken: 2_148_074_248,
  noPackage: 2_148_074_245,
  wrongPrincipal: 2_148_074_274,
  timeSkew: 2_148_074_276,
} as const;

export interface NewAccount {
  /** `anna` */
  readonly name: string;
  readonly password: string;
  /** Why the account may not log on, as a Win32 code. */
  readonly state?: number | undefined;
  /** Name of the site where it lacks the right to log on. */
  readonly noRight?: string | undefined;
}

interface Account extends NewAccount {
  /** Times of wrong passwords, and until when the account is locked for them. */
  wrong: number[];
  lockedUntil: number;
}

/** So many wrong passwords within the time lock an account, and for how long. */
const LOCK_AFTER = 10;
const LOCK_WITHIN_MS = 30 * 60_000;
const LOCK_MS = 30 * 60_000;

export class Directory {
  readonly #accounts = new Map<string, Account>();
  /** While no domain controller can be reached. */
  readonly #down: readonly [from: number, to: number];

  constructor(down: readonly [from: number, to: number]) {
    this.#down = down;
  }

  add(account: NewAccount): NewAccount {
    this.#accounts.set(account.name, { ...account, wrong: [], lockedUntil: 0 });
    return account;
  }

  /** The Win32 code of a logon with a password; 0 when it succeeds. `name` is without a domain. */
  logon(name: string, password: string, site: string, now: number): number {
    const [from, to] = this.#down;
    if (now >= from && now < to) return CODES.noLogonServers;
    const account = this.#accounts.get(name);
    if (!account) return CODES.badPassword;
    if (now < account.lockedUntil) return CODES.locked;
    if (account.password !== password) {
      account.wrong = [...account.wrong.filter((at) => now - at < LOCK_WITHIN_MS), now];
      if (account.wrong.length >= LOCK_AFTER) account.lockedUntil = now + LOCK_MS;
      return CODES.badPassword;
    }
    account.wrong = [];
    return account.state ?? (account.noRight === site ? CODES.logonType : CODES.ok);
  }

  /** For tickets, which the directory has given out before. */
  lacksRight(name: string, site: string): boolean {
    return this.#accounts.get(name)?.noRight === site;
  }
}
