/** The eight images, in the order of their three lines read as a number, the bottom line worth 4. */
export interface ReadingTexts {
  readonly images: readonly string[]
  readonly title: (above: string, below: string) => string
  readonly above: readonly string[]
  readonly below: readonly string[]
  readonly still: string
  readonly moving: (count: number) => string
  readonly turned: string
  readonly closing: string
  readonly again: (below: string) => string
  readonly patience: string
}
