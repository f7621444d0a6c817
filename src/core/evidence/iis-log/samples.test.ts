/** Rows as people published and pasted them: every 401 that a person reads in them, and no other. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { readLogText } from './read-texts.ts';
import { outcomes, read, refusals, samples } from './testing/help.ts';

const SAMPLES = samples();

for (const { file, text, expect401 } of SAMPLES) {
  test(`${file}: its 401s, in order`, () => {
    assert.deepEqual(refusals(readLogText(text)?.log), expect401);
  });
}

/** [file, rows, unreadable, format] of samples in each format and with each kind of damage. */
const COUNTS: [string, number, number, string][] = [
  ['lnav-w3c-big-repeated-headers.log', 210, 0, 'w3c'],
  ['iis10-22fields-200-0-64.log', 56, 0, 'w3c'],
  ['lnav-w3c3-advanced-logging-quoted.log', 3, 0, 'w3c'],
  ['lnav-w3c5-too-few-fields-in-header.log', 1, 0, 'w3c'],
  ['matomo-cloudfront-tab-separated-w3c.log', 1, 0, 'w3c'],
  ['pester-w3c-fields-reversed-midfile.log', 2, 0, 'w3c'],
  ['plaso-iis10_edge_cases.log', 15, 0, 'w3c'],
  ['elastic-mixed-fieldsets-no-header.log', 8, 0, 'w3c'],
  ['kb907273-glued-records.txt', 3, 0, 'w3c'],
  ['snare-docs-glued.txt', 3, 0, 'w3c'],
  ['goaccess-1539-arr-502-wrapped.txt', 2, 0, 'w3c'],
  ['ndes-403.16-wrapped.txt', 1, 0, 'w3c'],
  ['derived-nul-tail.log', 9, 1, 'w3c'],
  ['derived-utf16le-bom.log', 11, 0, 'w3c'],
  ['derived-semicolon-excel-de.csv', 3, 0, 'w3c'],
  ['derived-mail-quoted.txt', 2, 0, 'w3c'],
  ['azure-hdinsight-comma-hive.csv', 1, 0, 'w3c'],
  ['azure-appservicehttplogs.json', 1, 0, 'w3c'],
  ['plaso-httperr-restart-two-fieldsets.log', 6, 0, 'httperr'],
  ['azure-docs-httperr-streamid-mismatch.log', 2, 0, 'httperr'],
  ['support-article-httperr-2002.log', 4, 0, 'httperr'],
  ['elastic-httperr-no-header.log', 6, 0, 'httperr'],
  ['httperr-header-without-hash.txt', 1, 0, 'httperr'],
  ['logjoint-httperr-ipv6.log', 5, 0, 'httperr'],
  ['matomo-ncsa-extended.log', 1, 0, 'ncsa'],
  ['matomo-ncsa-vhost.log', 1, 0, 'ncsa'],
  ['msdocs-ncsa-wrapped.txt', 1, 0, 'ncsa'],
  ['msdocs-iis-native-wrapped.txt', 1, 0, 'iis'],
  ['loganalyzer-iis-native-ftp.txt', 1, 0, 'iis'],
  ['lnav-w3c2-iis4-ftp-time-only.log', 0, 0, 'w3c'],
  ['ossec-iis5-w3c-ftp-smtp.log', 1, 0, 'w3c'],
  ['sofelk-278-header-many-custom.txt', 0, 0, 'w3c'],
];

for (const [file, rows, unreadable, format] of COUNTS) {
  test(`${file}: ${rows} rows, ${unreadable} unreadable, ${format}`, () => {
    const log = read(SAMPLES.find((sample) => sample.file === file)?.text ?? '');
    assert.deepEqual([log.rows, log.unreadable, log.format], [rows, unreadable, format]);
  });
}

/** [file, outcomes] as an engineer would tell the story of these rows. */
const STORIES: [string, string[]][] = [
  ['davidwang-ntlm-401.2-401.1-304.log', ['accepted-two-legs 1']],
  // A minute passes between the last two rows, and nobody is prompted there: the server was slow.
  ['kb907273-glued-records.txt', ['accepted-two-legs 1']],
  ['iis85-device-never-authenticates.log', ['never-answered 2']],
  ['msdocs-wmsvc-401.2-401.1-1326-no-header.log', ['refused 1']],
  ['wsus-401.3-fragment.txt', ['acl-denied 1']],
  ['broadcom-ita-401.0-after-200.txt', ['application 1']],
  ['heka-401.0-64.log', ['application 1']],
  ['derived-utf8-bom-crlf.log', ['accepted-one-leg 3', 'accepted-after-prompt 1']],
  ['runbook-401-with-columns-gaps.txt', ['accepted-two-legs 1', 'abandoned 1', 'never-answered 1']],
];

for (const [file, story] of STORIES) {
  test(`${file}: ${story.join(', ')}`, () => {
    const text = SAMPLES.find((sample) => sample.file === file)?.text ?? '';
    assert.deepEqual(outcomes(readLogText(text)?.log), story);
  });
}
