import * as first from './0001_first';

export const migrations = [
  {
    up: first.up,
    down: first.down,
    name: '0001_first'
  },
];
