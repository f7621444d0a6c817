/** What an answer of IIS says of itself: its error pages, and its traces of failed requests. */
import type { Account, Spn } from './names.ts';
import type { Span } from './span.ts';

export interface IisAnswerFacts {
  /** An error page of IIS or ASP.NET, as a browser shows it or as its HTML. */
  errorPage: {
    /** `iis`: of IIS, with a substatus or details. `asp.net`: of System.Web. `short`: of IIS for remote users, with the bare status. */
    readonly by: 'iis' | 'asp.net' | 'short';
    /** Absent where the paste has the details without the heading. */
    readonly status?: number;
    readonly substatus?: number;
    /** HRESULT or NTSTATUS, unsigned. */
    readonly code?: number;
    readonly codeAt?: Span;
    readonly module?: string;
    /** `AuthenticateRequest`, `ExecuteRequestHandler`. */
    readonly notification?: string;
    readonly handler?: string;
    readonly url?: string;
    readonly urlAt?: Span;
    readonly physicalPath?: string;
    /** `Anonymous`, `Negotiate`; absent where IIS did not know it yet. */
    readonly logonMethod?: string;
    readonly logonUser?: Account;
  };
  /** A request that IIS traced (Failed Request Tracing), by the attributes of its file. */
  tracedRequest: {
    readonly url?: string;
    readonly verb?: string;
    readonly pool?: string;
    /** What was sent in the end. */
    readonly status?: number;
    readonly substatus?: number;
    /** `anonymous`, `NTLM`, `Negotiate`; absent before authentication (`NOT_AVAILABLE`). */
    readonly authenticationType?: string;
    /** Absent where nobody was signed in. */
    readonly user?: Account;
    /** `STATUS_CODE`, `TIME_TAKEN`. */
    readonly failureReason?: string;
    readonly milliseconds?: number;
    readonly statusAt?: Span;
    readonly userAt?: Span;
  };
  /** MODULE_SET_RESPONSE_ERROR_STATUS of such a trace, in the order of the trace. */
  tracedError: {
    readonly module: string;
    /** `AUTHENTICATE_REQUEST`. */
    readonly notification?: string;
    readonly status: number;
    readonly substatus?: number;
    /** HRESULT or NTSTATUS, unsigned. */
    readonly code?: number;
    /** ConfigExceptionInfo, on one line. */
    readonly configuration?: string;
    readonly codeAt?: Span;
  };
  /** AUTH_SUCCEEDED of such a trace. Its own AuthType is `NT` for every method, and says nothing. */
  tracedLogon: {
    /** Of the event AUTH_REQUEST_AUTH_TYPE before it, where the trace has one. */
    readonly method?: 'Anonymous' | 'Basic' | 'Windows' | 'Digest' | 'Passport' | 'Certificate';
    /** NTLMUsed. False for Kerberos, and for every method that is not Windows authentication. */
    readonly isNtlm?: boolean;
    /** Absent for an anonymous request. */
    readonly user?: Account;
    /** `Identify`, `Impersonate`, `Delegate`. */
    readonly impersonation?: string;
  };
  /** AUTH_KERBEROS_FAILED of such a trace. */
  tracedKerberosFailure: {
    readonly spn?: Spn;
    /** Identity of the application pool. */
    readonly account?: Account;
    readonly isKernelMode?: boolean;
    /** Whether IIS found the SPN on that account. */
    readonly isSpnOnAccount?: boolean;
  };
  /** SECURITY_DENIED_BY_ACCESS_CHECK, SECURITY_REJECTED_IP and their kin of such a trace. */
  tracedDenial: { readonly event: string; readonly about?: string };
  /** Headers of the traced request: the scheme of its Authorization header, where it has one. */
  tracedRequestHeaders: { readonly scheme?: string };
  /** Events of such a trace that state nothing else: how many, and the first. */
  tracedEvents: {
    readonly count: number;
    readonly event: string;
    readonly module?: string;
    readonly notification?: string;
  };
}
