/** Red, green and blue from 0 to 255. */
type Rgb = [number, number, number];

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
const DARK_SURFACE: Rgb = [42, 42, 42];
const ENOUGH = 4.6;

/**
 * A colour of the embedding page made readable: `accent` keeps 4.5:1 on our surface, `text` 4.5:1 on `accent`; `soft`
 * is a tint of it for grounds, on which our text stays readable.
 * Null where `colour` is not #rgb or #rrggbb.
 *
 * accentFor('#07c160', false) → a darker green with white text
 */
export function accentFor(colour: string, dark: boolean): { accent: string; text: string; soft: string } | null {
  const wanted = parse(colour);
  if (!wanted) return null;
  const surface: Rgb = dark ? DARK_SURFACE : [237, 237, 237];
  const towards = dark ? WHITE : BLACK;
  let accent = wanted;
  for (let step = 1; contrast(accent, surface) < ENOUGH && step <= 20; step++) accent = mix(wanted, towards, step / 20);
  const soft = mix(accent, dark ? BLACK : WHITE, dark ? 0.75 : 0.86);
  return { accent: hex(accent), text: hex(contrast(accent, WHITE) >= ENOUGH ? WHITE : BLACK), soft: hex(soft) };
}

/** WCAG contrast of two colours, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((byte) => {
    const part = byte / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function parse(colour: string): Rgb | null {
  const long = colour.trim().replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
  const match = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(long);
  return match ? (match.slice(1).map((byte) => parseInt(byte, 16)) as Rgb) : null;
}

function mix(a: Rgb, b: Rgb, share: number): Rgb {
  return a.map((byte, index) => Math.round(byte + ((b[index] as number) - byte) * share)) as Rgb;
}

function hex(rgb: Rgb): string {
  return '#' + rgb.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
