/**
 * Prints recall and precision of the log reader for every mutation, the worst first:
 * `node tests/unit/log/mutations/run.ts [LOGS] [MUTATION]`; with a mutation, what went wrong.
 */
import { measure, MUTATIONS } from './measure.ts';
import { precision, recall } from './score.ts';

const [logs = '200', only] = process.argv.slice(2);
const names = only === undefined ? Object.keys(MUTATIONS) : [only];
const scores = names.map((name) => measure(name, Number(logs)));
const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8);
for (const score of scores.sort((a, b) => recall(a) + precision(a) - recall(b) - precision(b))) {
  console.log(
    `recall ${percent(recall(score))}  precision ${percent(precision(score))}  ` +
      `invented ${String(score.invented).padStart(4)}  ${score.name}`,
  );
  if (only !== undefined) console.log(score.failures.slice(0, 5).join('\n\n=====\n\n'));
}
