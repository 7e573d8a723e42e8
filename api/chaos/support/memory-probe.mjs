// Loaded into a desk whose memory is watched (`node --expose-gc --import`): on SIGUSR2 it tells on standard output what
// it holds once everything that is garbage has been collected.
process.on('SIGUSR2', () => {
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  console.log(`memory ${JSON.stringify({ rss, heapUsed, external })}`);
});
