/** Milliseconds that this process has worked so far: what else a machine does is not among them, as it is with a clock. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
