import { css, unsafeCSS } from 'lit';
import tokensText from './tokens.css';

/** The colours; only the outermost element needs them, all within inherit. */
export const tokens = unsafeCSS(tokensText);

/** What every element of ours shares: buttons, chips, focus, text for the ear alone. */
export const base = css`
  *, *::before, *::after { box-sizing: border-box; }
  [hidden] { display: none !important; }
  p, h2, h3, ul, ol, dl, dd, figure, blockquote { margin: 0; padding: 0; }
  ul, ol { list-style: none; }
  button, input, select, textarea { font: inherit; color: inherit; letter-spacing: inherit; }
  button {
    min-height: var(--pa-target, 44px); padding: 0 .75em; border: 0; border-radius: 8px; background: none; cursor: pointer;
    touch-action: manipulation; color: var(--pa-text);
  }
  button:disabled { cursor: default; color: var(--pa-text-2); }
  :focus-visible { outline: 3px solid var(--pa-accent); outline-offset: 2px; }
  a { color: var(--pa-link); }
  .primary { background: var(--pa-accent); color: var(--pa-accent-text); font-weight: 600; }
  .primary:disabled { background: var(--pa-line); color: var(--pa-text-2); }
  .plain { color: var(--pa-link); }
  .chip {
    min-width: var(--pa-target, 44px); border: 1px solid var(--pa-accent); border-radius: 999px; background: var(--pa-surface);
    color: var(--pa-accent); padding: .35em .9em; text-align: start; line-height: 1.3;
  }
  .chip.quiet { border-color: var(--pa-edge); color: var(--pa-text-2); }
  .chip:hover { background: var(--pa-accent-soft); }
  .row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
  .small { font-size: .875em; color: var(--pa-text-2); }
  .heard {
    position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
  }
  .wrap { word-break: break-word; overflow-wrap: anywhere; }
  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after { animation: none !important; transition: none !important; scroll-behavior: auto !important; }
  }
`;
