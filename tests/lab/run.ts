/**
 * The lab: real programs log on to each other on loopback, and every token of theirs is decoded
 * and compared with what is known of it by construction and with what tshark reads in it.
 * `--only <words>` runs the scenarios whose names hold the words.
 */
import { spawnSync } from 'node:child_process';
import { judge, type Judgement } from './judge.ts';
import { KERBEROS_SCENARIOS } from './kerberos-scenarios.ts';
import { openLab } from './lab.ts';
import { NTLM_SCENARIOS } from './ntlm-scenarios.ts';
import { preparePackages } from './packages.ts';
import { Programs } from './programs.ts';

const LONGEST_MILLISECONDS = 600_000;

const only = process.argv[2] === '--only' ? process.argv.slice(3).join(' ') : '';
const scenarios = [...KERBEROS_SCENARIOS, ...NTLM_SCENARIOS].filter(({ name }) =>
  name.includes(only),
);

checkTools();
const obstacle = preparePackages();
if (obstacle === undefined) await run();
else console.log(`The lab was skipped: ${obstacle}.`);

/**
 * The generated queries are put to DuckDB and to the parser of KQL, and the scanner is compiled again:
 * packages that the site and its own tests do not need.
 */
function checkTools(): void {
  for (const args of [['ci'], ['run', 'check'], ['test']]) {
    const { status } = spawnSync('npm', ['--prefix', 'tools', ...args], { stdio: 'inherit' });
    if (status !== 0) {
      console.log(`npm --prefix tools ${args.join(' ')} failed.`);
      process.exitCode = 1;
      return;
    }
  }
}

async function run(): Promise<void> {
  const started = performance.now();
  const programs = new Programs();
  const judgements: Judgement[] = [];
  const stop = () => {
    programs.close();
    process.exit(1);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  setTimeout(() => {
    console.error(`The lab was stopped after ${LONGEST_MILLISECONDS / 1000} s.`);
    stop();
  }, LONGEST_MILLISECONDS).unref();
  try {
    const lab = await openLab(programs);
    for (const { name, how, make, expected } of scenarios) {
      const judgement = await judge(programs, await make(lab), expected(lab));
      judgements.push(judgement);
      report(name, how, judgement);
    }
  } finally {
    programs.close();
  }
  summary(judgements, (performance.now() - started) / 1000);
}

function report(name: string, how: string, { tokens, finding, wrong }: Judgement): void {
  console.log(`${wrong.length === 0 ? 'ok ' : 'NOT'} ${name}: ${how}`);
  for (const { layers, known, tshark } of tokens) {
    console.log(`      ${layers}: ${known} values known, ${tshark} as tshark`);
  }
  console.log(`      first finding: ${finding}`);
  wrong.forEach((said) => {
    console.log(`    ! ${said}`);
  });
}

function summary(judgements: readonly Judgement[], seconds: number): void {
  const tokens = judgements.flatMap((judgement) => judgement.tokens);
  const sum = (key: 'known' | 'tshark') => tokens.reduce((total, token) => total + token[key], 0);
  const wrong = judgements.flatMap((judgement) => judgement.wrong).length;
  const unnamed = new Set(judgements.flatMap((judgement) => judgement.unnamed));
  if (unnamed.size > 0) console.log(`\nNot compared, tshark's: ${[...unnamed].join(', ')}`);
  console.log(
    `\n${judgements.length} scenarios, ${tokens.length} tokens; ` +
      `${sum('known')} values known by construction, ${sum('tshark')} compared with tshark; ` +
      `${wrong} wrong; ${seconds.toFixed(0)} s`,
  );
  if (wrong > 0) process.exitCode = 1;
}
