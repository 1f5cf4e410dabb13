/// <reference types="next" />
// Stylesheets are modules also before the first build has written next-env.d.ts.
