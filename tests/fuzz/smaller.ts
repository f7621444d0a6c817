/** The shortest text that can be found quickly of which the same can be said. */
export async function smaller(
  text: string,
  isStillWrong: (text: string) => Promise<boolean>,
): Promise<string> {
  let result = text;
  for (let size = Math.ceil(text.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < result.length;) {
      const less = result.slice(0, at) + result.slice(at + size);
      if (await isStillWrong(less)) result = less;
      else at += size;
    }
  }
  return result;
}
