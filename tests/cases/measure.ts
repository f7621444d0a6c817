/**
 * `npm run cases -- [--all] [QUESTIONS.jsonl] [EVIDENCE/index.json]`: how many real questions and
 * artefacts are recognised, lead to the right article, and settle a check or half of one. `--all`
 * lists each piece that lacks something, or settles more than it should.
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
  /** Its own checks that it does not settle, and the half ones that it says nothing of. */
  readonly open: readonly string[];
  readonly unsaid: readonly string[];
  /** Checks that it settles although they are not its own. */
  readonly more: readonly string[];
  readonly settlesAny: boolean;
  readonly said: string;
}

async function scoreOf(piece: Piece): Promise<Score> {
  const { kinds, findings, checks } = await decode(piece.text);
  const slugs = findings.map(({ article }) => articleAt(article) ?? '');
  const settled = new Set(checks.flatMap(({ id, state }) => (state === 'unknown' ? [] : [id])));
  const known = new Set(checks.flatMap(({ id, known }) => (known === undefined ? [] : [id])));
  const [first] = findings;
  return {
    piece,
    isRecognised: kinds.some((kind) => kind !== 'unknown'),
    isFirst: piece.articles.includes(slugs[0] ?? ''),
    isAnywhere: slugs.some((slug) => piece.articles.includes(slug)),
    open: piece.checks.filter((check) => !settled.has(check)),
    unsaid: piece.half.filter((check) => !known.has(check) && !settled.has(check)),
    more:
      piece.kind === 'question'
        ? []
        : [...settled].filter((check) => !piece.checks.includes(check)),
    settlesAny: settled.size > 0,
    said: `${kinds.join()} | ${first ? `${first.id}, ${slugs[0] ?? ''}: ${first.title}` : 'no finding'}`,
  };
}

function row(name: string, scores: readonly Score[]): string {
  const share = (test: (score: Score) => boolean, of = scores) =>
    `${of.filter(test).length} of ${of.length}`.padStart(12);
  const withChecks = scores.filter(({ piece }) => piece.checks.length > 0);
  const withHalf = scores.filter(({ piece }) => piece.half.length > 0);
  return [
    name.padEnd(24),
    share(({ isRecognised }) => isRecognised),
    share(({ isFirst }) => isFirst),
    share(({ isAnywhere }) => isAnywhere),
    share(({ settlesAny }) => settlesAny),
    share(({ open }) => open.length === 0, withChecks),
    share(({ unsaid }) => unsaid.length === 0, withHalf),
  ].join('');
}

const args = process.argv.slice(2);
const isListed = args.includes('--all');
const [questions = DEFAULTS.questions, evidence = DEFAULTS.evidence] = args.filter(
  (arg) => arg !== '--all',
);
const asked = await Promise.all(questionsIn(questions).map(scoreOf));
const shown = await Promise.all(artefactsIn(evidence).map(scoreOf));

const HEADS = ['recognised', 'right first', 'anywhere', 'some check', 'own checks', 'half checks'];
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
  for (const { piece, isFirst, open, unsaid, more, said } of [...asked, ...shown]) {
    if (isFirst && [open, unsaid, more].every(({ length }) => length === 0)) continue;
    console.log(`\n${piece.id}\n  ${said}\n  expected: ${piece.articles.join(', ')}`);
    if (open.length > 0) console.log(`  not settled: ${open.join(', ')}`);
    if (unsaid.length > 0) console.log(`  half of it not said: ${unsaid.join(', ')}`);
    if (more.length > 0) console.log(`  settled, but not expected: ${more.join(', ')}`);
  }
}
