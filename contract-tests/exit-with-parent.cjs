// Standard input ends when the process that started Prism is gone, however it went.
process.stdin.on('end', () => process.exit()).resume();
