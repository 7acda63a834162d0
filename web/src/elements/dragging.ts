/** Farther than a finger trembles: below it, a press is a tap. */
const TREMBLE = 8;

/**
 * Lets a fixed button be dragged out of the way, within the window. A drag is no tap: the click that ends it is
 * swallowed. Where it was put is kept by `right` and `bottom`, so that a narrower window does not lose it.
 */
export function dragged(event: PointerEvent): void {
  const button = event.currentTarget as HTMLElement;
  const { right, bottom, width, height } = button.getBoundingClientRect();
  const from = { x: event.clientX, y: event.clientY };
  let moved = false;

  const move = ({ clientX, clientY }: PointerEvent) => {
    moved = moved || Math.hypot(clientX - from.x, clientY - from.y) > TREMBLE;
    if (!moved) return;
    button.style.right = `${within(innerWidth - right - (clientX - from.x), innerWidth - width)}px`;
    button.style.bottom = `${within(innerHeight - bottom - (clientY - from.y), innerHeight - height)}px`;
  };
  const swallow = (click: Event) => moved && click.stopImmediatePropagation();
  const drop = () => {
    button.removeEventListener('pointermove', move);
    setTimeout(() => button.removeEventListener('click', swallow, true));
  };

  button.setPointerCapture(event.pointerId);
  button.addEventListener('pointermove', move);
  button.addEventListener('click', swallow, true);
  button.addEventListener('pointerup', drop, { once: true });
  button.addEventListener('pointercancel', drop, { once: true });
}

function within(value: number, most: number): number {
  return Math.round(Math.min(Math.max(value, 0), most));
}
