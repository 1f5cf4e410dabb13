import { withPayload } from "@payloadcms/next/withPayload";
import createNextIntlPlugin from "next-intl/plugin";

/** @type {import("next").NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` is the one place that checks types and lint; a build that repeats it only takes longer.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  // Payload stays in node_modules, as it does in development: bundled, each route carries two megabytes of it.
  serverExternalPackages: [
    "payload",
    "@payloadcms/db-postgres",
    "@payloadcms/db-sqlite",
    "@payloadcms/drizzle",
    "@payloadcms/graphql",
  ],
  // Who builds here builds once; what a second build would save, the first pays for.
  experimental: {
    turbopackFileSystemCacheForBuild: false,
    // Next keeps a body for `proxy.ts` as well: no more of it than the doors' own limits need to see that it is too long.
    proxyClientMaxBodySize: "512kb",
    serverActions: { bodySizeLimit: "256kb" },
  },
};

// `proxy.ts` gives every other answer its headers.
nextConfig.headers = async () => [
  {
    source: "/_next/static/:path*",
    headers: [
      { key: "x-content-type-options", value: "nosniff" },
      { key: "cross-origin-resource-policy", value: "same-origin" },
    ],
  },
];

// What pages say is read by i18n/request.ts.
const withMessages = createNextIntlPlugin();

export default withPayload(withMessages(nextConfig), { devBundleServerPackages: false });
