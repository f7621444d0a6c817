/** In place of the site's own: the samples lie in the page as text. */

/** Id of the sample that the address asks for. */
export function wantedSample(): string | null {
  return new URLSearchParams(/\?[^#]*/.exec(location.hash)?.[0]).get('sample');
}

export function sampleText(_base: string, id: string): Promise<string | undefined> {
  const sample = document.querySelector(`script[data-sample-text="${CSS.escape(id)}"]`);
  return Promise.resolve(sample?.textContent);
}
