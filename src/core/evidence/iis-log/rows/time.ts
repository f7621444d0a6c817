/**
 * Date and time of a row as milliseconds since 1970, and as ISO 8601 text. W3C and HTTPERR rows are
 * UTC whatever the server's clock shows; IIS native rows are local time and NCSA rows carry their
 * offset ("logFile" in the IIS configuration reference).
 */

const YMD = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})/;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{2,4})/;
const US = /^(\d{1,2})\/(\d{1,2})\/(\d{2,4})/;
const HMS = /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([AP]M)?/i;

const century = (year: number): number => (year < 100 ? year + (year < 70 ? 2000 : 1900) : year);

/** The last answer, as neighbouring rows share their date and often their second. */
function remembering<In, Out>(compute: (value: In) => Out): (value: In) => Out {
  let last: { value: In; answer: Out } | undefined;
  return (value) => {
    if (last?.value !== value) last = { value, answer: compute(value) };
    return last.answer;
  };
}

/** Midnight of a date written year first, German or US; undefined when it is none. */
export const parseDate = remembering((text: string): number | undefined => {
  const ymd = YMD.exec(text);
  const dotted = ymd ? null : DOTTED.exec(text);
  const us = ymd || dotted ? null : US.exec(text);
  const [year, month, day] = ymd
    ? [ymd[1], ymd[2], ymd[3]]
    : dotted
      ? [dotted[3], dotted[2], dotted[1]]
      : us
        ? [us[3], us[1], us[2]]
        : [];
  if (year === undefined || Number(month) > 12 || Number(day) > 31) return undefined;
  return Date.UTC(century(Number(year)), Number(month) - 1, Number(day));
});

/** Milliseconds since midnight; undefined when the text holds no time of day. */
export function parseTime(text: string): number | undefined {
  const found = HMS.exec(text);
  if (!found) return undefined;
  const [, h = '0', m = '0', s = '0', fraction = '', half] = found;
  let hours = Number(h);
  if (half) hours = (hours % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
  if (hours > 23 || Number(m) > 59 || Number(s) > 60) return undefined;
  return (
    ((hours * 60 + Number(m)) * 60 + Number(s)) * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'))
  );
}

const utcText = remembering((ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z'));

/** ISO 8601 of an instant; without the closing Z when the row's time zone is not known. */
export function isoTime(ms: number, zone: 'utc' | 'local' = 'utc'): string {
  const text = utcText(ms);
  return zone === 'utc' ? text : text.slice(0, -1);
}

const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';
const NCSA =
  /^(\d{2})\/([A-Za-z]{3})\/(\d{4})[: ](\d{2}:\d{2}:\d{2})(?: ([+-])(\d{2}):?(\d{2})| (?:GMT|UTC|Z)()|)/;

/**
 * `07/Apr/2004:17:39:04 -0800` of an NCSA row: the instant, and ISO text with its offset kept. Where
 * there is no offset, or a zone by a name that is not UTC's, both are of the server's clock.
 */
export function parseNcsaTime(text: string): { ms: number; iso: string } | undefined {
  const found = NCSA.exec(text);
  if (!found) return undefined;
  const [, day = '', monthName = '', year = '', clock = '', sign, oh = '', om = '', utc] = found;
  const month = MONTHS.indexOf(monthName.toLowerCase()) / 3;
  const time = parseTime(clock);
  if (!Number.isInteger(month) || month < 0 || time === undefined) return undefined;
  const local = Date.UTC(Number(year), month, Number(day)) + time;
  if (sign === undefined) return { ms: local, iso: isoTime(local, utc === '' ? 'utc' : 'local') };
  const offset = (Number(oh) * 60 + Number(om)) * 60_000 * (sign === '-' ? -1 : 1);
  return { ms: local - offset, iso: `${isoTime(local, 'local')}${sign}${oh}:${om}` };
}
