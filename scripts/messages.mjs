import "./node-version.mjs";

/** Writes the types of the messages, after each change of messages/en.json. */
void import("./steps/messages.mjs").then(({ messages }) => messages());
