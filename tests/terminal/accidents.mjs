/** Accidents that can be made to happen in a running process, by signals: an error that nobody catches; deafness to SIGHUP. */

process.on('SIGUSR2', () => {
  throw new Error('thrown on purpose');
});

process.on('SIGUSR1', () => {
  process.removeAllListeners('SIGHUP');
  process.on('SIGHUP', () => {});
  process.stdout.write('deaf');
});
