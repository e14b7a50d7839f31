export { type SimulateOptions, type Simulation, simulate } from "./testing/simulate.ts";
