/**
 * The workbench on the first page: evidence goes in, piece by piece, and beside it stand the verdict
 * and the checks. Reading happens in a worker that is loaded with the first paste; nothing pasted is
 * stored, logged, put into an address or sent anywhere.
 */
import type { Decoded, Options, Span } from '../../core/index.ts';
import { part } from '../dom.ts';
import { Announcer } from './announcer.ts';
import {
  CasePieces,
  isTooLong,
  type Piece,
  placeIn,
  shownSpan,
  shownText,
  type Snapshot,
} from './case-pieces.ts';
import { type CaseAnswer, DecoderClient } from './decoder-client.ts';
import { describeField } from './describe-field.ts';
import { drawCase, type DrawnCase } from './draw-case.ts';
import { failureNote } from './failure-note.ts';
import { FileReadingView } from './file-reading-view.ts';
import { letterOf } from './letters.ts';
import { loadWhenIdle } from './load-ahead.ts';
import { listenToFileButtons, listenToResult, listenToSamples } from './listeners.ts';
import { fileOf, watchLongPastes } from './long-paste.ts';
import { nextTask } from './next-task.ts';
import { watchPage } from './paste-anywhere.ts';
import { PastePanel } from './paste-panel.ts';
import { PasteView } from './paste-view.ts';
import { drawPieces, REMOVE_PIECE, SHOW_PIECE } from './piece-list.ts';
import { wordsOf } from './piece-words.ts';
import { readAgain } from './read-again.ts';
import { sampleText, wantedSample } from './samples.ts';
import { drawnAt } from './spans.ts';
import { UndoNote } from './undo-note.ts';

/** Milliseconds without a key before decoding starts. */
const TYPING_PAUSE = 150;
/** Inputs that bring a whole text. */
const PUT_IN = ['insertFromPaste', 'insertFromDrop'];

