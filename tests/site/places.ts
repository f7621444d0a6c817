/** The two builds the site tests look at, and where each is served. */

export interface Place {
  /** Path the site is built for, with a slash at both ends. */
  base: string;
  /** Folder of the built files, from the project's root. */
  dist: string;
  port: number;
  origin: string;
}

/** Two neighbouring ports; set `SITE_TEST_PORT` when something else listens there. */
const PORT = Number(process.env.SITE_TEST_PORT ?? 44010);

function place(base: string, dist: string, port: number): Place {
  return { base, dist, port, origin: `http://127.0.0.1:${port}` };
}

/** As on a server of its own. */
export const ROOT = place('/', 'dist', PORT);

/** As in a virtual directory of IIS. */
export const SUBPATH = place('/guide/', '.cache/guide', PORT + 1);

export const PLACES = [ROOT, SUBPATH] as const;
