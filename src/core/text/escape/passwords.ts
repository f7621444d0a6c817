/** Passwords of a configuration, which nothing that quotes the evidence may repeat. */

/** An attribute with its value; the quote at its end may be beyond what is quoted. */
const PASSWORD = /(\bpassword\s{0,4}=\s{0,4}["'])([^"'\n]{1,1000})/gi;

/** The text with each password replaced, character by character, so that places stay. */
export function withoutPasswords(text: string): string {
  return text.replace(PASSWORD, (_, before: string, value: string) => {
    return before + '*'.repeat(value.length);
  });
}
