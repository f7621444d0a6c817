/** Whether a text may hold an error page of IIS or ASP.NET. */

/**
 * Linear. In every language the heading has `HTTP` and the number with its substatus, the details
 * have the name of a notification, and the short page begins with the bare status and a dash.
 */
export function seenErrorPage(text: string): boolean {
  return /\bHTTP\b[^\d\r\n/]{0,24}[45]\d\d\.\d|\b(?:Begin|Authenticate|Authorize|Handler|End)Request\b|\bIIS \d{1,2}\.\d .{0,60} [45]\d\d\.\d|\b401\.[1-3]\.?\s?:|\b401 [-\u2013\u2014] /i.test(
    text,
  );
}
