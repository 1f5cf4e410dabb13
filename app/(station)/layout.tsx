import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages } from "next-intl/server";
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

export default async function StationLayout({ children }: { readonly children: ReactNode }) {
  // The page is made on the server: what its browser can come to say itself is that it broke.
  const { common, ui, station } = await getMessages();
  const { broken } = station;
  return (
    <html lang={await getLocale()}>
      <body>
        <NextIntlClientProvider messages={{ common, ui, station: { broken } }}>{children}</NextIntlClientProvider>
      </body>
    </html>
  );
}
