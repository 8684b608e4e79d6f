/** For what labels shall be printed. */
export interface Wanted {
  readonly print?: string
  readonly units?: string
  readonly places?: string
}
