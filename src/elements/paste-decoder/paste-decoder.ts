/**
 * The decoder on the first page: evidence goes in, the verdict appears under it. Reading happens in a
 * worker that is loaded with the first paste; nothing pasted is stored, logged, put into an address or
 * sent anywhere.
 */
import type { Decoded, Options, Span } from '../../core/index.ts';
import { copyFrom } from '../copy.ts';
import { part } from '../dom.ts';
import { CasePieces, isTooLong } from './case-pieces.ts';
import { COLUMNS_EVENT, type ColumnsEvent } from './columns-event.ts';
import { type CaseAnswer, DecoderClient } from './decoder-client.ts';
import { describeField } from './describe-field.ts';
import { failureNote } from './failure-note.ts';
import { FileReadingView } from './file-reading-view.ts';
import { PasteView } from './paste-view.ts';
import { drawPieces, REMOVE_PIECE, SHOW_PIECE, sourceNames } from './piece-list.ts';
import { readAgain } from './read-again.ts';
import { drawnAt, spanAround } from './spans.ts';

/** Milliseconds without a key before decoding starts. */
const TYPING_PAUSE = 150;

class PasteDecoder extends HTMLElement {
  readonly #pieces = new CasePieces();
  readonly #client = new DecoderClient((answer) => {
    void this.#show(answer);
  });
  #paste!: PasteView;
  #result!: HTMLElement;
  #status!: HTMLElement;
  #caret!: HTMLElement;
  #list!: HTMLElement;
  #files!: FileReadingView;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Grows with every change of the evidence: an answer to an older state is not shown. */
  #version = 0;
  #sentVersion = 0;
  #decoded: Decoded | undefined;
  /** The text was put in, not typed: nobody's place in it is lost by scrolling to the proof. */
  #wasFilled = false;
  /** The text is a sample of this guide, not somebody's own. */
  #isSample = false;
  /** The log was read again, with columns that the person chose or without them. */
  #isAgain = false;

  connectedCallback(): void {
    this.#paste = new PasteView(this);
    this.#result = part(this, '.result', HTMLElement);
    this.#status = part(this, '.announcement', HTMLElement);
    this.#caret = part(this, '.under-caret', HTMLElement);
    this.#list = part(this, '.pieces', HTMLElement);
    this.#files = new FileReadingView(this.#result, this.#status, () => {
      this.#stopReading();
    });
    this.#listenToInput();
    this.#listenToFiles();
    this.#listenToButtons();
    this.#listenToResult();
    const wanted = new URLSearchParams(location.search).get('sample');
    if (wanted) void this.#fillSample(wanted);
    // A reload keeps the text area's text in some browsers.
    else if (this.#paste.input.value) this.#typed();
  }

  #listenToInput(): void {
    const { input } = this.#paste;
    input.addEventListener('input', () => {
      this.#isSample = false;
      this.#typed();
    });
    // A text area would take seconds to lay out a text of many megabytes.
    input.addEventListener('paste', (event) => {
      const text = event.clipboardData?.getData('text') ?? '';
      if (!isTooLong(text)) return;
      event.preventDefault();
      this.#isSample = false;
      this.#pieces.write(text.replace(/\r\n?/g, '\n'));
      this.#showActive();
      this.#changed(0);
    });
    // From the cursor in the paste to the drawn value.
    input.addEventListener('selectionchange', () => {
      this.#result.querySelector('.at-caret')?.classList.remove('at-caret');
      const drawn = this.#result.hidden
        ? undefined
        : drawnAt(this.#result, input.selectionStart, this.#activeSource());
      drawn?.classList.add('at-caret');
      this.#caret.textContent = describeField(drawn);
    });
  }

  #listenToFiles(): void {
    // A file that is dropped beside the decoder would replace the page.
    for (const type of ['dragover', 'drop'] as const) {
      addEventListener(type, (event) => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        if (type === 'drop') void this.#open([...event.dataTransfer.files]);
      });
    }
    const file = part(this, 'input[type=file]', HTMLInputElement);
    file.addEventListener('change', () => {
      void this.#open([...(file.files ?? [])]);
      // The same file may be chosen again.
      file.value = '';
    });
    part(this, '[data-open-file]', HTMLElement).addEventListener('click', () => {
      file.click();
    });
  }

  #listenToButtons(): void {
    part(this, '[data-clear]', HTMLElement).addEventListener('click', () => {
      this.#fill('');
      this.#paste.input.focus();
    });
    part(this, '[data-add-piece]', HTMLElement).addEventListener('click', () => {
      this.#pieces.add({ text: '' });
      this.#showActive();
      this.#paste.input.focus();
    });
    this.#list.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      const shown = button?.getAttribute(SHOW_PIECE);
      const removed = button?.getAttribute(REMOVE_PIECE);
      if (shown) this.#select(Number(shown));
      if (removed) this.#remove(Number(removed));
    });
    for (const chip of this.querySelectorAll<HTMLAnchorElement>('[data-sample]')) {
      chip.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        void this.#fillSample(chip.dataset.sample ?? '');
      });
    }
  }

  #listenToResult(): void {
    const result = this.#result;
    result.addEventListener(COLUMNS_EVENT, (event) => {
      const columns = (event as ColumnsEvent).detail;
      this.#isAgain = true;
      this.#send(columns ? { columns } : {});
    });
    // From a drawn value to its place in the paste.
    for (const type of ['pointerover', 'focusin'] as const) {
      result.addEventListener(type, (event) => {
        this.#paste.point(this.#inActive(spanAround(event.target)));
      });
    }
    for (const type of ['pointerleave', 'focusout'] as const) {
      result.addEventListener(type, () => {
        this.#paste.point();
      });
    }
    result.addEventListener('click', ({ target }) => {
      if (!(target instanceof Element)) return;
      const span = target.closest('[data-reveal]') ? spanAround(target) : undefined;
      if (span) this.#reveal(span);
      const copy = target.closest<HTMLElement>('[data-copy]');
      if (copy) void copyFrom(copy, copy.dataset.copy ?? '');
    });
  }

  /** The paste area was changed by hand. */
  #typed(): void {
    this.#pieces.write(this.#paste.input.value);
    // A text that is too long to be edited gives way to what is shown of it.
    if (this.#pieces.active.shown !== undefined) this.#showActive();
    this.#changed(TYPING_PAUSE);
  }

  /** Replaces all evidence by one text. */
  #fill(text: string, isSample = false): void {
    this.#isSample = isSample;
    this.#pieces.clear();
    this.#pieces.write(text);
    this.#wasFilled = true;
    this.#showActive();
    this.#changed(0);
  }

  #changed(pause: number): void {
    clearTimeout(this.#timer);
    this.#version += 1;
    this.#isAgain = false;
    this.#caret.textContent = '';
    this.#paste.prove([]);
    if (this.#pieces.isEmpty) {
      this.#client.stop();
      this.#decoded = undefined;
      this.#result.replaceChildren();
      this.#result.hidden = true;
      this.#status.textContent = '';
      drawPieces(this.#list, this.#pieces);
      return;
    }
    this.#timer = setTimeout(() => {
      this.#send({});
    }, pause);
  }

  #send(options: Options): void {
    const pieces = this.#pieces.sent();
    this.#sentVersion = this.#version;
    const onProgress = this.#files.start(pieces, options.columns !== undefined);
    this.#client.send({ pieces, ...options, ...(onProgress && { onProgress }) });
  }

  async #show(answer: CaseAnswer): Promise<void> {
    if (this.#sentVersion !== this.#version) return;
    const version = this.#version;
    if (answer.kind === 'failed') {
      this.#fail(answer.message);
      return;
    }
    const drawn = await this.#draw(answer);
    // The evidence may have changed while the result's own code was loading.
    if (version !== this.#version) return;
    if (!drawn) {
      this.#fail('The part of this page that draws the result could not be loaded.');
      return;
    }
    const { decoded, texts } = answer;
    this.#decoded = decoded;
    this.#pieces.filled().forEach(({ id }, index) => {
      this.#pieces.excerpt(id, texts[index] ?? '');
    });
    this.#showActive();
    this.#result.replaceChildren(drawn);
    this.#files.note(this.#pieces.filled());
    this.#result.hidden = false;
    this.#prove();
    this.#announce();
  }

  async #draw({ ticket, decoded, texts }: Extract<CaseAnswer, { kind: 'case' }>) {
    try {
      const { drawResult } = await import('./result.ts');
      const { markChecks } = await import('../check-list/paste-marks.ts');
      const href = (path: string) => (this.dataset.base ?? '/') + path.slice(1);
      const evidence = { texts, names: sourceNames(this.#pieces, decoded) };
      const result = drawResult(decoded, evidence, href, this.#client.deskFor(ticket));
      const marks = markChecks(decoded, { href, isSample: this.#isSample });
      if (marks) result.firstElementChild?.after(marks);
      return result;
    } catch {
      return undefined;
    }
  }

  #fail(message: string): void {
    this.#files.stop();
    this.#result.replaceChildren(failureNote(message));
    this.#result.hidden = false;
    this.#status.textContent = message;
  }

  #prove(): void {
    const [first] = this.#decoded?.findings ?? [];
    const proof = first?.evidence ?? [];
    this.#paste.prove(proof.filter((span) => this.#inActive(span)));
    if (this.#wasFilled) this.#paste.showProof();
    this.#wasFilled = false;
  }

  #announce(): void {
    const heading = this.#result.querySelector('.verdict-title');
    const badge = this.#result.querySelector('.verdict .severity');
    const verdict = [badge?.textContent, heading?.textContent].filter(Boolean).join(': ');
    this.#status.textContent = this.#isAgain ? `${readAgain(this.#result)} ${verdict}` : verdict;
    this.#isAgain = false;
  }

  async #open(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    const { openFiles } = await import('./open-files.ts');
    const { pieces, problems } = await openFiles(files, (text) => this.#client.isLog(text));
    this.#isSample = false;
    this.#wasFilled = true;
    for (const piece of pieces) this.#pieces.add(piece);
    if (pieces.length > 0) {
      this.#showActive();
      this.#changed(0);
    }
    if (problems.length === 0) return;
    if (pieces.length === 0) this.#fail(problems.join(' '));
    else this.#status.textContent = problems.join(' ');
  }

  async #fillSample(id: string): Promise<void> {
    const href = `${this.dataset.base ?? '/'}samples/${encodeURIComponent(id)}.txt`;
    const answer = await fetch(href).catch(() => undefined);
    if (answer?.ok) this.#fill(await answer.text(), true);
    else this.#status.textContent = `There is no sample named ${id}.`;
  }

  #select(index: number): void {
    this.#pieces.select(index);
    this.#showActive();
    this.#prove();
    this.#paste.input.focus();
  }

  #remove(index: number): void {
    this.#pieces.remove(index);
    this.#showActive();
    this.#changed(0);
    this.#paste.input.focus();
  }

  /** Brings a place into view, in whichever piece it is. */
  #reveal(span: Span): void {
    const index = this.#indexOf(span);
    if (index >= 0 && index !== this.#pieces.activeIndex) this.#select(index);
    this.#paste.point(span);
    this.#paste.reveal(span);
  }

  #stopReading(): void {
    this.#client.stop();
    this.#fill('');
    this.#status.textContent = 'Stopped.';
    this.#paste.input.focus();
  }

  /** Shows the active piece in the paste area. */
  #showActive(): void {
    const { text, shown, files } = this.#pieces.active;
    this.#paste.show(shown ?? text, shown !== undefined || files !== undefined);
    drawPieces(this.#list, this.#pieces, this.#decoded);
  }

  /** Place among all pieces of the source of a span. */
  #indexOf({ source }: Span): number {
    const sources = this.#decoded?.sources ?? [];
    if (source === undefined) return this.#pieces.activeIndex;
    const piece = this.#pieces.filled()[sources.findIndex(({ id }) => id === source)];
    return piece ? this.#pieces.all.indexOf(piece) : -1;
  }

  /** The span when it is a place of the piece that the paste area shows. */
  #inActive(span: Span | undefined): Span | undefined {
    return span && this.#indexOf(span) === this.#pieces.activeIndex ? span : undefined;
  }

  /** Id of the source that the paste area shows; undefined in a case of one source. */
  #activeSource(): string | undefined {
    const { sources = [] } = this.#decoded ?? {};
    if (sources.length < 2) return undefined;
    return sources[this.#pieces.filled().indexOf(this.#pieces.active)]?.id;
  }
}

customElements.define('paste-decoder', PasteDecoder);
