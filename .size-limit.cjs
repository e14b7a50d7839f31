/** The client as an edge runtime loads it; what is imported later, such as the sandbox, is a stub there. */
module.exports = [
  {
    name: "@codespar/sdk, { CodeSpar }, for workers",
    path: "packages/sdk/dist/index.js",
    import: "{ CodeSpar }",
    limit: "16 kB",
    gzip: true,
    modifyEsbuildConfig: (config) => ({
      ...config,
      format: "esm",
      conditions: ["workerd", "worker", "browser"],
      platform: "browser",
    }),
  },
];
