/** User agents in words: `Firefox 133 on Linux`. Programs that are no browser keep their own name. */

/** Longest name of a program that is written out. */
const LONGEST = 60;

/** The first that fits: Edge also says Chrome, and Chrome also says Safari. */
const BROWSERS: readonly (readonly [name: string, version: RegExp])[] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\/(\d{1,4})/],
  ['Opera', /\bOPR\/(\d{1,4})/],
  ['Firefox', /\b(?:Firefox|FxiOS)\/(\d{1,4})/],
  ['Chrome', /\b(?:Chrome|CriOS)\/(\d{1,4})/],
  ['Safari', /\bVersion\/(\d{1,4})[\d.]{0,12} (?:Mobile\/\w{1,12} )?Safari\//],
  ['Internet Explorer', /\bTrident\/\d.{0,200}rv:(\d{1,2})/],
  ['Internet Explorer', /\bMSIE (\d{1,2})/],
];

const SYSTEMS: readonly (readonly [name: string, sign: RegExp])[] = [
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['macOS', /Mac OS X|Macintosh/],
  ['Windows', /Windows NT/],
  ['Linux', /Linux|X11/],
];

/** True when the agent is that of a browser, as far as it says so itself. */
export function isBrowser(agent: string): boolean {
  return browserOf(spaced(agent)) !== undefined;
}

/** A browser with its version and system; else the agent's own name, cut if it is long. */
export function agentWords(agent: string): string {
  const text = spaced(agent);
  const browser = browserOf(text);
  if (browser === undefined) return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  const system = SYSTEMS.find(([, sign]) => sign.test(text))?.[0];
  return system === undefined ? browser : `${browser} on ${system}`;
}

function browserOf(text: string): string | undefined {
  for (const [name, version] of BROWSERS) {
    const found = version.exec(text)?.[1];
    if (found !== undefined) return `${name} ${found}`;
  }
  return undefined;
}

/** W3C logs write a space as `+`. */
function spaced(agent: string): string {
  return agent.replaceAll('+', ' ');
}
