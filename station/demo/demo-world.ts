import type { World } from "../world"; export function demoWorld(_now: Date, _zone: string): World { return {}; }
