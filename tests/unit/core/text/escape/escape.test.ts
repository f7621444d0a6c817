/** Hostile names on their way to the page, Markdown, CSV, the terminal and a command. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { command, fitsCommand } from '../../../../../src/core/text/escape/command.ts';
import { csvCell } from '../../../../../src/core/text/escape/csv.ts';
import { markdownCode, markdownText } from '../../../../../src/core/text/escape/markdown.ts';
import { pageText } from '../../../../../src/core/text/escape/page.ts';
import { terminalJson, terminalText } from '../../../../../src/core/text/escape/terminal.ts';

/** Delete, C1 controls, soft hyphen, zero-width, bidirectional and tag characters. */
const UNSEEN =
  /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u;
/** The other controls. */
// eslint-disable-next-line no-control-regex -- these are what must not come out
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

const HOSTILE = [
  'portal$(calc)&calc|whoami',
  'x & calc',
  'a;b',
  '`id`',
  '%COMSPEC%',
  '"quoted"',
  "it's",
  '-rf',
  '@list',
  'a\nb',
  'a\u202egnp.exe',
  'soft\u00adhyphen',
  'tag\u{e0041}',
  '<img src=x onerror=alert(1)>',
  'x\\|![](http://evil.example/p.png)',
  '=cmd|calc!A1',
  'x;=cmd()',
  'x\t+1',
  '\u001b[2J',
  'https://evil.example/?u=1',
  'www.evil.example',
  'admin@evil.example',
];

for (const name of HOSTILE) {
  test(`${JSON.stringify(name)} acts nowhere`, () => {
    assert.doesNotMatch(pageText(name), UNSEEN);
    assert.doesNotMatch(pageText(name), CONTROLS);
    assert.doesNotMatch(terminalText(name), UNSEEN);
    assert.doesNotMatch(terminalText(name), /[\n\r\t]/);
    const markdown = markdownText(name);
    assert.doesNotMatch(markdown, /\n/);
    assert.doesNotMatch(markdown.replaceAll('<!-- -->', ''), /(?<!\\)(?:\\\\)*[<>[\]`|]/);
    assert.doesNotMatch(markdown, /https?:\/\/|www\.|\w@\w/);
    assert.match(markdownCode(name), /^`[^`\n]*`$/);
    assert.doesNotMatch(markdownCode(name), /(?<!\\)(?:\\\\)*\|/);
    assert.doesNotMatch(csvCell(name), /(?:^|[;\t,])\s*[=+\-@]/);
  });
}

test('any text is one visible line in a terminal and in Markdown', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.doesNotMatch(terminalText(text), UNSEEN);
      assert.doesNotMatch(markdownText(text), /[\n\r]/);
      assert.doesNotMatch(markdownCode(text), /[\n\r]/);
      assert.equal(pageText(pageText(text)), pageText(text));
    }),
  );
});

test('JSON for a terminal says the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const json = terminalJson({ text });
      assert.doesNotMatch(json, UNSEEN);
      assert.deepEqual(JSON.parse(json), { text });
    }),
  );
});

test('plain text stays as it is', () => {
  const name = 'HTTP/portal.contoso.com';
  for (const escape of [pageText, terminalText, csvCell]) assert.equal(escape(name), name);
  assert.equal(pageText('two\nlines\tand a tab'), 'two\nlines\tand a tab');
  assert.equal(markdownCode('CONTOSO\\alex'), '`CONTOSO\\alex`');
  assert.equal(csvCell(-1), '-1');
  assert.equal(csvCell('a,b'), '"a,b"');
});

const NAMES: readonly (readonly [name: string | undefined, line: string])[] = [
  ['HTTP/portal.contoso.com', 'setspn -Q HTTP/portal.contoso.com'],
  ['HTTP/portal:8080', 'setspn -Q HTTP/portal:8080'],
  ['CONTOSO\\svc-portal', 'setspn -Q CONTOSO\\svc-portal'],
  ['WEB01$', 'setspn -Q <SPN>'],
  [undefined, 'setspn -Q <SPN>'],
  ['', 'setspn -Q <SPN>'],
  ['-s', 'setspn -Q <SPN>'],
  ['x'.repeat(300), 'setspn -Q <SPN>'],
];
for (const [name, line] of NAMES) {
  test(`the name ${String(name).slice(0, 40)} gives ${line}`, () => {
    assert.equal(command`setspn -Q ${[name, 'SPN']}`, line);
  });
}

test('a name in a command holds nothing that a shell acts on', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const line = command`klist get ${[name, 'SPN']}`;
      assert.match(line, fitsCommand(name) ? /^klist get [\w./\\:@~-]+$/ : /^klist get <SPN>$/);
    }),
  );
  for (const name of HOSTILE) {
    if (!/^[\w./\\:@~-]+$/.test(name)) assert.ok(!fitsCommand(name), name);
  }
});
