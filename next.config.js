import { withPayload } from "@payloadcms/next/withPayload";

/** @type {import("next").NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` is the one place that checks types and lint; a build that repeats it only takes longer.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
};

export default withPayload(nextConfig, { devBundleServerPackages: false });
