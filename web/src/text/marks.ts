/** A piece of answer text: words, or the number of a citation (from 1). */
export type Piece = string | number;

/**
 * Splits `[1]` marks from the words. A mark beyond `count` citations is left as it stands: it is not ours.
 *
 * splitMarks('可以[1]。', 1) → ['可以', 1, '。']
 */
export function splitMarks(text: string, count: number): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(/\[(\d{1,2})\]/g)) {
    const index = Number(match[1]);
    if (index < 1 || index > count) continue;
    if (match.index! > from) pieces.push(text.slice(from, match.index));
    pieces.push(index);
    from = match.index! + match[0].length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

/** `text` without citation marks, for the clipboard's first lines and the voice. */
export function withoutMarks(text: string, count: number): string {
  return splitMarks(text, count)
    .filter((piece) => typeof piece === 'string')
    .join('');
}
