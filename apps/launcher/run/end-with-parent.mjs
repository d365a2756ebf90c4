// Loaded into the server program before anything else: when the launcher dies, even by kill -9, its channel closes, and the server ends in order.
const GRACE_MS = 4000;

process.on('disconnect', () => {
  setTimeout(() => process.exit(1), GRACE_MS).unref();
  process.kill(process.pid, 'SIGTERM');
});
process.channel?.unref();
