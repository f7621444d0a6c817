/** What is said about 401s that do not come from a logon: resource, filter, application, rule. */
import { counted } from '../../../text/counted.ts';
import type { Wordings } from './wording.ts';
import { inCommand } from '../../../text/escape/in-command.ts';
import { asWhom, byWhom, was, where } from './words.ts';

export const SAID_DENIED: Wordings = {
  /** `CONTOSO\anna 401 3 5`. Certain. With `-` as user it is the pass-through to a share. */
  'acl-denied': {
    id: 'log.acl-denied',
    severity: 'error',
    title: ({ sequence }) =>
      `${counted(sequence.count, 'request')}${byWhom(sequence)}${where(sequence)}${asWhom(sequence)}: the logon worked, the ACL of the file or folder refused (401.3).`,
    caveat: 'With content on a share, the account that reads the share is the one refused.',
    next: ({ sequence }) => [
      `icacls "<folder of ${inCommand(sequence.uris[0], 'the site')}>"`,
      'Get-SmbShareAccess -Name <share>',
      'The second command is for content on a share: share and file each have permissions of their own.',
    ],
  },

  /** `401 0 0`. Certain that IIS set no substatus; the application says why, or nobody. */
  application: {
    id: 'log.application',
    severity: 'error',
    title: ({ sequence }) =>
      `${counted(sequence.count, 'request')}${byWhom(sequence)}${where(sequence)} ${was(sequence)} refused by the application (401.${sequence.substatus ?? 0}), not by the authentication of IIS.`,
    caveat: 'A module added to the site counts as the application here.',
    next: () => [
      'Look at the WWW-Authenticate header and the body of the answer: Bearer or a login page belongs to the application.',
      'Trace it: Failed Request Tracing for status 401 names the module that set the status.',
    ],
  },

  /** `401 4 5`. Certain that a filter refused; which one is in the trace. */
  'filter-or-handler 401-4-isapi-filter': {
    id: 'log.isapi-filter',
    severity: 'error',
    title: ({ sequence }) =>
      `${counted(sequence.count, 'request')}${byWhom(sequence)}${where(sequence)} ${was(sequence)} refused by an ISAPI filter (401.4).`,
    next: () => [
      '%windir%\\system32\\inetsrv\\appcmd.exe list config "<site>" -section:system.webServer/isapiFilters',
    ],
  },

  /** `401 5 0`. Certain that an ISAPI or CGI program refused. */
  'filter-or-handler 401-5-isapi-cgi': {
    id: 'log.isapi-cgi',
    severity: 'error',
    title: ({ sequence }) =>
      `${counted(sequence.count, 'request')}${byWhom(sequence)}${where(sequence)} ${was(sequence)} refused by an ISAPI or CGI program (401.5).`,
    next: () => [
      '%windir%\\system32\\inetsrv\\appcmd.exe list config "<site>" -section:system.webServer/handlers',
    ],
  },

  /** `401 7 5`. IIS 6 only: later versions have no substatus of their own for this. */
  'authorization-rule': {
    id: 'log.authorization-rule',
    severity: 'error',
    title: ({ sequence }) =>
      `${counted(sequence.count, 'request')}${byWhom(sequence)}${where(sequence)}${asWhom(sequence)} ${was(sequence)} refused by URL authorization (401.7).`,
    caveat: 'IIS 6 writes this substatus; on later versions an application set it.',
    next: () => [
      '%windir%\\system32\\inetsrv\\appcmd.exe list config "<site>" -section:system.webServer/security/authorization',
    ],
  },

  /** `401 503 0`. Certain: the substatus names the restriction. */
  'unclassified 401-501-504-ip-restriction': {
    id: 'log.ip-restriction',
    severity: 'error',
    title: ({ sequence }) =>
      `${counted(sequence.count, 'request')}${byWhom(sequence)}${where(sequence)} ${was(sequence)} refused by IP restrictions (401.${sequence.substatus ?? 503}) before any logon.`,
    next: () => [
      '%windir%\\system32\\inetsrv\\appcmd.exe list config "<site>" -section:system.webServer/security/ipSecurity',
      '%windir%\\system32\\inetsrv\\appcmd.exe list config "<site>" -section:system.webServer/security/dynamicIpSecurity',
    ],
  },

  /** `"GET /app/ HTTP/1.1" 401 3401`: nothing says which 401 it is. */
  'unclassified read-iis-log': {
    id: 'log.unclassified',
    severity: 'warning',
    title: ({ sequence }) =>
      `${counted(sequence.count, 'request')}${byWhom(sequence)}${where(sequence)} got a 401 and no accepted answer; without a substatus the rows do not say why.`,
    next: () => [
      'Log in the W3C format with sc-substatus and sc-win32-status, and paste those rows.',
    ],
  },
};
