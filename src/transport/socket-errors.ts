/**
 * What the operating system's socket errors mean, in words.
 */

const TEXTS: Readonly<Record<string, string>> = {
  ENETUNREACH: 'no route to this network',
  EHOSTUNREACH: 'no route to this host',
  EADDRNOTAVAIL: 'this computer has no address of that family',
  EAFNOSUPPORT: 'this computer does not speak that family of addresses',
  ECONNREFUSED: 'the connection was refused: nobody listens on that port',
  ECONNRESET: 'the connection was reset',
  EACCES: 'sending there is forbidden on this computer',
  EPERM: 'sending there is forbidden on this computer',
  EINVAL: 'the operating system does not send to such an address',
  EMFILE: 'too many sockets are open',
  ETIMEDOUT: 'the connection attempt timed out',
  EPIPE: 'the connection was closed by the server',
};

export function failureText(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  return TEXTS[code] ?? (code || error.message);
}
