/** A piece of answer text: words, or the number of a citation (from 1). */
export type Piece = string | number;

/**
 * Splits `[1]` marks from the words. A mark beyond `count` citations is left as it stands: it is not ours.
 *
 * splitMarks('可以[1]。', 1) → ['可以', 1, '。']
 */
export function splitMarks(text: string, count: number): Piece[] {
  const pieces: Piece[] = [];
  for (const part of text.split(/(\[[1-9]\d?\])/)) {
    const index = /^\[\d+\]$/.test(part) ? Number(part.slice(1, -1)) : 0;
    if (index > 0 && index <= count) pieces.push(index);
    else if (typeof pieces[pieces.length - 1] === 'string') pieces.push(`${pieces.pop()}${part}`);
    else if (part) pieces.push(part);
  }
  return pieces;
}

/** `text` without citation marks, for the clipboard's first lines and the voice. */
export function withoutMarks(text: string, count: number): string {
  return splitMarks(text, count)
    .filter((piece) => typeof piece === 'string')
    .join('');
}
