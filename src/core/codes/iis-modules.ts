/**
 * Modules of IIS that set a 401, by the names of a default applicationHost.config, which error pages
 * and failed request traces print in every language. A site may give a module another name.
 * Source: `system.webServer/modules` in the IIS configuration reference; for `FileAuthorization`,
 * `UrlAuthorization` and `WindowsAuthentication` the root web.config of the .NET Framework.
 */
import type { ArticleSlug } from '../articles.ts';

export interface IisModule {
  /** What the module does, after "…, which". */
  readonly does: string;
  /** The article on its refusals, where the module alone decides it. */
  readonly article?: ArticleSlug;
  /** True when it checks who the user is; the others ask what a known user may do, or run the application. */
  readonly authenticates?: true;
}

export const IIS_MODULES: Readonly<Record<string, IisModule>> = {
  'IIS Web Core': { does: 'is the server itself' },
  WindowsAuthenticationModule: { does: 'checks Kerberos and NTLM', authenticates: true },
  BasicAuthenticationModule: {
    does: 'checks typed names and passwords',
    authenticates: true,
  },
  DigestAuthenticationModule: { does: 'checks Digest', authenticates: true },
  AnonymousAuthenticationModule: {
    does: 'logs on the account for anonymous requests',
    article: 'anonymous-401-1',
    authenticates: true,
  },
  CertificateMappingAuthenticationModule: {
    does: 'maps client certificates to accounts of the directory',
    authenticates: true,
  },
  IISCertificateMappingAuthenticationModule: {
    does: 'maps client certificates to accounts',
    authenticates: true,
  },
  UrlAuthorizationModule: {
    does: 'applies the authorization rules of IIS',
    article: '401-7-url-authorization',
  },
  UrlAuthorization: {
    does: 'applies the authorization rules of ASP.NET',
    article: '401-7-url-authorization',
  },
  FileAuthorization: {
    does: 'checks for ASP.NET whether the user may read the file',
    article: '401-3-acl',
  },
  IpRestrictionModule: {
    does: 'checks the address of the client',
    article: '401-501-504-ip-restriction',
  },
  DynamicIpRestrictionModule: {
    does: 'counts the requests of an address',
    article: '401-501-504-ip-restriction',
  },
  IsapiFilterModule: { does: 'runs ISAPI filters', article: '401-4-isapi-filter' },
  IsapiModule: { does: 'runs ISAPI extensions', article: '401-5-isapi-cgi' },
  CgiModule: { does: 'runs CGI programs', article: '401-5-isapi-cgi' },
  FastCgiModule: { does: 'runs FastCGI programs such as PHP', article: '401-5-isapi-cgi' },
  ManagedPipelineHandler: { does: 'runs the ASP.NET application', article: '401-0-no-substatus' },
  AspNetCoreModule: { does: 'runs the ASP.NET Core application', article: '401-0-no-substatus' },
  AspNetCoreModuleV2: { does: 'runs the ASP.NET Core application', article: '401-0-no-substatus' },
};

const BY_NAME = new Map(
  Object.entries(IIS_MODULES).map(([name, module]) => [name.toLowerCase(), module] as const),
);

/** The module of that name, whatever its case; undefined for one that came with a product. */
export function iisModule(name: string): IisModule | undefined {
  return BY_NAME.get(name.trim().toLowerCase());
}
