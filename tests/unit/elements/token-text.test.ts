/** A token as text: whole, or without what names a person or is made with a secret. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { decode, type Token } from '../../../src/core/index.ts';
import {
  asJson,
  asMarkdown,
  asText,
  withoutPrivate,
} from '../../../src/elements/paste-decoder/token-text.ts';

const SAMPLE = new URL('../../../content/samples/ntlm-authenticate.yaml', import.meta.url);
const { paste } = parse(readFileSync(SAMPLE, 'utf8')) as { paste: string };

/** What the sample's NTLM message 3 says of its user, and bytes made with the password. */
const PERSONAL = ['alex', 'PC-0042', '3d5d091c619884a29c453df4564ebf1b'];
const KEPT = ['HTTP/portal.contoso.com', 'NTLMSSP', '10.0.22631'];

async function token(): Promise<Token> {
  const [first] = (await decode(paste)).tokens;
  assert.ok(first);
  return first;
}

for (const [name, write] of Object.entries({ asText, asMarkdown, asJson })) {
  test(`${name} says everything`, async () => {
    const text = write(await token());
    for (const part of [...PERSONAL, ...KEPT]) assert.ok(text.includes(part), part);
  });

  test(`${name} without private parts names nobody`, async () => {
    const text = write(withoutPrivate(await token()));
    for (const part of PERSONAL) assert.ok(!text.includes(part), part);
    for (const part of KEPT) assert.ok(text.includes(part), part);
    // The name is in the bytes as UTF-16, too.
    assert.ok(!text.includes('61006c0065007800'));
  });
}

test('Markdown is a list, and no value ends its code span', async () => {
  const odd: Token = {
    ...(await token()),
    fields: [{ name: 'realm', value: 'A`B', at: { start: 0, end: 1 } }],
  };
  assert.match(asMarkdown(odd), /^- realm `A'B`$/m);
});

test('the token that is copied from stays whole', async () => {
  const before = await token();
  const copy = structuredClone(before);
  withoutPrivate(before);
  assert.deepEqual(before, copy);
});
