/** The built site in a real Chromium; `npm run build` first. */
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { preview } from 'astro';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** Serves the site while `work` uses it at `address`. */
export async function served<T>(
  work: (browser: Browser, address: string) => Promise<T>,
): Promise<T> {
  const server = await preview({ root: PROJECT, logLevel: 'silent', server: { port: 0 } });
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    return await work(browser, `http://localhost:${server.port}/`);
  } finally {
    await browser.close();
    await server.stop();
  }
}
