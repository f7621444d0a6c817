/** How often the reader is wrong about simulated logs, at most. */
import { testThresholds } from '../../logs/simulator/thresholds.ts';

testThresholds();
