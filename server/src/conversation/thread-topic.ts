/** The name under which open pages listen to a thread. */
export function threadTopic(thread: string): string {
  return `thread:${thread}`;
}
