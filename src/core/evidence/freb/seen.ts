/** Whether a text may hold a failed request trace: names of its elements, events and fields. */

/** Linear. None of these names is translated. */
export function seenFreb(text: string): boolean {
  return /failedRequest|appPoolId|activityId|ModuleName|ADConfigIsOK|iis\/freb|freb:|\bWWW Server\b|Name="(?:ASPNET|ASP|ISAPI Extension)"|3A2A4E84-4C21-4981|HttpSubStatus|NTLMUsed|KMUsed|AuthTypeSupported|ConfigExceptionInfo|triggerStatusCode|failureReason|Trigger Status|Final Status|\b(?:AUTH|SECURITY|MODULE|NOTIFY_MODULE|GENERAL)_[A-Z]{2,}_?[A-Z]/.test(
    text,
  );
}
