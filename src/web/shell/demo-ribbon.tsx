/** Marks a demo company, with the way out. */
export const DemoRibbon = () => null
