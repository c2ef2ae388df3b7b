// A real provider of OpenID Connect, in a process of its own: node provider-process.ts <the site's return address>.
// Anyone signs in as the name that he types. The part before '#' is his address; it is confirmed unless it begins with 'unconfirmed'.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

const server = createServer()
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'codicil', client_secret: 'a secret of the test', redirect_uris: [String(process.argv[2])] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    cookies: { keys: ['a key of the test'] },
    pkce: { required: () => true },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => claimsOf(sub) }),
  })
  server.on('request', provider.callback())
  console.log(issuer)
})

function claimsOf(sub: string) {
  const [email = ''] = sub.split('#')
  return { sub, email, email_verified: !email.startsWith('unconfirmed') }
}
