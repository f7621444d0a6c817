/** The site tests: the built site in a real Chromium, at the root of a server and in a folder. */
import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS, rememberedBrowser } from './tests/site/browser.ts';
import { PLACES, ROOT } from './tests/site/places.ts';

const browser = rememberedBrowser();
if (!browser) throw new Error('Run npm run test:site, which finds a browser and builds the site.');

export default defineConfig({
  testDir: 'tests/site',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // A machine that does other things meanwhile is slow, and no less right.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    baseURL: ROOT.origin,
    // A control that cannot be reached fails, and says which one it was.
    actionTimeout: 60_000,
    // What a test changes on the way to the server would otherwise come from the kept guide.
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 900 },
    launchOptions: { ...browser, args: [...BROWSER_ARGS] },
  },
  webServer: PLACES.map(({ base, dist, port, origin }) => ({
    command: [
      'node node_modules/astro/bin/astro.mjs preview --ignore-lock --host 127.0.0.1',
      `--port ${port} --base ${base} --outDir ${dist}`,
    ].join(' '),
    url: origin + base,
    reuseExistingServer: false,
    timeout: 240_000,
  })),
});
