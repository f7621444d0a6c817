/**
 * Loaded before each test: properties draw the same inputs each time, so that what passes here passes
 * everywhere. `PROPERTY_SEED=random npm run test:unit` draws new ones, a number draws those again.
 */
import fc from 'fast-check';

const { PROPERTY_SEED: seed = '401' } = process.env;
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
