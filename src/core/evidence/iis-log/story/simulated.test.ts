/**
 * Logs of simulated companies, where nothing changes but for two minutes without a domain controller:
 * no other change may be claimed, and nobody but the probes set aside.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { SETTINGS } from '../../../../../tests/logs/simulator/settings.ts';
import { simulate } from '../../../../../tests/logs/simulator/simulate.ts';
import { read } from '../testing/help.ts';

/** [setting, seed, is the outage seen] */
const LOGS: [string, number, boolean][] = [
  ['own', 12, true],
  ['own', 5, false],
  ['shared', 5, false],
];

for (const [name, seed, isSeen] of LOGS) {
  test(`${name}, ${seed}`, () => {
    const setting = SETTINGS.find((one) => one.name === name);
    assert.ok(setting);
    const { story } = read(simulate(setting, seed).text);
    assert.ok(story);
    const changes = story.summary.filter((sentence) => / (?:was|were) accepted /.test(sentence));
    assert.equal(changes.length, isSeen ? 1 : 0);
    for (const change of changes) {
      assert.match(change, /in between, from 08:30:\d\d to 08:31:\d\d UTC, not one attempt was/);
      assert.match(change, /1311 \(ERROR_NO_LOGON_SERVERS\)\.$/);
    }
    const asides = story.summary.filter((sentence) => sentence.startsWith('Set aside'));
    assert.equal(asides.length, 2);
    for (const aside of asides) assert.match(aside, /every 15 s|once a minute/);
    assert.match(story.summary[0] ?? '', /^Password spray: .* with python-requests/);
  });
}
