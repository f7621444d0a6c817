/** Scrolls a box so that something in it is seen; the page itself stays where it is. */
export function scrollInside(box: HTMLElement, inside: HTMLElement): void {
  const view = box.getBoundingClientRect();
  const { top, bottom, height } = inside.getBoundingClientRect();
  if (top >= view.top && bottom <= view.bottom) return;
  const middle = (view.height - Math.min(height, view.height)) / 3;
  box.scrollTop += top - view.top - middle;
}
