/** One after another: four strokes of a counter, and the one that is now. */
export const Mark = () => (
  <svg viewBox="0 0 28 28" width="32" height="32" fill="none" strokeWidth="2.8" aria-hidden>
    <g strokeLinecap="round">
      <path d="M3 5v18M8.5 10v13M14 5v18M19.5 10v13" stroke="currentColor" />
      <path d="M25 5v18" stroke="var(--frame-mark)" />
    </g>
  </svg>
)
