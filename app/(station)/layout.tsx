import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "@/components/ui/base.css";

export const metadata: Metadata = { referrer: "strict-origin-when-cross-origin" };

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f7f9" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1217" },
  ],
};

export default function StationLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
