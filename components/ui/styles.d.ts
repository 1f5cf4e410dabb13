/** Stylesheets as modules, also before the first build has written next-env.d.ts. */
/// <reference types="next" />
declare module "*.css";
