/** Every sample decodes to the finding it declares, and every article's samples lead to it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articlePath, isArticle } from '../../../src/core/articles.ts';
import { decode } from '../../../src/core/index.ts';
import { ARTICLE_FILES, SAMPLE_FILES, shownSamples } from './content.ts';

const SAMPLES = new Map(SAMPLE_FILES.map((sample) => [sample.id, sample]));

test('there are samples to try', () => {
  assert.ok(SAMPLES.size > 10, `only ${SAMPLES.size}`);
});

for (const { id, finding, article, paste } of SAMPLE_FILES) {
  test(`the sample ${id} decodes to ${finding} and leads to ${article}`, async () => {
    assert.ok(isArticle(article), `${article} is no article`);
    const { findings } = await decode(paste.trimEnd());
    const [first] = findings;
    assert.equal(first?.id, finding);
    assert.equal(first.article, articlePath(article));
  });
}

test('every next step is a sentence, or a command that can be pasted as it is', async () => {
  const decoded = await Promise.all(SAMPLE_FILES.map(({ paste }) => decode(paste.trimEnd())));
  const steps = decoded.flatMap(({ findings }) => findings.flatMap(({ next = [] }) => next));
  const commands = steps.flatMap((step) => ('run' in step ? [step.run] : []));
  for (const step of steps) if ('say' in step) assert.match(step.say, /[.?!:]$/);
  assert.ok(commands.length > 10, `only ${commands.length} commands`);
  for (const command of commands) {
    assert.match(
      command,
      /^(%windir%|appcmd|certutil|cmdkey|curl|findstr|Get-|icacls|klist|net (?:helpmsg|user) |netsh|nltest|nslookup|reg|secedit|Set-ADUser|setspn|Test-AD|Test-ComputerSecureChannel|w32tm|whoami)/,
    );
    assert.doesNotMatch(command, /, then | on the (client|server)| and look | or Get-|[?]/);
  }
});

for (const article of ARTICLE_FILES) {
  test(`${article.slug} shows samples that exist, and all that it names`, () => {
    const shown = shownSamples(article);
    for (const id of shown) assert.ok(SAMPLES.has(id), `content/samples/${id}.yaml does not exist`);
    for (const id of article.samples) assert.ok(shown.includes(id), `${id} is not shown`);
  });

  for (const id of article.samples) {
    test(`the sample ${id} leads to ${article.slug}, which names it`, async () => {
      assert.ok(isArticle(article.slug), `${article.slug} is not in src/core/articles.ts`);
      const { findings } = await decode(SAMPLES.get(id)?.paste.trimEnd() ?? '');
      const led = findings.map((finding) => finding.article);
      assert.ok(led.includes(articlePath(article.slug)), `it leads to ${led.join(', ')}`);
    });
  }
}
