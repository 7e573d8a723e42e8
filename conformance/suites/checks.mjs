/** Counts checks and keeps the sentences of those that failed. */
export function checks() {
  const failures = [];
  let passed = 0;
  return {
    check(sentence, holds) {
      if (holds) passed += 1;
      else failures.push(sentence);
    },
    result: () => ({ passed, failures }),
  };
}

/** Asks the desk plainly, for what a client under test must find. */
export async function ask(url, query, variables = {}) {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await answer.json();
  if (errors) throw new Error(errors[0].message);
  return data;
}

/** Tickets of a suite's own, found by its name; newest first. */
export async function makeTickets(url, suite, count) {
  const numbers = [];
  for (let index = 0; index < count; index++) {
    const input = {
      title: `${suite} ${index}`,
      description: `Made for ${suite}.`,
      category: 'GENERAL',
      priority: 'LOW',
    };
    const query = 'mutation ($input: CreateTicketInput!) { createTicket(input: $input) { ticket { number } } }';
    numbers.unshift((await ask(url, query, { input })).createTicket.ticket.number);
  }
  return numbers;
}
