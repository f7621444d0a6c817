/** The command that lists more events of a kind. */
import type { CodeRow } from '../../../codes/row.ts';
import { run, type Step } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';

/** The provider keeps namesakes of other providers out. */
export function eventQuery({ log, provider, code }: CodeRow): Step {
  const [logName, providerName, id] = [
    [log ?? 'System', 'log'],
    [provider, 'provider'],
    [String(code), 'id'],
  ] as const;
  const isOfKdc = /Key-Distribution-Center|KDC/i.test(provider ?? '');
  return run(
    isOfKdc ? 'domain-controller' : 'server',
    command`Get-WinEvent -MaxEvents 20 -FilterHashtable @{LogName='${logName}'; ProviderName='${providerName}'; Id=${id}}`,
  );
}
