/** One way into the package. */
export interface Door {
  subpath: string
  name: string
  source: string
}
export function doors(): Door[]
export const projectRoot: string
