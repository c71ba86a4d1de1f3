/**
 * The statuses that the ResQ documents list: with both of its services the status decides, always. Written out by hand,
 * so that hovers name them and a misspelling shows; a test compares them with the catalogue, the messages and the facts
 * of the document.
 */
export type ResqCode =
  | 'HTTP_400'
  | 'HTTP_401'
  | 'HTTP_403'
  | 'HTTP_404'
  | 'HTTP_408'
  | 'HTTP_409'
  | 'HTTP_422'
  | 'HTTP_429'
  | 'HTTP_500'
  | 'HTTP_503'

/** What an application of the ResQ services can do about their problems, besides the built-in actions. */
export type ResqAction =
  /** Opens the place where failures are filed; `reportLink` makes its address. */
  'fileReport'
