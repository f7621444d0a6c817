/** The samples that articles and the first page open; the guide in one file keeps them in itself. */

/** Id of the sample that the address asks for. */
export function wantedSample(): string | null {
  return new URLSearchParams(location.search).get('sample');
}

/** The text of a sample; `base` is the site's base path. */
export async function sampleText(base: string, id: string): Promise<string | undefined> {
  const answer = await fetch(`${base}samples/${encodeURIComponent(id)}.txt`).catch(() => undefined);
  return answer?.ok ? answer.text() : undefined;
}
