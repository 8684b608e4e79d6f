/** The look of the pages that the server makes itself. */
export const referenceStyle = `
  :root { color-scheme: light dark; --line: light-dark(#d9dee6, #343b47);
    --quiet: light-dark(#55606f, #a3aebd); --panel: light-dark(#f5f7fa, #1b2027);
    --accent: light-dark(#0b5cad, #7db8f5); --page: light-dark(#ffffff, #12161b) }
  * { box-sizing: border-box }
  body { font: 16px/1.6 system-ui, sans-serif; margin: 0; background: var(--page) }
  main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem 6rem }
  h1 { font-size: 2rem; margin: 0 }
  h2 { font-size: 1.25rem; margin: 3rem 0 .5rem; text-transform: capitalize }
  p { margin: .5rem 0; max-width: 70ch }
  a { color: var(--accent) }
  nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: 1.5rem 0 }
  nav a { text-transform: capitalize; padding: .5rem 0 }
  code, pre { font: 14px/1.5 ui-monospace, monospace; overflow-wrap: anywhere }
  pre { background: var(--panel); padding: .75rem 1rem; margin: .5rem 0; border-radius: 6px;
    white-space: pre-wrap }
  details { border-top: 1px solid var(--line) }
  summary { display: grid; grid-template-columns: 4.5rem 1fr; gap: 0 .5rem; padding: .75rem 0;
    cursor: pointer }
  summary:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
  summary span { grid-column: 2; color: var(--quiet) }
  details > div { padding: 0 0 1.5rem 5rem }
  h3 { font-size: .875rem; margin: 1rem 0 .25rem; color: var(--quiet) }
  b { font: 600 14px/1.7 ui-monospace, monospace; color: var(--accent) }
  @media (max-width: 40rem) {
    summary { grid-template-columns: 1fr } summary span { grid-column: 1 }
    details > div { padding-inline-start: 0 }
  }`
