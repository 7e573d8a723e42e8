import pg from 'pg';

/** What the desk sends to its database, seen where it leaves: at the client of node-postgres. */
export type Statement = {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Of the server that it went to. */
  readonly port: number;
};

type Listener = (statement: Statement, client: pg.Client) => void;

export async function statementsDuring<T>(work: () => Promise<T>): Promise<{ answer: T; statements: Statement[] }> {
  const statements: Statement[] = [];
  const answer = await beforeStatements(work, (statement) => statements.push(statement));
  return { answer, statements };
}

/** How many statements the work costs. The desk does other work meanwhile now and then: the fewest of many times count. */
export async function fewestStatements(work: () => Promise<unknown>, times = 10): Promise<number> {
  let fewest = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time++) fewest = Math.min(fewest, (await statementsDuring(work)).statements.length);
  return fewest;
}

/** A node of a plan, with what really happened when it ran. */
export type PlanNode = {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
};

/** The plans of the queries, each made and run by the same client, just before the query itself. */
export async function plansDuring<T>(work: () => Promise<T>): Promise<{ answer: T; plans: PlanNode[] }> {
  const plans: Promise<PlanNode>[] = [];
  const answer = await beforeStatements(work, ({ text, values }, client) => {
    if (/^\s*(select|with)\b/i.test(text)) plans.push(explain(client, text, values));
  });
  return { answer, plans: await Promise.all(plans) };
}

/** What the listener sends by the same client arrives before the statement that it is told of. */
export async function beforeStatements<T>(work: () => Promise<T>, listener: Listener): Promise<T> {
  const { prototype } = pg.Client;
  const send = prototype.query;
  prototype.query = function listen(this: pg.Client, ...args: unknown[]) {
    const [query, values] = args as [string | pg.QueryConfig, unknown[] | undefined];
    prototype.query = send;
    const { port } = this;
    listener(
      typeof query === 'string'
        ? { text: query, values: Array.isArray(values) ? values : [], port }
        : { text: query.text, values: query.values ?? [], port },
      this,
    );
    prototype.query = listen as typeof send;
    return Reflect.apply(send, this, args);
  } as typeof send;
  try {
    return await work();
  } finally {
    prototype.query = send;
  }
}

async function explain(client: pg.Client, text: string, values: readonly unknown[]): Promise<PlanNode> {
  const { rows } = await client.query(`explain (analyze, buffers, format json) ${text}`, [...values]);
  return rows[0]['QUERY PLAN'][0].Plan;
}
