/**
 * `npm run cases -- [--all] [QUESTIONS.jsonl] [EVIDENCE/index.json]`: how many real questions and
 * artefacts are recognised, lead to the right article, and settle a check. `--all` lists each piece
 * that has something missing.
 */
import { articleAt, decode } from '../../src/core/index.ts';
import { artefactsIn, type Piece, questionsIn } from './collection.ts';

const DEFAULTS = {
  questions: 'tests/fixtures/cases.jsonl',
  evidence: 'tests/fixtures/evidence/index.json',
};

interface Score {
  readonly piece: Piece;
  readonly isRecognised: boolean;
  readonly isFirst: boolean;
  readonly isAnywhere: boolean;
  /** Checks of its own that it settled, of `piece.checks`. */
  readonly settled: number;
  readonly settlesAny: boolean;
  readonly said: string;
}

async function scoreOf(piece: Piece): Promise<Score> {
  const { kinds, findings, checks } = await decode(piece.text);
  const slugs = findings.map(({ article }) => articleAt(article) ?? '');
  const settled = new Set(checks.flatMap(({ id, state }) => (state === 'unknown' ? [] : [id])));
  const [first] = findings;
  return {
    piece,
    isRecognised: kinds.some((kind) => kind !== 'unknown'),
    isFirst: piece.articles.includes(slugs[0] ?? ''),
    isAnywhere: slugs.some((slug) => piece.articles.includes(slug)),
    settled: piece.checks.filter((check) => settled.has(check)).length,
    settlesAny: settled.size > 0,
    said: `${kinds.join()} | ${first ? `${first.id}, ${slugs[0] ?? ''}: ${first.title}` : 'no finding'}`,
  };
}

function row(name: string, scores: readonly Score[]): string {
  const share = (test: (score: Score) => boolean, of = scores) =>
    `${of.filter(test).length} of ${of.length}`.padStart(12);
  const withChecks = scores.filter(({ piece }) => piece.checks.length > 0);
  return [
    name.padEnd(24),
    share(({ isRecognised }) => isRecognised),
    share(({ isFirst }) => isFirst),
    share(({ isAnywhere }) => isAnywhere),
    share(({ settlesAny }) => settlesAny),
    share(({ settled, piece }) => settled === piece.checks.length, withChecks),
  ].join('');
}

const args = process.argv.slice(2);
const isListed = args.includes('--all');
const [questions = DEFAULTS.questions, evidence = DEFAULTS.evidence] = args.filter(
  (arg) => arg !== '--all',
);
const asked = await Promise.all(questionsIn(questions).map(scoreOf));
const shown = await Promise.all(artefactsIn(evidence).map(scoreOf));

const HEADS = ['recognised', 'right first', 'anywhere', 'some check', 'own checks'];
console.log(''.padEnd(24) + HEADS.map((head) => head.padStart(12)).join(''));
console.log(row('questions', asked));
console.log(
  row(
    'questions with enough',
    asked.filter(({ piece }) => piece.isEnough),
  ),
);
console.log(row('artefacts', shown));
for (const kind of [...new Set(shown.map(({ piece }) => piece.kind))]) {
  console.log(
    row(
      `  ${kind}`,
      shown.filter(({ piece }) => piece.kind === kind),
    ),
  );
}
if (isListed) {
  for (const { piece, isFirst, settled, said } of [...asked, ...shown]) {
    if (isFirst && settled === piece.checks.length) continue;
    console.log(`\n${piece.id}\n  ${said}\n  expected: ${piece.articles.join(', ')}`);
    if (piece.checks.length > 0)
      console.log(`  checks: ${settled} of ${piece.checks.length}: ${piece.checks.join(', ')}`);
  }
}
