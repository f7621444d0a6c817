/**
 * The details of a page of IIS 7 and later, in the order in which every language has them:
 *
 *     Module           WindowsAuthenticationModule      Requested URL    http://localhost:80/
 *     Notification     AuthenticateRequest              Physical Path    C:\inetpub\wwwroot
 *     Handler          StaticFile                       Logon Method     Not yet determined
 *     Error Code       0x8009030e                       Logon User       Not yet determined
 *
 * The labels are translated, the values are not; the name of the notification is the anchor.
 */
import type { FactOf } from '../../facts/fact.ts';
import { accountOf } from '../../facts/names.ts';
import { cover, type Span } from '../../facts/span.ts';
import { IIS_MODULES } from '../../codes/iis-modules.ts';
import type { Piece } from './pieces.ts';

type Page = FactOf<'errorPage'>;
export type Details = Pick<
  Page,
  | 'code'
  | 'codeAt'
  | 'module'
  | 'notification'
  | 'handler'
  | 'url'
  | 'urlAt'
  | 'physicalPath'
  | 'logonMethod'
  | 'logonUser'
> & { readonly at: Span };

/** HTTP_REQUEST_NOTIFICATION as IIS writes it (httpserv.h). */
const NOTIFICATION =
  /^(?:\S{1,30}\s)?((?:Post)?(?:BeginRequest|AuthenticateRequest|AuthorizeRequest|ResolveRequestCache|MapRequestHandler|AcquireRequestState|PreExecuteRequestHandler|ExecuteRequestHandler|ReleaseRequestState|UpdateRequestCache|LogRequest|EndRequest|SendResponse|MapPath|ReadEntity))$/;
const CODE = /(?:^|\s)(0x[0-9a-f]{1,8})$/i;
const URL = /(?:^|\s)(https?:\/\/\S{1,2000})/i;
const PATH = /(?:^|\s)((?:[a-z]:|\\\\\S)\\?\S.{0,400})$/i;
const METHOD = /^(?:Anonymous|Negotiate|NTLM|Kerberos|Basic|Digest|Forms|Federat\w{1,5}|Windows)$/i;
const USER = /^[^\s\\]{1,60}\\[^\\]{1,100}$|^\S{1,100}@\S{1,200}$/;
const LOGON_LABEL = /^Logon (?:Method|User) /;
const MODULES = Object.keys(IIS_MODULES).sort((a, b) => b.length - a.length);

/** Pieces after the notification in which the rest is looked for. */
const REACH = 24;

/** Every block of details. */
export function detailsOf(pieces: readonly Piece[]): Details[] {
  return pieces.flatMap((piece, index) => {
    const notification = NOTIFICATION.exec(piece.text)?.[1];
    return notification === undefined ? [] : (blockAt(pieces, index, notification) ?? []);
  });
}

function blockAt(
  pieces: readonly Piece[],
  index: number,
  notification: string,
): Details | undefined {
  // A value on its own has its label before it; one that shares its piece with the label has not.
  const step = pieces[index]?.text === notification ? 2 : 1;
  const module = knownAt(pieces[index - 1]) ?? valueOf(pieces[index - step], step === 1);
  const handler = valueOf(pieces[index + step], step === 1);
  const after = pieces.slice(index + 1, index + REACH);
  const code = find(after, CODE);
  const url = find(after, URL);
  if (module === undefined || (!code && !url)) return undefined;
  const path = find(after, PATH);
  const last = path ?? url ?? code;
  const logon = logonOf(last ? after.slice(last.index + 1) : [], step);
  const first = pieces[index - (step === 2 ? 3 : 1)];
  const places = [first, pieces[index], last?.piece, ...logon.pieces].flatMap((one): Span[] =>
    one ? [one.at] : [],
  );
  const isHandler = handler !== undefined && !CODE.test(handler) && !URL.test(handler);
  return {
    at: cover(places) ?? { start: 0, end: 0 },
    module,
    notification,
    ...(isHandler && { handler }),
    ...(code && { code: Number(code.value), codeAt: code.piece.at }),
    ...(url && { url: url.value, urlAt: url.piece.at }),
    ...(path && { physicalPath: path.value }),
    ...logon.facts,
  };
}

interface FoundPiece {
  readonly value: string;
  readonly piece: Piece;
  readonly index: number;
}

function find(pieces: readonly Piece[], pattern: RegExp): FoundPiece | undefined {
  for (const [index, piece] of pieces.entries()) {
    // The next block begins.
    if (NOTIFICATION.test(piece.text)) return undefined;
    const value = pattern.exec(piece.text)?.[1];
    if (value !== undefined) return { value, piece, index };
  }
  return undefined;
}

/** A module right before its notification, where the labels are lost. */
function knownAt(piece: Piece | undefined): string | undefined {
  return MODULES.find((name) => name === piece?.text);
}

/** `isLabelled`: the piece has its label in front, one word in most languages. */
function valueOf(piece: Piece | undefined, isLabelled: boolean): string | undefined {
  const text = piece?.text.slice(0, 200);
  if (text === undefined || !isLabelled) return text;
  const known = MODULES.find((name) => text.endsWith(name));
  return known ?? /^\S{1,40}\s(.{1,120})$/.exec(text)?.[1];
}

interface Logon {
  readonly facts: Pick<Page, 'logonMethod' | 'logonUser'>;
  readonly pieces: readonly (Piece | undefined)[];
}

function logonOf(after: readonly Piece[], step: number): Logon {
  const values = after
    .slice(0, 2 * step)
    .filter((_, index) => step === 1 || index % 2 === 1)
    .map((piece) => ({ piece, text: piece.text.replace(LOGON_LABEL, '') }));
  const method = values.find(({ text }) => METHOD.test(text));
  const user = values.find(({ text }) => USER.test(text));
  return {
    facts: {
      ...(method && { logonMethod: method.text }),
      ...(user && { logonUser: accountOf(user.text) }),
    },
    pieces: [method?.piece, user?.piece],
  };
}
