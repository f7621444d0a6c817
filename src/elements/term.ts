/** Escape closes the definition of a term; it shows again when the pointer or the focus comes back. */
addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  for (const term of document.querySelectorAll<HTMLElement>('.term:is(:hover, :focus-within)')) {
    term.dataset.closed = '';
    const reopen = () => delete term.dataset.closed;
    for (const leaving of ['pointerleave', 'focusout']) {
      term.addEventListener(leaving, reopen, { once: true });
    }
  }
});
