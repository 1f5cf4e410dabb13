import type { CollectionConfig } from "payload";
import { refoldShowsOf } from "../search-text";
import { keepAnAdmin } from "../last-admin";
import { apiKeyEndpoints, noteChosenKey, refuseChosenKey } from "../sign-in/api-keys";
import { soundPassword } from "../sign-in/new-password";
import { auditPersonChange, auditPersonDeleted, notePersonChange } from "../sign-in/people-audit";
import { afterRefusedSignIn, afterSignIn, beforeSession, beforeSignIn } from "../sign-in/sign-in";
import {
  admins,
  adminsField,
  adminsOrOneself,
  adminsOrOneselfField,
  everybody,
  nobody,
  takenAwayField,
} from "../who-may";

/** People, and what they may do. */
export const users: CollectionConfig = {
  slug: "users",
  labels: { singular: "Person", plural: "People" },
  auth: {
    useAPIKey: true,
    maxLoginAttempts: 0,
    removeTokenFromResponses: true,
    cookies: { sameSite: "Lax" },
    tokenExpiration: 7 * 24 * 3600,
  },
  admin: {
    useAsTitle: "name",
    defaultColumns: ["name", "role", "email"],
    group: "Station",
    pagination: { defaultLimit: 25 },
  },
  access: {
    admin: ({ req }) => !!req.user,
    create: admins,
    read: everybody,
    update: adminsOrOneself,
    delete: admins,
    unlock: nobody,
  },
  endpoints: [
    ...apiKeyEndpoints,
    {
      path: "/forgot-password",
      method: "post",
      handler: () =>
        Response.json(
          { errors: [{ message: "Airweek sends no mail. An admin can give you a new password." }] },
          { status: 404 },
        ),
    },
  ],
  hooks: {
    beforeOperation: [noteChosenKey, beforeSignIn],
    beforeLogin: [beforeSession],
    afterLogin: [afterSignIn],
    afterError: [afterRefusedSignIn],
    beforeValidate: [refuseChosenKey, soundPassword],
    beforeChange: [keepAnAdmin.whenChanged, notePersonChange],
    beforeDelete: [keepAnAdmin.whenDeleted],
    afterDelete: [auditPersonDeleted],
    afterChange: [
      auditPersonChange,
      async ({ doc, previousDoc, req }) => {
        if (doc.name !== previousDoc?.name) await refoldShowsOf(doc.id, req);
      },
    ],
  },
  fields: [
    { name: "name", type: "text", required: true, maxLength: 100 },
    {
      name: "email",
      type: "email",
      required: true,
      unique: true,
      access: { read: adminsOrOneselfField, update: adminsField },
    },
    // A key is shown once, when its owner makes it: whoever makes one knows it.
    { name: "apiKey", type: "text", label: "API key", access: { create: () => false, update: takenAwayField } },
    {
      name: "hasAPIKey",
      type: "checkbox",
      virtual: true,
      access: { read: adminsOrOneselfField },
      admin: { components: { Field: "/admin/api-key#ApiKey" } },
    },
    {
      name: "oldPassword",
      type: "text",
      virtual: true,
      access: { create: () => false, read: adminsOrOneselfField },
      admin: { components: { Field: "/admin/old-password#OldPassword" } },
    },
    {
      name: "role",
      type: "select",
      required: true,
      defaultValue: "viewer",
      options: [
        { label: "Admin: everything, people and settings included", value: "admin" },
        { label: "Programmer: plans the week, keeps shows and episodes", value: "programmer" },
        { label: "Host: sees the week", value: "host" },
        { label: "Viewer: sees the week", value: "viewer" },
      ],
      saveToJWT: true,
      access: { create: adminsField, update: adminsField },
    },
    {
      name: "shows",
      type: "join",
      collection: "shows",
      on: "hosts",
      defaultLimit: 100,
      maxDepth: 0,
      admin: { allowCreate: false, description: "The shows that name this person as a host." },
    },
  ],
};
