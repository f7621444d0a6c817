/** Lets the browser go on with what waits, a key above all, before more is done. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
