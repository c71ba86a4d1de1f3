/**
 * What the Creatoria Agent API's failures are told apart by: the status, two cases that
 * their body names, and the error frame of a stream. Written
 * out by hand, so that hovers name them and a misspelling shows; a test compares them with the catalogue, the messages
 * and the facts of the document.
 */
export type CreatoriaCode =
  | 'HTTP_400'
  | 'HTTP_401'
  | 'HTTP_403'
  | 'HTTP_404'
  | 'HTTP_409'
  | 'HTTP_429'
  | 'HTTP_500'
  // The two that have a name
  | 'PROJECT_CONTEXT_REQUIRED'
  | 'RATE_LIMIT_EXCEEDED'
  // A frame of a stream has no status
  | 'STREAM_ERROR'

/** What an application of the Creatoria API can do about its problems, besides the built-in actions. */
export type CreatoriaAction =
  /** Lets the user put in another API key, which goes along as `X-API-Key`. */
  | 'updateApiKey'
  /** Lets the user choose a project, whose id goes along as `X-Project-Id`. */
  | 'chooseProject'
