/** Decodes beside the page, so that a paste of any size never holds up typing. */
import { decode, type Decoded } from '../../core/index.ts';

export interface Answer {
  text: string;
  decoded: Decoded;
}

addEventListener('message', (event: MessageEvent<string>) => {
  const text = event.data;
  void decode(text).then((decoded) => {
    postMessage({ text, decoded } satisfies Answer);
  });
});
