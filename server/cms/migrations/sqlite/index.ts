import * as first from './0001_first';
import * as settling from './0002_settling';

export const migrations = [
  {
    up: first.up,
    down: first.down,
    name: '0001_first'
  },
  {
    up: settling.up,
    down: settling.down,
    name: '0002_settling'
  },
];
