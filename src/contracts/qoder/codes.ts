/**
 * The error types that the Qoder Cloud Agents API publishes, on both of its pages. Written out by hand, so that hovers
 * name them and a misspelling shows; a test compares them with the catalogue, the messages and the facts of the pages.
 */
export type QoderCode =
  | 'invalid_request_error'
  | 'authentication_error'
  | 'permission_error'
  | 'not_found_error'
  | 'conflict_error'
  | 'api_error'
  | 'feature_not_available'

/** What an application of the Qoder API can do about its problems, besides the built-in actions. */
export type QoderAction =
  /** Lets the user put in another access token. */
  | 'updateToken'
  /** Begins a session in place of the one that has ended. */
  | 'startNewSession'
  /** Switches on what `problem.data.feature` names, under the beta identifier in `problem.data.available_from`. */
  | 'enableFeature'
