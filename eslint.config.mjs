import next from "eslint-config-next/core-web-vitals";
import nextTs from "eslint-config-next/typescript";
import tseslint from "typescript-eslint";

const config = [
  {
    ignores: [
      "node_modules",
      ".next*/**",
      "generated",
      ".data",
      ".cache",
      "coverage",
      "next-env.d.ts",
      "tests/architecture/planted",
    ],
  },
  ...next,
  ...nextTs,
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { "@typescript-eslint": tseslint.plugin },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      // Plain anchors keep reading pages at the weight of the framework alone (docs/adr/0004).
      "@next/next/no-html-link-for-pages": "off",
      "@next/next/no-location-assign-relative-destination": "off",
      "max-lines": ["error", { max: 300 }],
      complexity: ["error", 12],
      "max-depth": ["error", 3],
    },
  },
  {
    files: ["domain/**/*.ts"],
    rules: {
      "no-restricted-globals": ["error", "fetch", "process", "window"],
      "no-restricted-syntax": [
        "error",
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: "domain/ takes the time as an argument (now: Date).",
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: "domain/ takes the time as an argument (now: Date).",
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: "domain/ takes randomness as an argument (a seed or an rng).",
        },
      ],
    },
  },
];

export default config;
