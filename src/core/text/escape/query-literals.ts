/**
 * Names from the evidence as literals of query languages. The value of each literal is the name,
 * whatever the name is, and nothing else of the query changes with it. The names have passed
 * `isWritable`: no control or invisible characters.
 */

/** SQL: two quotes are a quote, and nothing else is special (DuckDB, "Literal Types"). */
export const sqlLiteral = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** KQL: in a verbatim literal two quotes are a quote, and nothing else is special. */
export const kqlLiteral = (name: string): string => `@'${name.replaceAll("'", "''")}'`;

/** ES|QL: the backslash is the escape (ES|QL reference, "Literals", "String literals"). */
export const esqlLiteral = (name: string): string => `"${name.replace(/[\\"]/g, String.raw`\$&`)}"`;

/**
 * PowerShell: two quotes are a quote; the four curly single quotes count as quotes, too
 * (about_Quoting_Rules; PowerShell language specification, 2.3.5.2).
 */
export const powershellLiteral = (name: string): string =>
  `'${name.replace(/['\u2018-\u201b]/g, '$&$&')}'`;

/**
 * Log Parser 2.2: the backslash is the escape and `\uxxxx` stands for any character (help, "Constant
 * Values"); all but plain ones are written so, because on a command line cmd would replace `%NAME%`,
 * and in a query file Log Parser itself does.
 */
export function logParserLiteral(name: string): string {
  let text = '';
  for (let i = 0; i < name.length; i++) {
    const sign = name.charAt(i);
    if (/[\w @$./:=,;()-]/.test(sign)) text += sign;
    else if (sign === '\\') text += '\\\\';
    else text += `\\u${name.charCodeAt(i).toString(16).padStart(4, '0')}`;
  }
  return `'${text}'`;
}

/**
 * SPL: quotes, backslashes, backticks (macros), brackets (subsearches) and `$` (dashboard tokens) each
 * mean something to Splunk, so a name with more than plain characters is written in percent escapes,
 * which `urldecode` turns back (Search Reference, "Text functions").
 */
export function splunkLiteral(name: string): string {
  const escaped = encodeURIComponent(name).replace(
    /[!'()*~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const plain = escaped.replaceAll('%2F', '/').replaceAll('%40', '@').replaceAll('%3A', ':');
  return plain.includes('%') ? `urldecode("${plain}")` : `"${plain}"`;
}
