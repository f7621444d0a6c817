/**
 * The decoder on the first page: a paste goes in, the verdict appears under it. Reading happens in
 * a worker that is loaded with the first paste; nothing pasted is stored, logged, put into an
 * address or sent anywhere.
 */
import type { Options } from '../../core/index.ts';
import { isLarge } from '../../core/evidence/iis-log/file/is-large.ts';
import { copyFrom } from '../copy.ts';
import { h, part } from '../dom.ts';
import { COLUMNS_EVENT, type ColumnsEvent } from './column-editor.ts';
import { type DecodedPaste, DecoderClient } from './decoder-client.ts';
import { namesOf } from './file-names.ts';
import type { ProgressView } from './file-progress.ts';
import type { FileProgress } from './protocol.ts';
import { readFile } from './read-file.ts';
import { readAgain } from './read-again.ts';
import { drawnAt, spanAround } from './spans.ts';
import { PasteView } from './paste-view.ts';

/** Milliseconds without a key before decoding starts. */
const TYPING_PAUSE = 150;

class PasteDecoder extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The text was put in, not typed: nobody's place in it is lost by scrolling to the proof. */
  #wasFilled = false;
  /** The text is a sample of this guide, not the reader's own. */
  #isSample = false;

  connectedCallback(): void {
    const paste = new PasteView(this);
    const { input } = paste;
    const result = part(this, '.result', HTMLElement);
    const status = part(this, '.announcement', HTMLElement);
    const caret = part(this, '.under-caret', HTMLElement);
    const base = this.dataset.base ?? '/';
    const href = (path: string) => base + path.slice(1);

    const client = new DecoderClient((answer) => {
      void show(answer);
    });

    /** The log was read again, with columns that the reader chose or without them. */
    let isAgain = false;
    /** The large files that the result is of. */
    let files: readonly File[] = [];

    const show = async ({ ticket, text, decoded }: DecodedPaste) => {
      const { drawResult } = await import('./result.ts');
      const { markChecks } = await import('../check-list/paste-marks.ts');
      // The paste may have changed while the result's own code was loading.
      if (text !== input.value) return;
      result.replaceChildren(drawResult(decoded, text, href, client.deskFor(ticket)));
      const marks = markChecks(decoded.findings, { href, isSample: this.#isSample });
      if (marks) result.firstElementChild?.after(marks);
      result.hidden = false;
      paste.prove(decoded.findings[0]?.evidence ?? []);
      if (this.#wasFilled) paste.showProof();
      this.#wasFilled = false;
      const heading = result.querySelector('.verdict-title');
      const badge = result.querySelector('.verdict .severity');
      const verdict = [badge?.textContent, heading?.textContent].filter(Boolean).join(': ');
      status.textContent = isAgain ? `${readAgain(result)} ${verdict}` : verdict;
      isAgain = false;
    };

    const changed = () => {
      clearTimeout(this.#timer);
      isAgain = false;
      files = [];
      caret.textContent = '';
      if (input.value.trim() === '') {
        result.replaceChildren();
        result.hidden = true;
        status.textContent = '';
        paste.prove([]);
        return;
      }
      paste.prove([]);
      this.#timer = setTimeout(() => {
        client.send({ text: input.value });
      }, TYPING_PAUSE);
    };

    const fill = (text: string, isSample = false) => {
      this.#isSample = isSample;
      input.value = text;
      input.scrollTop = 0;
      this.#wasFilled = true;
      changed();
    };

    const fillSample = async (id: string) => {
      const answer = await fetch(href(`/samples/${encodeURIComponent(id)}.txt`));
      if (answer.ok) fill(await answer.text(), true);
      else status.textContent = `There is no sample named ${id}.`;
    };

    const openFiles = async (opened: readonly File[]) => {
      const [file] = opened;
      if (isLarge(opened)) await readLarge(opened);
      else if (file) fill(await readFile(file));
    };

    const readLarge = async (opened: readonly File[], options: Options = {}) => {
      const names = namesOf(opened);
      const shown: { view?: ProgressView; last?: FileProgress } = {};
      client.stop();
      const again = isAgain;
      fill('');
      const reading = client.readFiles(opened, options, (progress) => {
        shown.last = progress;
        shown.view?.show(progress);
      });
      const { fileNote, progressView } = await import('./file-progress.ts');
      const size = opened.reduce((sum, file) => sum + file.size, 0);
      const view = progressView(names, size, () => {
        client.stop();
        fill('');
        status.textContent = 'Stopped.';
        input.focus();
      });
      shown.view = view;
      result.replaceChildren(view.element);
      result.hidden = false;
      status.textContent = `Reading ${names}.`;
      const answer = await reading;
      if (answer.kind === 'failed') {
        fill('');
        status.textContent = answer.message;
        result.replaceChildren(h('p', { class: 'file-note' }, answer.message));
        result.hidden = false;
        return;
      }
      files = opened;
      isAgain = again;
      input.value = answer.text;
      input.scrollTop = 0;
      this.#wasFilled = true;
      // A text area keeps line ends as it likes.
      await show({ ...answer, text: input.value });
      result.prepend(fileNote(names, shown.last));
    };

    input.addEventListener('input', () => {
      this.#isSample = false;
      changed();
    });

    for (const type of ['dragover', 'drop'] as const) {
      this.addEventListener(type, (event) => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        if (type === 'drop') void openFiles([...event.dataTransfer.files]);
      });
    }
    const file = part(this, 'input[type=file]', HTMLInputElement);
    file.addEventListener('change', () => {
      void openFiles([...(file.files ?? [])]);
      // The same file may be chosen again.
      file.value = '';
    });
    part(this, '[data-open-file]', HTMLElement).addEventListener('click', () => {
      file.click();
    });
    part(this, '[data-clear]', HTMLElement).addEventListener('click', () => {
      fill('');
      input.focus();
    });

    for (const chip of this.querySelectorAll<HTMLAnchorElement>('[data-sample]')) {
      chip.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        void fillSample(chip.dataset.sample ?? '');
      });
    }

    result.addEventListener(COLUMNS_EVENT, (event) => {
      const columns = (event as ColumnsEvent).detail;
      const options = { ...(columns && { columns }) };
      isAgain = true;
      if (files.length > 0) void readLarge(files, options);
      else client.send({ text: input.value, ...options });
    });

    // From a drawn value to its place in the paste ...
    for (const type of ['pointerover', 'focusin'] as const) {
      result.addEventListener(type, (event) => {
        paste.point(spanAround(event.target));
      });
    }
    for (const type of ['pointerleave', 'focusout'] as const) {
      result.addEventListener(type, () => {
        paste.point();
      });
    }
    result.addEventListener('click', (event) => {
      const target = event.target instanceof Element ? event.target : undefined;
      const span = spanAround(event.target);
      if (span && target?.closest('[data-reveal]')) {
        paste.point(span);
        paste.reveal(span);
      }
      const copy = target?.closest<HTMLElement>('[data-copy]');
      if (copy) void copyFrom(copy, copy.dataset.copy ?? '');
    });

    // ... and back: from the cursor in the paste to the drawn value.
    input.addEventListener('selectionchange', () => {
      result.querySelector('.at-caret')?.classList.remove('at-caret');
      const drawn = result.hidden ? undefined : drawnAt(result, input.selectionStart);
      drawn?.classList.add('at-caret');
      caret.textContent = describe(drawn);
    });

    const wanted = new URLSearchParams(location.search).get('sample');
    if (wanted) void fillSample(wanted);
    // A reload keeps the text area's text in some browsers.
    else if (input.value) changed();
  }
}

/** What was drawn for the cursor's place, in words: a field of a tree, or a cell of the log. */
function describe(drawn: HTMLElement | undefined): string {
  if (!drawn) return '';
  const field = drawn.querySelector(':scope > .field');
  const words = field
    ? [...field.children].map((child) => child.textContent)
    : drawn.dataset.field === undefined
      ? []
      : [drawn.dataset.field, drawn.textContent];
  return words.length > 0 ? `At the cursor: ${words.filter(Boolean).join(' ')}` : '';
}

customElements.define('paste-decoder', PasteDecoder);
