import * as first from './0001_first';
import * as settling from './0002_settling';
import * as liveAndStreams from './0003_live_and_streams';
import * as patterns from './0004_patterns';
import * as marks from './0005_marks';
import * as known from './0006_known';
import * as people from './0007_people';
import * as operationSteps from './0008_operation_steps';

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
  {
    up: liveAndStreams.up,
    down: liveAndStreams.down,
    name: '0003_live_and_streams'
  },
  {
    up: patterns.up,
    down: patterns.down,
    name: '0004_patterns'
  },
  {
    up: marks.up,
    down: marks.down,
    name: '0005_marks'
  },
  {
    up: known.up,
    down: known.down,
    name: '0006_known'
  },
  {
    up: people.up,
    down: people.down,
    name: '0007_people'
  },
  {
    up: operationSteps.up,
    down: operationSteps.down,
    name: '0008_operation_steps'
  },
];
