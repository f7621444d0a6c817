/**
 * `npm run --silent decode -- [options] [FILE ... | -]`. Node keeps what it has compiled, so that the
 * program starts in a third of the time; in TypeScript this file would take half of that again.
 */
import { enableCompileCache } from 'node:module';

enableCompileCache();
await import('./decode.ts');
