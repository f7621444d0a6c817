/**
 * The decoder on the first page: evidence goes in, the verdict appears under it. Reading happens in a
 * worker that is loaded with the first paste; nothing pasted is stored, logged, put into an address or
 * sent anywhere.
 */
import type { Decoded, Options, Span } from '../../core/index.ts';
import { copyFrom } from '../copy.ts';
import { part } from '../dom.ts';
import { CasePieces, isTooLong, placeIn, shownSpan, shownText, textAt } from './case-pieces.ts';
import { COLUMNS_EVENT, type ColumnsEvent } from './columns-event.ts';
import { type CaseAnswer, DecoderClient } from './decoder-client.ts';
import { describeField } from './describe-field.ts';
import { failureNote } from './failure-note.ts';
import { FileReadingView } from './file-reading-view.ts';
import { fileOf, watchLongPastes } from './long-paste.ts';
import { nextTask } from './next-task.ts';
import { PasteView } from './paste-view.ts';
import { drawPieces, REMOVE_NOTED, REMOVE_PIECE, SHOW_PIECE, sourceNames } from './piece-list.ts';
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
  /** Grows when all evidence is cleared: what was about to be added is not added then. */
  #clearings = 0;
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
    this.#files = new FileReadingView(this.#result, this.#status, (unread) => {
      this.#stopReading(unread);
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
    watchLongPastes(input, (text, isInstead) => {
      void this.#takeLong(text, isInstead);
    });
    // What the browser itself would undo is not in the area.
    input.addEventListener('keydown', (event) => {
      const isUndo = event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (!isUndo || !this.#pieces.active.isPaste) return;
      event.preventDefault();
      this.#remove(this.#pieces.activeIndex);
    });
    // From the cursor in the paste to the drawn value.
    input.addEventListener('selectionchange', () => {
      this.#result.querySelector('.at-caret')?.classList.remove('at-caret');
      const drawn = this.#result.hidden ? undefined : this.#drawnAt(input.selectionStart);
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
      const noted = target.closest(`[${REMOVE_NOTED}]`)?.getAttribute(REMOVE_NOTED);
      if (noted) this.#remove(this.#pieces.indexOf(Number(noted)));
      const copy = target.closest<HTMLElement>('[data-copy]');
      if (copy) void copyFrom(copy, copy.dataset.copy ?? '');
    });
  }

  /** The paste area was changed by hand. */
  #typed(): void {
    const { value } = this.#paste.input;
    if (isTooLong(value.length)) {
      this.#pieces.write('');
      this.#showActive();
      void this.#takeLong(value, false);
      return;
    }
    this.#pieces.write(value);
    this.#changed(TYPING_PAUSE);
  }

  /** A text that is too long to be edited becomes a piece that is read as an opened file is. */
  async #takeLong(text: string, isInstead: boolean): Promise<void> {
    const clearings = this.#clearings;
    const file = await fileOf(text);
    if (clearings !== this.#clearings) return;
    const piece = { text: '', files: [file], isPaste: true } as const;
    if (isInstead) this.#pieces.replace(piece);
    else this.#pieces.add(piece);
    this.#isSample = false;
    this.#wasFilled = true;
    this.#showActive();
    this.#changed(0);
  }

  /** Replaces all evidence by one text. */
  #fill(text: string, isSample = false): void {
    this.#isSample = isSample;
    this.#clearings += 1;
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
    const { decoded } = answer;
    this.#pieces.filled().forEach(({ id }, index) => {
      const excerpt = answer.excerpts[index];
      if (excerpt) this.#pieces.excerpt(id, excerpt);
    });
    const drawn = await this.#draw(answer);
    // The evidence may have changed while the result's own code was loading.
    if (version !== this.#version) return;
    if (!drawn) {
      this.#fail('The part of this page that draws the result could not be loaded.');
      return;
    }
    this.#decoded = decoded;
    const parts = [
      () => {
        this.#showActive();
      },
      () => {
        this.#prove();
      },
      () => {
        this.#result.replaceChildren(drawn.result);
        this.#result.hidden = false;
        this.#announce(drawn.news);
      },
    ];
    // Each lays out a part of the page; a key that waits comes in between.
    for (const lay of parts) {
      await nextTask();
      if (version !== this.#version) return;
      lay();
    }
  }

  /** The result, with what is said above it and is new. */
  async #draw({ ticket, decoded }: Extract<CaseAnswer, { kind: 'case' }>) {
    const pieces = this.#pieces.filled();
    try {
      const { drawResult } = await import('./result.ts');
      const { markChecks } = await import('../check-list/paste-marks.ts');
      const read = pieces.map((piece, i) => ({ piece, kinds: decoded.sources[i]?.kinds ?? [] }));
      const { elements, news } = await this.#files.notes(read);
      const href = (path: string) => (this.dataset.base ?? '/') + path.slice(1);
      const evidence = {
        names: sourceNames(this.#pieces, decoded),
        textAt: (index: number, span: Span) => {
          const piece = pieces[index];
          return piece ? textAt(piece, span) : '';
        },
      };
      const result = drawResult(decoded, evidence, href, this.#client.deskFor(ticket));
      const marks = markChecks(decoded, { href, isSample: this.#isSample });
      if (marks) result.firstElementChild?.after(marks);
      result.prepend(...elements);
      return { result, news };
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
    this.#paste.prove(proof.flatMap((span) => this.#inActive(span) ?? []));
    if (this.#wasFilled) this.#paste.showProof();
    this.#wasFilled = false;
  }

  #announce(news: readonly string[]): void {
    const heading = this.#result.querySelector('.verdict-title');
    const badge = this.#result.querySelector('.verdict .severity');
    const verdict = [badge?.textContent, heading?.textContent].filter(Boolean).join(': ');
    const again = this.#isAgain ? [readAgain(this.#result)] : [];
    this.#status.textContent = [...again, verdict, ...news].join(' ');
    this.#isAgain = false;
  }

  async #open(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    const { openFiles } = await import('./open-files.ts');
    const { pieces, problems } = await openFiles(files, (file) => this.#client.isLog(file));
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
    this.#status.textContent = 'Removed.';
    this.#paste.input.focus();
  }

  /** Brings a place into view, in whichever piece it is. */
  #reveal(span: Span): void {
    const index = this.#indexOf(span);
    if (index >= 0 && index !== this.#pieces.activeIndex) this.#select(index);
    const shown = this.#inActive(span);
    if (!shown) return;
    this.#paste.point(shown);
    this.#paste.reveal(shown);
  }

  #stopReading(unread: readonly number[]): void {
    this.#client.stop();
    for (const id of unread) this.#pieces.remove(this.#pieces.indexOf(id));
    this.#showActive();
    this.#changed(0);
    this.#status.textContent = 'Stopped.';
    this.#paste.input.focus();
  }

  /** Shows the active piece in the paste area. */
  #showActive(): void {
    const { active } = this.#pieces;
    this.#paste.show(shownText(active), active.files !== undefined);
    drawPieces(this.#list, this.#pieces, this.#decoded);
  }

  /** Place among all pieces of the source of a span. */
  #indexOf({ source }: Span): number {
    const sources = this.#decoded?.sources ?? [];
    if (source === undefined) return this.#pieces.activeIndex;
    const piece = this.#pieces.filled()[sources.findIndex(({ id }) => id === source)];
    return piece ? this.#pieces.all.indexOf(piece) : -1;
  }

  /** The range of the paste area that shows a place of the evidence. */
  #inActive(span: Span | undefined): Span | undefined {
    if (!span || this.#indexOf(span) !== this.#pieces.activeIndex) return undefined;
    return shownSpan(this.#pieces.active, span);
  }

  /** What is drawn of a place of the paste area. */
  #drawnAt(shown: number): HTMLElement | undefined {
    const place = placeIn(this.#pieces.active, shown);
    return place === undefined ? undefined : drawnAt(this.#result, place, this.#activeSource());
  }

  /** Id of the source that the paste area shows; undefined in a case of one source. */
  #activeSource(): string | undefined {
    const { sources = [] } = this.#decoded ?? {};
    if (sources.length < 2) return undefined;
    return sources[this.#pieces.filled().indexOf(this.#pieces.active)]?.id;
  }
}

customElements.define('paste-decoder', PasteDecoder);
