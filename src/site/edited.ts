/** When each content file was last changed, from the repository's history. */
import { execFileSync } from 'node:child_process';

/**
 * File path from the project's root -> date of its last commit (YYYY-MM-DD). Empty when the site
 * is built outside a repository, from an archive for one; pages then show the review date alone.
 */
export function editDates(): ReadonlyMap<string, string> {
  const dates = new Map<string, string>();
  let history: string;
  try {
    // One process for all files: asking file by file would grow with the guide.
    history = execFileSync('git', ['log', '--format=@%cs', '--name-only', '--', 'content'], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return dates;
  }
  let date = '';
  for (const line of history.split('\n')) {
    if (line.startsWith('@')) date = line.slice(1);
    // Newest first, so the first date seen is the last change.
    else if (line && !dates.has(line)) dates.set(line, date);
  }
  return dates;
}
