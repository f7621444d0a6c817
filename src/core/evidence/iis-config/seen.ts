/** Whether a text may hold configuration of IIS: names of its sections, and appcmd. */

/** Linear. No Windows translates these names; those that other XML has too are left to the reader. */
export function seenIisConfig(text: string): boolean {
  return /Authentication\b.{0,9}enabled|\bappcmd|(?:windows|anonymous|basic|digest|Mapping)Authentication\b|useKernelMode|useAppPool|authPersist|tokenChecking|forwardWindowsAuth|identityType|applicationPool|overrideMode|bindingInformation|impersonate\b|accessType|<(?:deny|allow) |&lt;(?:deny|allow) |ipSecurity|headerLimits|^\W{0,9}(?:APPPOOL|SITE|APP|VDIR) "/im.test(
    text,
  );
}
