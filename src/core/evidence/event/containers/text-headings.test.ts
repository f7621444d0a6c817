/** Messages without their first sentence, and what only looks like one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertLinear } from '../../../../../tests/unit/linear.ts';
import { factsOf } from '../../../../../tests/unit/sound-reader.ts';
import { event } from '../reader.ts';
import { brief } from '../testing/brief.ts';

const SUBJECT = 'Subject:\n\tSecurity ID:\tSYSTEM\n\tAccount Name:\tWEB02$\n';
const FAILED = `Account For Which Logon Failed:
	Security ID:	NULL SID
	Account Name:	kim
	Account Domain:	FABRIKAM
Failure Information:
	Failure Reason:	Unknown user name or bad password.
	Status:	0xC000006D
	Sub Status:	0xC000006A`;
const ACCOUNT = 'account=FABRIKAM\\kim';
const STATUS = 'status=0xc000006d subStatus=0xc000006a';

const ROWS: readonly (readonly [what: string, text: string, facts: readonly string[]])[] = [
  [
    'from its first heading on',
    `${SUBJECT}\nLogon Type:\t3\n\n${FAILED}`,
    [`logonFailed event=4625 ${ACCOUNT} logonType=3 ${STATUS}`],
  ],
  ['from the account on', FAILED, [`logonFailed event=4625 ${ACCOUNT} ${STATUS}`]],
  [
    'in prose',
    `The log says this:\n\n${FAILED}\n\nWhat is wrong?`,
    [`logonFailed event=4625 ${ACCOUNT} ${STATUS}`],
  ],
  [
    'the whole message is one event, not two',
    `An account failed to log on.\n\n${SUBJECT}\nLogon Type:\t3\n\n${FAILED}`,
    [`logonFailed event=4625 ${ACCOUNT} logonType=3 ${STATUS}`],
  ],
];

for (const [what, text, facts] of ROWS) {
  void test(what, async () => {
    const found = (await factsOf(event, text)).filter(({ kind }) => kind === 'logonFailed');
    assert.deepEqual(found.map(brief), facts);
  });
}

for (const text of [
  'Account for which logon failed: see the attachment.',
  'Failure Information:\nThe disk is full.',
  'Target Server:\n  web02, as the ticket says',
]) {
  void test(`no event: ${text.split('\n', 1)[0] ?? ''}`, async () => {
    assert.deepEqual(await factsOf(event, text), []);
  });
}

void test('many headings take time linear in their number', async () => {
  await assertLinear('Failure Information:\nx\n', (text) =>
    event.read(text, { claimed: [], inner: [], options: {} }),
  );
});
