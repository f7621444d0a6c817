/**
 * Prints recall and precision of the log reader for every mutation, the worst first:
 * `node src/core/evidence/iis-log/testing/mutations/run.ts [LOGS] [MUTATION]`; with a mutation, what went wrong.
 */
import { measure, MUTATIONS } from './measure.ts';
import { precision, recall, type Score, values } from './score.ts';

const [logs = '200', only] = process.argv.slice(2);
const names = only === undefined ? Object.keys(MUTATIONS) : [only];
const scores = names.map((name) => measure(name, Number(logs)));
const worth = (score: Score) => recall(score) + precision(score) + values(score) / 100;
const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8);
for (const score of scores.sort((a, b) => worth(a) - worth(b))) {
  console.log(
    `recall ${percent(recall(score))}  precision ${percent(precision(score))}  ` +
      `values ${percent(values(score))}  invented ${String(score.invented).padStart(4)}  ${score.name}`,
  );
  if (only !== undefined) console.log(score.failures.slice(0, 30).join('\n\n=====\n\n'));
}
