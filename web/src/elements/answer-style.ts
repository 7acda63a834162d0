import { css } from 'lit';

/** The small number that opens a clause: little to see, enough to hit. */
export const citeStyle = css`
  .keep { white-space: nowrap; }
  .cite {
    position: relative; min-height: 0; min-width: 1.5em; padding: 0 .35em; margin: 0 .1em; border-radius: 4px; line-height: 1.5;
    font-size: .75em; vertical-align: .25em; background: var(--pa-accent-soft); color: var(--pa-accent); font-weight: 600;
  }
  .cite::after { content: ''; position: absolute; inset: -10px -6px; }
  .cite.wide { font-size: .875em; vertical-align: baseline; padding: .1em .5em; flex: none; border: 1px solid currentColor; background: none; color: var(--pa-text); }
`;

/** How each kind of block reads (docs/contract.md, Blocks); a kind that is not here is a paragraph. */
export const blockStyle = css`
  .conclusion { font-weight: 600; }
  .heading { font-weight: 600; }
  .list_item { border-inline-start: 3px solid var(--pa-line); padding-inline-start: .7em; }
  .reading { border-inline-start: 3px solid var(--pa-divergent); padding-inline-start: .7em; }
  .question { font-weight: 600; }
  .reason p { padding-inline-start: 1.4em; text-indent: -1.4em; }
  .reason p .cite { text-indent: 0; }
  .clause { border-inline-start: 3px solid var(--pa-accent); background: var(--pa-surface-2); padding: .4em .7em; border-radius: 0 6px 6px 0; font-size: .9375em; }
  .packet { border: 1px solid var(--pa-line); background: var(--pa-surface-2); padding: .5em .7em; border-radius: 6px; }
  .notice, .inferred, .effect { color: var(--pa-text-2); font-size: .875em; line-height: 1.55; }
`;
