/** What the server grants at sign-in and at every refresh. */
export interface Grant {
  readonly accessToken: string
  readonly refreshToken: string
  /** When the access token is over; a refresh replaces it. Milliseconds since 1970. */
  readonly expiresAt: number
  /** When the session is over unless somebody uses it. */
  readonly sessionExpiresAt: number
  readonly user: Member
}

export interface Member {
  readonly id: string
  readonly email: string
}

/** Where this application keeps its tokens. The library never sees more than `authorize` shows it. */
export interface Tokens {
  readonly read: () => Grant | null
  readonly write: (grant: Grant) => void
  readonly clear: () => void
}

const key = 'six-lines.grant'

/** Tokens in `localStorage`, so that all tabs share them. */
export function createTokens(storage: Storage = localStorage): Tokens {
  return {
    read: () => parse(storage.getItem(key)),
    write: (grant) => storage.setItem(key, JSON.stringify(grant)),
    clear: () => storage.removeItem(key),
  }
}

function parse(text: string | null): Grant | null {
  try {
    const value = JSON.parse(text ?? 'null') as Partial<Grant> | null
    return typeof value?.refreshToken === 'string' ? (value as Grant) : null
  } catch {
    return null
  }
}
