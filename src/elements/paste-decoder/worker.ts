/** Decodes beside the page, so that a paste of any size never holds up typing. */
import { decode, type Decoded, type Options } from '../../core/index.ts';

export interface Question extends Options {
  text: string;
}

export interface Answer extends Question {
  decoded: Decoded;
}

addEventListener('message', (event: MessageEvent<Question>) => {
  const question = event.data;
  void decode(question.text, question).then((decoded) => {
    postMessage({ ...question, decoded } satisfies Answer);
  });
});
