/** How long something takes in time of the processor, which a busy machine does not stretch. */

/** Milliseconds of the fastest of several runs. */
export async function fastest(run: () => unknown, runs: number): Promise<number> {
  let least = Infinity;
  for (let count = 0; count < runs; count++) {
    const start = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
