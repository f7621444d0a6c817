/**
 * Runs a query in PowerShell, where there is one (`pwsh` on the path, or what PWSH names): with a
 * directory of three domain controllers and their events made up. The event log's XPath is evaluated by
 * that of .NET, without what only the event log has: comparisons of times.
 */
import { spawnSync } from 'node:child_process';

const PROGRAM = process.env.PWSH ?? 'pwsh';

export const hasPowershell =
  spawnSync(PROGRAM, ['-NoProfile', '-Command', 'exit 0'], { stdio: 'ignore' }).status === 0;

/** An event as a machine has it. */
export interface MadeEvent {
  readonly machine: string;
  readonly id: number;
  readonly provider?: string;
  readonly data: Readonly<Record<string, string>>;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const xmlOf = ({
  id,
  provider = 'Microsoft-Windows-Security-Auditing',
  data,
}: MadeEvent): string => {
  const values = Object.entries(data).map(
    ([name, text]) => `<Data Name='${name}'>${escaped(text)}</Data>`,
  );
  return `<Event><System><Provider Name='${provider}'/><EventID>${id}</EventID></System><EventData>${values.join('')}</EventData></Event>`;
};

/** `dc3` cannot be reached. */
const WORLD = String.raw`
$made = ConvertFrom-Json ([Environment]::GetEnvironmentVariable('MADE_EVENTS'))
function Get-ADDomainController { param($Filter) 'dc1', 'dc2', 'dc3' | ForEach-Object { [pscustomobject]@{ HostName = $_ } } }
function Get-WinEvent {
  [CmdletBinding()] param($ComputerName, $LogName, $FilterXPath)
  if ($ComputerName -eq 'dc3') { Write-Error 'The RPC server is unavailable'; return }
  $xpath = $FilterXPath -replace ' and TimeCreated\[[^\]]*\]'
  $found = @(foreach ($one in $made) {
    $xml = [xml]$one.xml
    if ($one.machine -eq $ComputerName -and $xml.CreateNavigator().Evaluate("boolean($xpath)")) {
      $record = [pscustomobject]@{ Id = $one.id; MachineName = $one.machine; TimeCreated = [datetime]'2026-03-02T08:15:00Z'; Xml = $one.xml }
      $record | Add-Member -MemberType ScriptMethod -Name ToXml -Value { $this.Xml } -PassThru
    }
  })
  if (-not $found) { Write-Error -ErrorId 'NoMatchingEventsFound' -Message 'No events were found.'; return }
  $found
}
`;

/** What the query prints, and what it warns of. */
export function run(
  query: string,
  events: readonly MadeEvent[],
): { out: string; warnings: string } {
  const made = events.map((one) => ({ machine: one.machine, id: one.id, xml: xmlOf(one) }));
  const script = `${WORLD}\n& {\n${query}\n} 3>&1 | Out-String -Width 400`;
  const { stdout, stderr } = spawnSync(
    PROGRAM,
    ['-NoProfile', '-NonInteractive', '-Command', script],
    {
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', MADE_EVENTS: JSON.stringify(made) },
    },
  );
  return { out: stdout, warnings: stderr };
}

/** What the parser of PowerShell says against scripts. */
export function mistakes(...scripts: readonly string[]): string[] {
  const parse = String.raw`
foreach ($text in (ConvertFrom-Json ([Environment]::GetEnvironmentVariable('SCRIPTS')))) {
  $errors = $null
  [void][System.Management.Automation.Language.Parser]::ParseInput($text, [ref]$null, [ref]$errors)
  $errors | ForEach-Object { $_.Message }
}`;
  const { stdout } = spawnSync(PROGRAM, ['-NoProfile', '-NonInteractive', '-Command', parse], {
    encoding: 'utf8',
    env: { ...process.env, SCRIPTS: JSON.stringify(scripts) },
  });
  return stdout.split('\n').filter((line) => line.trim() !== '');
}
