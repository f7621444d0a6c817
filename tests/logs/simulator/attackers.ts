/** Who tries passwords. */
import { accountOf, type Job, programOf } from './programs.ts';
import type { Process } from './world.ts';

const EWS = { stem: '/EWS/Exchange.asmx', method: 'POST', ms: 60 };

/** One password for many names, of which some are right. */
export function* spray(job: Job, names: number, hits: number): Process {
  const chance = job.company.chance.fork();
  const eager = chance.is(0.6) ? 'always' : 'never';
  const agent = 'python-requests/2.31.0';
  const right = new Set(Array.from({ length: hits }, () => chance.below(names)));
  const paceMs = chance.pick([150, 1_000, 20_000, 90_000]);
  for (let i = 0; i < names; i++) {
    const password = right.has(i) ? 'Autumn2026' : 'better';
    const account = accountOf(job, `victim${job.number}-${i}`, password);
    const ambient = { ...account, password: 'Autumn2026' };
    const browser = programOf(job, `spray on ${account.name}`, { agent, ambient, eager });
    yield* browser.fetch(job.site, { resource: EWS, known: 'password-spray' });
    yield chance.about(paceMs, 1.3);
  }
}

/** Many passwords for one name, until its account is locked and for a while longer. */
export function* guesses(job: Job, passwords: number): Process {
  const chance = job.company.chance.fork();
  const account = accountOf(job, `target${job.number}`, 'better');
  const ambient = { ...account, password: 'guess' };
  const agent = 'python-requests/2.28.1';
  const browser = programOf(job, `guesser of ${account.name}`, { agent, ambient, eager: 'always' });
  for (let i = 0; i < passwords; i++) {
    yield* browser.fetch(job.site, { resource: EWS });
    browser.quit();
    yield chance.about(4_000, 1.5);
  }
}
