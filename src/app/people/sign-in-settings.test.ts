import { describe, expect, it } from 'vitest'
import { readSignIn } from './sign-in-settings.ts'

const oidc = {
  CODICIL_URL: 'https://codes.example',
  CODICIL_OIDC_ISSUER: 'https://id.example/realm',
  CODICIL_OIDC_CLIENT_ID: 'codicil',
  CODICIL_OIDC_CLIENT_SECRET: 'secret',
}
const mail = {
  CODICIL_URL: 'https://codes.example',
  CODICIL_SMTP_URL: 'smtps://u:p@mail.example',
  CODICIL_MAIL_FROM: 'codes@codes.example',
}

describe('how people sign in', () => {
  it('is not said: nobody does, and the site is on this machine', () => {
    expect(readSignIn({}, 8080)).toEqual({ url: 'http://localhost:8080' })
  })

  it('is by a provider, by mail, or both', () => {
    const provider = { issuer: 'https://id.example/realm', clientId: 'codicil', clientSecret: 'secret' }
    const post = { smtpUrl: 'smtps://u:p@mail.example', from: 'codes@codes.example' }
    expect(readSignIn(oidc, 1)).toEqual({ url: 'https://codes.example', oidc: provider })
    expect(readSignIn(mail, 1)).toEqual({ url: 'https://codes.example', mail: post })
    expect(readSignIn({ ...oidc, ...mail }, 1)).toEqual({ url: 'https://codes.example', oidc: provider, mail: post })
  })

  it.each([
    [oidc, 'CODICIL_URL'],
    [oidc, 'CODICIL_OIDC_ISSUER'],
    [oidc, 'CODICIL_OIDC_CLIENT_ID'],
    [oidc, 'CODICIL_OIDC_CLIENT_SECRET'],
    [mail, 'CODICIL_URL'],
    [mail, 'CODICIL_SMTP_URL'],
    [mail, 'CODICIL_MAIL_FROM'],
  ])('of %j is refused without %s, in one line', (whole, missing) => {
    const { [missing]: _, ...rest } = whole as Record<string, string>
    expect(readSignIn(rest, 1)).toMatchObject({
      refused: expect.stringMatching(new RegExp(`^CODICIL_.* came without ${missing}$`)),
      remedies: [expect.stringContaining(`set ${missing} too, or unset`)],
    })
  })

  it.each([
    [{ CODICIL_URL: 'codes.example' }, 'CODICIL_URL must be the public address of the site'],
    [{ CODICIL_URL: 'http://codes.example' }, 'CODICIL_URL must be the public address of the site, with https'],
    [
      { CODICIL_URL: 'https://codes.example/sec' },
      'CODICIL_URL must be the public address of the site, with https (http for a loopback host) and no path',
    ],
    [{ ...oidc, CODICIL_OIDC_ISSUER: 'http://id.example' }, 'CODICIL_OIDC_ISSUER must be the address of the provider, with https'],
    [{ ...oidc, CODICIL_OIDC_ISSUER: 'http://127.evil.example' }, 'CODICIL_OIDC_ISSUER must be the address of the provider, with https'],
    [{ ...mail, CODICIL_SMTP_URL: 'mail.example:25' }, 'CODICIL_SMTP_URL must be an address like smtps://'],
  ])('is refused for %j', (environment, line) => {
    expect(readSignIn(environment, 1)).toMatchObject({ refused: expect.stringContaining(line) })
  })

  it('does not repeat a password', () => {
    expect(JSON.stringify(readSignIn({ ...mail, CODICIL_SMTP_URL: 'http://user:hunter2@mail.example' }, 1))).not.toContain('hunter2')
  })

  it.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])('may be in clear on this machine: %s', (issuer) => {
    expect(readSignIn({ ...oidc, CODICIL_OIDC_ISSUER: issuer, CODICIL_URL: issuer }, 1)).toMatchObject({ url: issuer, oidc: { issuer } })
  })
})
