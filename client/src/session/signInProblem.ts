/** Why a sign-in by the provider came back without a session; the address of the sign-in page says it by name. */
const problems: Record<string, string> = {
  provider: 'The sign-in provider could not be reached or gave no usable answer. Try again.',
  expired: 'That sign-in took too long or began in another browser. Try again.',
  refused: 'There is no account here for that sign-in. Ask an administrator for an invitation.',
};

export function signInProblem(search: string): string | null {
  return problems[new URLSearchParams(search).get('problem') ?? ''] ?? null;
}
