/** Where neither the page nor an answer tells that it is so by now. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await isSo())) if (Date.now() > deadline) throw new Error('It never came to be so.');
}
