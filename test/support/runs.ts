/** How often a property is tried: `CODICIL_RUNS=10 npm test` tries each ten times as often, as before a release. */
export const runs = (usual: number): number => Math.ceil(usual * Number(process.env.CODICIL_RUNS ?? 1))
