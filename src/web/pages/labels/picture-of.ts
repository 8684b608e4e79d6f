/** An SVG of the server as a picture: in an image it can neither run nor fetch anything. */
export const pictureOf = (svg: string | null): string | undefined =>
  svg === null ? undefined : `data:image/svg+xml,${encodeURIComponent(svg)}`
