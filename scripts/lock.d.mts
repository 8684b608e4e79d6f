export function withLock(
  lock: string,
  work: () => Promise<void>,
  onWait?: () => void,
): Promise<void>
