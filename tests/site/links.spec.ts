/** Every internal address in every built page leads somewhere, its fragment included. */
import { expect, test } from '@playwright/test';
import { builtFiles, builtPages, elements, fileFor, read, type BuiltPage } from './built.ts';
import { PLACES, type Place } from './places.ts';

const ADDRESSES = ['href', 'src', 'action', 'poster', 'data'];

for (const place of PLACES) {
  test.describe(`built for ${place.base}`, () => {
    test('every internal link and fragment resolves', () => {
      const pages = builtPages(place);
      expect(pages.length).toBeGreaterThan(40);
      expect(pages.flatMap((page) => brokenLinks(place, page, pages))).toEqual([]);
    });

    test('external links are https or named on purpose', () => {
      const schemes = builtPages(place).flatMap(({ path, document }) =>
        addresses(document)
          .filter((address) => /^[a-z][a-z\d+.-]*:/i.test(address))
          .filter((address) => !/^https?:\/\/[^/]/.test(address))
          .map((address) => `${path}: ${address}`),
      );
      expect(schemes).toEqual([]);
    });

    test('the sitemap lists every page, and only pages', () => {
      const locations = builtFiles(place)
        .filter((file) => /\/sitemap-\d+\.xml$/.test(file))
        .flatMap((file) => [...read(place, file).matchAll(/<loc>([^<]+)<\/loc>/g)])
        .map(([, address]) => new URL(address ?? '').pathname);
      const wanted = builtPages(place)
        .filter(({ path }) => path !== '/404.html')
        .map(({ path }) => place.base + path.slice(1));
      expect(locations.sort()).toEqual(wanted.sort());
    });

    test('every page names its own address as canonical', () => {
      for (const { path, document } of builtPages(place)) {
        if (path === '/404.html') continue;
        const canonical = elements(document).find(({ attribs }) => attribs.rel === 'canonical');
        const address = new URL(canonical?.attribs.href ?? 'none:');
        expect(address.pathname).toBe(place.base + path.slice(1));
      }
    });
  });
}

function brokenLinks(place: Place, page: BuiltPage, pages: BuiltPage[]): string[] {
  const here = new URL(place.base + page.path.slice(1), place.origin);
  return addresses(page.document).flatMap((address) => {
    const target = new URL(address, here);
    if (target.origin !== place.origin) return [];
    const broken = `${page.path}: ${address}`;
    const file = fileFor(place, target.pathname);
    if (!file) return [broken];
    const fragment = decodeURIComponent(target.hash.slice(1));
    if (!fragment) return [];
    const path = file.replace(/\/index\.html$/, '/');
    const there = pages.find((candidate) => candidate.path === path);
    const ids = there && elements(there.document).map(({ attribs }) => attribs.id);
    return ids?.includes(fragment) ? [] : [broken];
  });
}

function addresses(document: BuiltPage['document']): string[] {
  return elements(document).flatMap(({ attribs }) =>
    ADDRESSES.flatMap((name) => attribs[name] ?? []),
  );
}
