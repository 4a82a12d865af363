export * from "./brand.ts";
export * from "./draw/plan.ts";
export * from "./matches/entry.ts";
export * from "./matches/state.ts";
export * from "./refusal.ts";
export * from "./results/result.ts";
export * from "./sides.ts";
