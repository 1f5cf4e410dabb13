"use client";

import { PasswordField, useAuth, useDocumentInfo, useFormFields } from "@payloadcms/ui";

/** Whoever changes their own password tells the old one. It is asked for once a new one is typed. */
export function OldPassword() {
  const { user } = useAuth();
  const { id } = useDocumentInfo();
  const isChanging = useFormFields(([fields]) => fields["password"] !== undefined);
  if (!isChanging || !id || user?.id !== id) return null;
  return (
    <div className="airweek-old-password">
      <PasswordField
        autoComplete="current-password"
        field={{ name: "oldPassword", label: "Your old password", required: true }}
        indexPath=""
        parentPath=""
        parentSchemaPath=""
        path="oldPassword"
        schemaPath="oldPassword"
      />
      <p>
        Changing it signs out your other browsers. Your API key keeps working; revoke it on this page if others may know
        it.
      </p>
    </div>
  );
}
