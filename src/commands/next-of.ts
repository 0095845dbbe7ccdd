/** The next message of a subscription that is not expected to end. */
export async function nextOf<Data>(messages: AsyncIterator<Data>): Promise<Data> {
  const { value, done } = await messages.next();
  if (done) throw new Error('The subscription has ended before its time.');
  return value;
}
