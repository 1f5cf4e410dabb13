"use client";
import { FieldDescription, FieldError, FieldLabel, useField } from "@payloadcms/ui";
import type { TextFieldClientComponent } from "payload";
import { palette, validColour } from "../palette";

/** A colour: one of the palette's, or any other. */
export const ColourField: TextFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue, disabled, showError, errorMessage } = useField<string | null>({ path });
  const isFixed = Boolean(readOnly || disabled);
  return (
    <div className="field-type airweek-colour">
      <FieldLabel htmlFor={`${path}-any`} label={field.label} />
      <FieldError message={errorMessage} path={path} showError={showError} />
      <div className="airweek-colour__swatches">
        {palette.map((colour) => (
          <button
            aria-label={`Colour ${colour}`}
            aria-pressed={value === colour}
            disabled={isFixed}
            key={colour}
            onClick={() => setValue(colour)}
            style={{ background: colour }}
            type="button"
          />
        ))}
        <input
          disabled={isFixed}
          id={`${path}-any`}
          onChange={(event) => setValue(event.target.value)}
          type="color"
          value={validColour(value) === true ? value! : "#888888"}
        />
        <code>{value}</code>
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  );
};
