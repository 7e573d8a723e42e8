/** Who asks in sample tickets. Their addresses are of a domain that nobody can have. */
import type { Random } from './random.js';

const names = [
  'Amara Diallo',
  'Anton Weiss',
  'Carla Mendes',
  'Daniel Okafor',
  'Elif Aydin',
  'Emma Lindqvist',
  'Farah Haddad',
  'Giulia Conti',
  'Hana Novak',
  'Henrik Dahl',
  'Ines Ferreira',
  'Jakob Maurer',
  'Jing Wei',
  'Katya Petrova',
  'Liam Byrne',
  'Lucía Romero',
  'Marek Zielinski',
  'Mei Tanaka',
  'Nadia Rahman',
  'Noah Visser',
  'Oskar Berg',
  'Priya Nair',
  'Rosa Jiménez',
  'Sami Virtanen',
  'Tess Moreau',
  'Yusuf Demir',
];

/** Letters with marks lose them, as they do in most addresses. */
const addressOf = (name: string) =>
  `${name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '.')}@samples.example`;

const people = names.map((name) => ({ name, email: addressOf(name) }));

export const sampleAddresses: readonly string[] = people.map(({ email }) => email);

/** Null for the few who leave neither a name nor an address. */
export function samplePerson(random: Random): (typeof people)[number] | null {
  return random.chance(0.92) ? random.pick(people) : null;
}
