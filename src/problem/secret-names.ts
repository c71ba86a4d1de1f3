// Whole words, so that "monkey", "author" and "inside" stay readable. FastAPI sends back what was put in as `input`, the
// password of a refused sign-up too.
const words = new RegExp(
  `^(?:${[
    'auth|authorization|bearer|jwt|oauth|oidc|sso|saml|csrf|xsrf|nonce|pkce|verifier|tokens?|keys?|pem|signature|sig|hmac',
    'session|sid|sessid|jsessionid|phpsessid|pass|pwd|passcode|otp|totp|pin|mfa|2fa|captcha|smscode|verifycode',
    'verificationcode|card|cardnumber|cvv|cvc|iban|ssn|dsn|connectionstring|input',
  ].join('|')})\\d*$`,
)

// Long enough to mean nothing else wherever they stand: `clientsecret`, `old_password2`.
const parts =
  /passw|passphrase|secret|credential|cookie|apikey|privatekey|sessionid|(?:access|auth|bearer|id|refresh|session)token/

/** Does the name of a member, header or parameter speak of a secret? Deny by default: better one word too many. */
export function namesSecret(name: string): boolean {
  const split = name
    .slice(0, 200)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
  const joined = split.join('')
  return words.test(joined) || parts.test(joined) || split.some((word) => words.test(word))
}
