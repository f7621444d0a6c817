/**
 * IIS records which of its own checks refused the request:
 *
 *     SECURITY_REJECTED_IP, SECURITY_DENIED_BY_ISAPI_RESTRICTION, SECURITY_DENIED_BY_MIMEMAP
 *
 * Certain about the check. The status that it led to is in MODULE_SET_RESPONSE_ERROR_STATUS.
 */
import type { Rule } from '../../../case/rule.ts';
import { stated, told } from '../../../text/told.ts';

/** What the check looks at. */
const CHECKS: Readonly<Record<string, string>> = {
  SECURITY_REJECTED_IP: 'the address of the client',
  SECURITY_REJECTED_HOSTNAME: 'the host name of the client',
  SECURITY_DENIED_BY_ACCESS_CHECK: 'the permissions of the file',
  SECURITY_DENIED_BY_ISAPI_RESTRICTION: 'the list of allowed ISAPI extensions',
  SECURITY_DENIED_BY_CGI_RESTRICTION: 'the list of allowed CGI programs',
  SECURITY_DENIED_BY_MIMEMAP: 'the list of known file types',
};
const ARTICLES = {
  SECURITY_REJECTED_IP: '401-501-504-ip-restriction',
  SECURITY_REJECTED_HOSTNAME: '401-501-504-ip-restriction',
  SECURITY_DENIED_BY_ACCESS_CHECK: '401-3-acl',
} as const;

export const denied: Rule = {
  id: 'freb.denied',
  says: 'One of the checks of IIS refused the request.',
  needs: ['tracedDenial'],
  judge: (facts) => {
    const [denial] = facts.all('tracedDenial');
    if (!denial) return [];
    const { event, at } = denial;
    const about = CHECKS[event];
    return [
      {
        severity: 'warning',
        ...told`${stated(event, at)}: IIS refused the request by one of its own checks${about === undefined ? '' : `, of ${about}`}.`,
        article:
          event in ARTICLES ? ARTICLES[event as keyof typeof ARTICLES] : 'failed-request-tracing',
        evidence: [at],
      },
    ];
  },
};
