import { css } from 'lit';

/** The small number that opens a clause: little to see, enough to hit. */
export const citeStyle = css`
  .cite {
    position: relative; min-height: 0; min-width: 1.5em; padding: 0 .35em; margin: 0 .1em; border-radius: 4px; line-height: 1.5;
    font-size: .75em; vertical-align: .25em; background: var(--pa-accent-soft); color: var(--pa-accent); font-weight: 600;
  }
  .cite::after { content: ''; position: absolute; inset: -10px -6px; }
  .cite.wide { font-size: .875em; vertical-align: baseline; padding: .1em .5em; flex: none; border: 1px solid currentColor; background: none; }
`;
