import { once } from 'node:events';
import { createRequire } from 'node:module';
import { ApolloClient, gql as apolloGql, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { Client, subscriptionExchange, gql as urqlGql } from '@urql/core';
import { createClient } from 'graphql-ws';
import relay from 'relay-runtime';
import { checks, makeTickets } from './checks.mjs';

const { Environment, Network, Observable, RecordSource, requestSubscription, Store } = relay;
const require = createRequire(import.meta.url);
const document = 'subscription { ticketChanges { cursor kind ticketId ticketEdge { node { id number } } } }';

/** Apollo Client, Relay and urql each receive a change over one socket, and the protocol holds message by message. */
export async function judge(url) {
  const { check, result } = checks();
  const address = `${url.replace(/^http/, 'ws')}/graphql`;
  const socket = createClient({ url: address });
  const received = Promise.all([fromApollo(socket), fromRelay(socket), fromUrql(socket)]);
  await begun(socket);
  const [number] = await makeTickets(url, 'subscriptions', 1);
  const id = Buffer.from(`Ticket:${number}`).toString('base64url');
  const [apollo, compiled, urql] = await received;
  check('Apollo Client receives a change', apollo.ticketChanges.ticketId === id);
  check('Relay receives a change and adds its edge', compiled.ticketChanges.ticketEdge.node.id === id);
  check('urql receives a change', urql.ticketChanges.ticketEdge.node.number === number);
  await socket.dispose();
  await checkProtocol(check, address, url);
  return result();
}

/** What was asked on a socket before is begun before what is asked now is refused. */
async function begun(socket) {
  await new Promise((resolve) =>
    socket.subscribe({ query: '{ __typename }' }, { next() {}, error: resolve, complete: resolve }),
  );
}

function fromApollo(socket) {
  const client = new ApolloClient({ link: new GraphQLWsLink(socket), cache: new InMemoryCache() });
  return new Promise((resolve, reject) => {
    client.subscribe({ query: apolloGql(document) }).subscribe({ next: ({ data }) => resolve(data), error: reject });
  });
}

function fromRelay(socket) {
  const subscribe = ({ text }, variables) =>
    Observable.create((sink) => socket.subscribe({ query: text, variables }, sink));
  const environment = new Environment({
    network: Network.create(() => Promise.reject(new Error('Nothing is fetched.')), subscribe),
    store: new Store(new RecordSource()),
  });
  const subscription = require('../compiled/documentsTicketChangesSubscription.graphql.js');
  return new Promise((resolve, reject) => {
    requestSubscription(environment, {
      subscription,
      variables: { connections: [] },
      onNext: resolve,
      onError: reject,
    });
  });
}

function fromUrql(socket) {
  const forwardSubscription = (request) => ({
    subscribe: (sink) => ({
      unsubscribe: socket.subscribe({ query: request.query ?? '', variables: request.variables }, sink),
    }),
  });
  const client = new Client({ url: 'http://unused', exchanges: [subscriptionExchange({ forwardSubscription })] });
  return new Promise((resolve, reject) => {
    client.subscription(urqlGql(document), {}).subscribe(({ data, error }) => (data ? resolve(data) : reject(error)));
  });
}

/** By hand, as graphql-transport-ws describes it. */
async function checkProtocol(check, address, url) {
  const open = async () => {
    const opened = new WebSocket(address, 'graphql-transport-ws');
    await once(opened, 'open');
    return opened;
  };
  const say = (opened, message) => opened.send(JSON.stringify(message));
  const answer = async (opened) => JSON.parse((await once(opened, 'message'))[0].data);
  const closed = async (opened) => (await once(opened, 'close'))[0].code;
  const introduced = async () => {
    const opened = await open();
    say(opened, { type: 'connection_init' });
    const { type } = await answer(opened);
    return { opened, type };
  };

  const { opened, type } = await introduced();
  check('connection_init is acknowledged', type === 'connection_ack');
  say(opened, { type: 'ping', payload: { at: 1 } });
  const pong = await answer(opened);
  check('a ping is answered with its payload', pong.type === 'pong' && pong.payload.at === 1);
  say(opened, { id: 'a', type: 'subscribe', payload: { query: document } });
  say(opened, { id: 'b', type: 'subscribe', payload: { query: 'subscription { nothing }' } });
  const refused = await answer(opened);
  check(
    'a faulty document is an error of its id',
    refused.type === 'error' && refused.id === 'b' && refused.payload.length > 0,
  );
  await makeTickets(url, 'protocol', 1);
  const next = await answer(opened);
  check('an event is a next of its id', next.type === 'next' && next.id === 'a' && next.payload.data !== undefined);
  say(opened, { id: 'a', type: 'complete' });
  say(opened, { id: 'a', type: 'subscribe', payload: { query: document } });
  say(opened, { id: 'a', type: 'subscribe', payload: { query: document } });
  check('an id that is taken closes with 4409', (await closed(opened)) === 4409);

  const { opened: twice } = await introduced();
  say(twice, { type: 'connection_init' });
  check('a second introduction closes with 4429', (await closed(twice)) === 4429);
  const stranger = await open();
  say(stranger, { id: 'a', type: 'subscribe', payload: { query: document } });
  check('a subscription without introduction closes with 4401', (await closed(stranger)) === 4401);
  const silent = await open();
  check('a client that says nothing is closed with 4408', (await closed(silent)) === 4408);
  const nonsense = await open();
  nonsense.send('{');
  check('what is no message closes with 4400', (await closed(nonsense)) === 4400);
}