class PasteDecoder extends HTMLElement {
  readonly #pieces = new CasePieces();
  readonly #client = new DecoderClient((answer) => {
    void this.#show(answer);
  });
  #paste!: PasteView;
  #panel!: PastePanel;
  #undo!: UndoNote;
  #announcer!: Announcer;
  #result!: HTMLElement;
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
  /** Letters of the pieces that the verdict rests on. */
  #proving: readonly string[] = [];
  /** The text is being typed: it stays where it is written. */
  #isWriting = false;
  /** The log was read again, with columns that the person chose or without them. */
  #isAgain = false;

  connectedCallback(): void {
    const status = part(this, '.announcement', HTMLElement);
    this.#paste = new PasteView(this);
    this.#panel = new PastePanel(this);
    this.#undo = new UndoNote(part(this, '.undo', HTMLElement));
    this.#announcer = new Announcer(status);
    this.#result = part(this, '.result', HTMLElement);
    this.#caret = part(this, '.under-caret', HTMLElement);
    this.#list = part(this, '.pieces', HTMLElement);
    this.#files = new FileReadingView(this.#result, status, (unread) => {
      this.#stopReading(unread);
    });
    loadWhenIdle(this.#client);
    this.#listenToInput();
    this.#listenToPage();
    this.#listenToButtons();
    this.#listenToResult();
    const wanted = wantedSample();
    if (wanted) void this.#fillSample(wanted);
    // A reload keeps the text area's text in some browsers.
    else if (this.#paste.input.value) this.#typed(false);
  }

  #listenToInput(): void {
    const { input } = this.#paste;
    input.addEventListener('input', (event) => {
      const isPutIn = event instanceof InputEvent && PUT_IN.includes(event.inputType);
      this.#typed(!isPutIn);
    });
    watchLongPastes(input, (text, isInstead) => {
      void this.#takeLong(text, isInstead);
    });
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.isComposing) this.#closePanel();
      // What the browser itself would undo is not in the area.
      const isUndo = event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (!isUndo || !this.#pieces.active.isPaste) return;
      event.preventDefault();
      this.#pieces.remove(this.#pieces.activeIndex);
      this.#showActive();
      this.#changed(0);
      this.#focusInput();
    });
    // From the cursor in the paste to the drawn value.
    input.addEventListener('selectionchange', () => {
      this.#result.querySelector('.at-caret')?.classList.remove('at-caret');
      const drawn = this.#result.hidden ? undefined : this.#drawnAt(input.selectionStart);
      drawn?.classList.add('at-caret');
      this.#caret.textContent = describeField(drawn);
    });
  }

  #listenToPage(): void {
    const open = (files: readonly File[]) => void this.#open(files);
    watchPage({
      text: (text) => {
        this.#add(text);
      },
      files: open,
    });
    listenToFileButtons(this, open);
    listenToSamples(this, (id) => void this.#fillSample(id));
  }

  #listenToButtons(): void {
    const press = (selector: string, act: () => void) => {
      part(this, selector, HTMLElement).addEventListener('click', act);
    };
    press('[data-clear]', () => {
      this.#forgetAll();
    });
    press('[data-add-piece]', () => {
      this.#pieces.add({ text: '' });
      this.#openPanel();
    });
    press('[data-close]', () => {
      this.#closePanel();
    });
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      const shown = button?.getAttribute(SHOW_PIECE);
      const removed = button?.getAttribute(REMOVE_PIECE);
      if (shown) this.#view(this.#pieces.indexOf(Number(shown)));
      if (removed) this.#remove(this.#pieces.indexOf(Number(removed)));
    });
  }

  #listenToResult(): void {
    listenToResult(this.#result, {
      columns: (columns) => {
        this.#isAgain = true;
        this.#send(columns ? { columns } : {});
      },
      point: (span) => {
        this.#paste.point(this.#inActive(span));
      },
      reveal: (span) => {
        this.#reveal(span);
      },
    });
  }

  /** The paste area was changed by hand, or a text was put into it. */
  #typed(isWriting: boolean): void {
    const { value } = this.#paste.input;
    if (isTooLong(value.length)) {
      this.#pieces.write('');
      this.#showActive();
      void this.#takeLong(value, false);
      return;
    }
    this.#isWriting = isWriting;
    this.#pieces.write(value);
    this.#changed(isWriting ? TYPING_PAUSE : 0);
  }

  /** A text that came in beside the paste area is a piece of its own. */
  #add(text: string): void {
    if (isTooLong(text.length)) {
      void this.#takeLong(text, false);
      return;
    }
    this.#isWriting = false;
    // A text area has one kind of line end, and places are counted in it.
    this.#pieces.add({ text: text.replace(/\r\n?/g, '\n') });
    this.#showActive();
    this.#changed(0);
  }

  /** A text that is too long to be edited becomes a piece that is read as an opened file is. */
  async #takeLong(text: string, isInstead: boolean): Promise<void> {
    const clearings = this.#clearings;
    const file = await fileOf(text);
    if (clearings !== this.#clearings) return;
    const piece = { text: '', files: [file], isPaste: true } as const;
    if (isInstead) this.#pieces.replace(piece);
    else this.#pieces.add(piece);
    this.#isWriting = false;
    this.#showActive();
    this.#changed(0);
  }

  /** Replaces all evidence by one text. */
  #fill(text: string): void {
    this.#clearings += 1;
    this.#pieces.clear();
    this.#pieces.write(text);
    this.#isWriting = false;
    this.#announcer.forget();
    this.#showActive();
    this.#changed(0);
  }

  #forgetAll(): void {
    const before = this.#pieces.snapshot();
    this.#fill('');
    this.#offerUndo('All evidence was forgotten.', before);
    this.#paste.input.focus();
  }

  #changed(pause: number): void {
    clearTimeout(this.#timer);
    this.#version += 1;
    this.#isAgain = false;
    this.#caret.textContent = '';
    this.#undo.clear();
    this.#paste.prove([]);
    if (this.#pieces.isEmpty) {
      this.#rest();
      return;
    }
    this.#timer = setTimeout(() => {
      this.#send({});
    }, pause);
  }

  /** Nothing is left: the page is as it was at first. */
  #rest(): void {
    this.#client.stop();
    this.#decoded = undefined;
    this.#proving = [];
    this.#result.replaceChildren();
    this.#result.hidden = true;
    this.#announcer.forget();
    // Somebody who empties the area goes on writing in it.
    if (!this.#isWriting || !this.#panel.isOpen) this.#panel.rest();
    this.#skipLink(false);
    drawPieces(this.#list, this.#pieces);
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
    this.#pieces.filled().forEach(({ id }, index) => {
      const excerpt = answer.excerpts[index];
      if (excerpt) this.#pieces.excerpt(id, excerpt);
    });
    const drawn = await drawCase(answer, {
      pieces: this.#pieces.filled(),
      href: (path) => this.#base + path.slice(1),
      desk: this.#client.deskFor(answer.ticket),
      before: this.#result,
      files: this.#files,
      product: `401 Field Guide ${this.dataset.version ?? ''}`.trim(),
    });
    // The evidence may have changed while the result's own code was loading.
    if (version !== this.#version) return;
    if (!drawn) {
      this.#fail('The part of this page that draws the result could not be loaded.');
      return;
    }
    this.#decoded = drawn.decoded;
    this.#proving = drawn.proving;
    const parts = [
      () => {
        this.#showActive();
      },
      () => {
        this.#prove();
      },
      () => {
        this.#lay(drawn);
      },
    ];
    // Each lays out a part of the page; a key that waits comes in between.
    for (const lay of parts) {
      await nextTask();
      if (version !== this.#version) return;
      lay();
    }
  }

  /** Puts the result on the page. Whoever was in a part that is gone goes on at the verdict. */
  #lay({ result, news }: DrawnCase): void {
    const wasHere = this.contains(document.activeElement);
    this.#result.replaceChildren(result);
    this.#result.hidden = false;
    this.#panel.work(this.#isWriting);
    this.#skipLink(true);
    const { activeElement } = document;
    const isLost = !activeElement || activeElement === document.body;
    const isHidden = activeElement instanceof HTMLElement && !activeElement.checkVisibility();
    if (wasHere && (isLost || isHidden)) this.#verdict()?.focus({ preventScroll: true });
    this.#announce(news);
  }

  #fail(message: string): void {
    this.#files.stop();
    this.#result.replaceChildren(failureNote(message));
    this.#result.hidden = false;
    this.#announcer.say(message);
  }

  #prove(): void {
    const [first] = this.#decoded?.findings ?? [];
    const proof = first?.evidence ?? [];
    this.#paste.prove(proof.flatMap((span) => this.#inActive(span) ?? []));
  }

  #announce(news: readonly string[]): void {
    const badge = this.#result.querySelector('.verdict .severity')?.textContent;
    const sentence = this.#decoded?.findings[0]?.title ?? this.#verdict()?.textContent;
    const filled = this.#pieces.filled();
    this.#announcer.tell({
      pieces: filled.map((piece, index) => {
        const { letter, name, what } = wordsOf(piece, index, this.#decoded);
        return { id: piece.id, words: `${letter}: ${name}, ${what}.` };
      }),
      verdict: [badge, sentence].filter(Boolean).join(': '),
      settled: `${this.#result.querySelector('.checks-rail h2')?.textContent ?? ''}.`,
      more: [...(this.#isAgain ? [readAgain(this.#result)] : []), ...news],
    });
    this.#isAgain = false;
  }

  async #open(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    const { openFiles } = await import('./open-files.ts');
    const { pieces, problems } = await openFiles(files, (file) => this.#client.isLog(file));
    this.#isWriting = false;
    for (const piece of pieces) this.#pieces.add(piece);
    if (pieces.length > 0) {
      this.#showActive();
      this.#changed(0);
    }
    if (problems.length === 0) return;
    if (pieces.length === 0 && !this.#decoded) this.#fail(problems.join(' '));
    else {
      this.#undo.tell(problems.join(' '));
      this.#announcer.say(problems.join(' '));
    }
  }

  async #fillSample(id: string): Promise<void> {
    const text = await sampleText(this.#base, id);
    if (text !== undefined) this.#fill(text);
    else this.#announcer.say(`There is no sample named ${id}.`);
  }

  /** Shows a piece in the paste area, at its proof. */
  #view(index: number): void {
    this.#select(index);
    this.#openPanel();
    this.#paste.showProof();
  }

  #select(index: number): void {
    this.#pieces.select(index);
    this.#pieces.dropEmpty();
    this.#showActive();
    this.#prove();
  }

  #remove(index: number): void {
    const piece = this.#pieces.all[index];
    if (!piece) return;
    const place = this.#pieces.filled().indexOf(piece);
    const before = this.#pieces.snapshot();
    const { letter, name } = wordsOf(piece, place, this.#decoded);
    this.#pieces.remove(index);
    this.#isWriting = false;
    this.#panel.shut();
    this.#showActive();
    this.#changed(0);
    if (piece.instead) {
      this.#announcer.say('Removed.');
      this.#focusInput();
      return;
    }
    const undo = this.#offerUndo(`Removed ${letter}: ${name}.`, before);
    const next = this.#list.querySelectorAll<HTMLElement>(`[${SHOW_PIECE}]`);
    (next[place] ?? next[place - 1] ?? undo).focus();
  }

  #offerUndo(words: string, before: Snapshot): HTMLElement {
    this.#announcer.say(words);
    return this.#undo.offer(words, () => {
      this.#pieces.restore(before);
      this.#isWriting = false;
      this.#showActive();
      this.#changed(0);
      this.#announcer.say('It is back.');
    });
  }

  /** Brings a place into view, in whichever piece it is. */
  #reveal(span: Span): void {
    const index = this.#indexOf(span);
    if (index < 0) return;
    if (index !== this.#pieces.activeIndex) this.#select(index);
    const shown = this.#inActive(span);
    if (!shown) return;
    this.#openPanel();
    this.#paste.reveal(shown);
  }

  #openPanel(): void {
    this.#panel.open();
    this.#showActive();
    this.#focusInput();
  }

  #closePanel(): void {
    if (!this.#panel.isWorking) return;
    this.#isWriting = false;
    if (this.#pieces.isEmpty) {
      this.#panel.rest();
      return;
    }
    this.#pieces.dropEmpty();
    this.#paste.conceal();
    this.#showActive();
    this.#prove();
    this.#panel.close(() => this.#verdict());
  }

  #stopReading(unread: readonly number[]): void {
    this.#client.stop();
    for (const id of unread) this.#pieces.remove(this.#pieces.indexOf(id));
    this.#showActive();
    this.#changed(0);
    this.#announcer.say('Stopped.');
    this.#focusInput();
  }

  /** Shows the active piece in the paste area. */
  #showActive(): void {
    const { active } = this.#pieces;
    this.#paste.show(shownText(active), active.files !== undefined);
    drawPieces(this.#list, this.#pieces, this.#decoded, this.#proving);
    this.#panel.name(this.#titleOf(active));
  }

  #titleOf(piece: Piece): string {
    const filled = this.#pieces.filled();
    const index = filled.indexOf(piece);
    if (index < 0) return `${letterOf(filled.length)}: the next piece`;
    const { letter, name } = wordsOf(piece, index, this.#decoded);
    return `${letter}: ${name}`;
  }

  #focusInput(): void {
    const { input } = this.#paste;
    if (this.#panel.isOpen) input.focus();
    else this.#list.querySelector<HTMLElement>(`[${SHOW_PIECE}]`)?.focus();
  }

  /** A link to a verdict that is not there would lead nowhere. */
  #skipLink(isThere: boolean): void {
    const link = document.querySelector<HTMLAnchorElement>('a[data-skip-to]');
    if (!link) return;
    link.hidden = !isThere;
    link.href = `#${link.dataset.skipTo ?? ''}`;
  }

  #verdict(): HTMLElement | null {
    return this.#result.querySelector('.verdict-title');
  }

  get #base(): string {
    return this.dataset.base ?? '/';
  }

  /** Place among all pieces of the source of a span. */
  #indexOf({ source }: Span): number {
    const sources = this.#decoded?.sources ?? [];
    const index = source === undefined ? 0 : sources.findIndex(({ id }) => id === source);
    const piece = this.#pieces.filled()[index];
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
