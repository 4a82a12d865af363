import { z } from "zod";
import type { Route } from "../http/route.ts";

/** The refusal that any route may answer instead. */
const REFUSED = {
  type: "object",
  required: ["refused"],
  properties: {
    refused: {
      type: "object",
      required: ["code", "message", "detail"],
      properties: {
        code: { type: "string", description: "Stable; may be switched on." },
        message: { type: "string", description: "A sentence for people." },
        detail: { type: "object", additionalProperties: { type: ["string", "number"] } },
      },
    },
  },
};

/** The table of routes as an OpenAPI 3.1 document. What a route reads is generated from the schema that parses it. */
export function describeApi(routes: readonly Route[]) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Podium",
      version: "1",
      description: "Every page is also there as JSON, under its address with .json behind it.",
    },
    servers: [{ url: "/" }],
    paths: Object.fromEntries(
      [...Map.groupBy(routes, (route) => templated(route.path))].map(([path, mounted]) => [path, pathItem(mounted)]),
    ),
    components: { schemas: { Refused: REFUSED } },
  };
}

function pathItem(mounted: readonly Route[]) {
  return Object.fromEntries(mounted.map((route) => [route.method.toLowerCase(), operation(route)]));
}

function operation(route: Route) {
  const parameters = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  return {
    summary: `For ${route.policy.description}${because(route)}.`,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(route.reads === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              "application/json": { schema: z.toJSONSchema(route.reads, { io: "input", unrepresentable: "any" }) },
            },
          },
        }),
    responses: {
      ...(route.method === "GET"
        ? { 200: { description: "The page, or its data where JSON is accepted." } }
        : { 200: { description: "Done." }, 303: { description: "Done; a form of a page is sent on." } }),
      "4XX": {
        description: "Refused; nothing was changed.",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Refused" } } },
      },
    },
  };
}

function because({ policy: { openBecause } }: Route): string {
  return openBecause === undefined ? "" : `: ${openBecause}`;
}

function templated(path: string): string {
  return path.replaceAll(/:(\w+)/g, "{$1}");
}
