/** The look of the pages that the server makes itself. */
export const referenceStyle = `
  :root { color-scheme: light dark; --line: light-dark(#d9dee6, #343b47);
    --quiet: light-dark(#55606f, #a3aebd); --panel: light-dark(#f5f7fa, #1b2027);
    --accent: light-dark(#0b5cad, #7db8f5); --page: light-dark(#ffffff, #12161b);
    scroll-padding-block-start: 1rem }
  * { box-sizing: border-box }
  body { font: 16px/1.6 system-ui, sans-serif; margin: 0 auto; max-width: 84rem;
    background: var(--page) }
  header { padding: 2rem 1rem 0 }
  main { padding: 0 1rem 6rem }
  h1 { font-size: 2rem; line-height: 1.25; margin: 0 0 1rem }
  h2 { font-size: 1.375rem; line-height: 1.25; margin: 3.5rem 0 .5rem }
  p { margin: .5rem 0 1rem; max-width: 70ch }
  a { color: var(--accent) }
  code, pre { font: 14px/1.6 ui-monospace, monospace; overflow-wrap: anywhere }
  pre { background: var(--panel); padding: .75rem 1rem; margin: .5rem 0; border-radius: 6px;
    white-space: pre-wrap }
  pre i { color: var(--quiet); font-style: normal }
  summary { cursor: pointer; list-style: none; padding-inline-start: 1.5rem; position: relative }
  summary::-webkit-details-marker { display: none }
  summary::before { content: '›'; position: absolute; inset-inline-start: .375rem;
    font-size: 1.25rem; line-height: 1.2; color: var(--quiet) }
  details[open] > summary::before { rotate: 90deg }
  summary:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
  main details { border-top: 1px solid var(--line); overflow-anchor: none }
  main section > details:last-child { border-bottom: 1px solid var(--line) }
  main summary { display: grid; grid-template-columns: 4.5rem minmax(0, 1fr); gap: 0 .5rem;
    padding-block: .75rem }
  main summary:hover { background: var(--panel) }
  main summary::before { top: .75rem }
  main summary span { grid-column: 2; color: var(--quiet) }
  main details > div { padding: 0 0 1.5rem 6.5rem; scroll-margin-top: 6rem }
  h3 { font-size: .875rem; margin: 1rem 0 .25rem; color: var(--quiet) }
  b { font: 600 14px/1.7 ui-monospace, monospace; color: var(--accent) }
  nav { padding: 1rem 1rem 0; font-size: .9375rem }
  nav > a { display: block; padding: .5rem 0; font-weight: 600 }
  nav summary { padding-block: .625rem }
  nav summary::before { top: .625rem }
  nav details a { display: block; padding: .375rem 0 .375rem 1.5rem; overflow-wrap: anywhere }
  @media (width < 64rem) { nav > a { display: none } }
  @media (width >= 64rem) {
    body { display: grid; grid-template-columns: 18rem minmax(0, 1fr); align-items: start;
      column-gap: 2rem }
    header, main { grid-column: 2 }
    nav { grid-row: 1 / 3; position: sticky; top: 0; max-height: 100vh; overflow-y: auto;
      padding: 1.5rem 1rem }
  }
  @media (width < 40rem) {
    main summary { grid-template-columns: minmax(0, 1fr) }
    main summary span { grid-column: 1 }
    main details > div { padding-inline-start: 0 }
  }`
