/** An IAKERB message (draft-ietf-kitten-iakerb-03): a realm in clear, then a Kerberos request. */
import {
  application,
  context,
  element,
  flags,
  generalString,
  integer,
  sequence,
  time,
  utf8,
  type Bytes,
} from './der.ts';
import { frame, principal } from './kerberos.ts';

export const IAKERB = '1.3.6.1.5.2.5';
const IAKERB_PROXY = [0x05, 0x01];
const AES256 = 18;

/** An AS-REQ of `user` in `realm`, as a client sends it through the web server. */
export function framedIakerb(realm: string, user: string): Bytes {
  const header = sequence(context(1, element(0x0c, utf8(realm))));
  const body = sequence(
    context(0, flags(0x4081_0010)),
    context(1, principal(1, user)),
    context(2, generalString(realm)),
    context(3, principal(2, 'krbtgt', realm)),
    context(5, time('2037-09-13T02:48:05Z')),
    context(7, integer(0x2b4f_1a07)),
    context(8, sequence(integer(AES256))),
  );
  const request = sequence(context(1, integer(5)), context(2, integer(10)), context(4, body));
  return frame(IAKERB, IAKERB_PROXY, header, application(10, request));
}
