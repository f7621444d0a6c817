/**
 * Starts `track-thread.ts`. Each thread has to say for itself that Node keeps what it has compiled; without
 * that, reading TypeScript takes longer than reading a log of 200 MiB.
 */
import { enableCompileCache } from 'node:module';

enableCompileCache();
await import('./track-thread.ts');
