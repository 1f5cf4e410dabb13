import * as migration_20261122_214900_first from './20261122_214900_first';

export const migrations = [
  {
    up: migration_20261122_214900_first.up,
    down: migration_20261122_214900_first.down,
    name: '20261122_214900_first'
  },
];
