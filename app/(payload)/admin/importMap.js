import { ColourCell as ColourCell_682231434ee959a46a860d2c6f7f6f3b } from '../../../server/cms/admin/colour-cell'
import { ColourField as ColourField_e29a6a5e0788b74a171548f8fb0cfaa4 } from '../../../server/cms/admin/colour-field'
import { LinkCell as LinkCell_ec686e9bce86c21dabac3a278ee75bbe } from '../../../server/cms/admin/link-cell'
import { ShowLink as ShowLink_752d3100155706cdfe98a909d9c0ad9f } from '../../../server/cms/admin/show-link'
import { TrackPicker as TrackPicker_c7cb01865999c77da758e84cc295e810 } from '../../../server/cms/admin/track-picker'
import { LengthCell as LengthCell_dcd863655594f488eda88dd7ab97fba8 } from '../../../server/cms/admin/length-cell'
import { OnTheGrid as OnTheGrid_c88474959776cc70e3961e3c73e10c13 } from '../../../server/cms/admin/on-the-grid'
import { StationTimeCell as StationTimeCell_3e4a255af3f920f95965a6c0eac21e03 } from '../../../server/cms/admin/station-time'
import { StationTimeField as StationTimeField_3e4a255af3f920f95965a6c0eac21e03 } from '../../../server/cms/admin/station-time'
import { JsonField as JsonField_airweek } from '../../../server/cms/admin/json-field'
import { PersonCell as PersonCell_80e048241bccbad9b30b73c9b5ceff2a } from '../../../server/cms/admin/person-cell'
import { OldPassword as OldPassword_1433d5586169e909edfd10794eebe540 } from '../../../server/cms/admin/old-password'
import { ApiKey as ApiKey_ef448710791da91cfd618ecf7e57b8b9 } from '../../../server/cms/admin/api-key'
import { Icon as Icon_02eb09383ab04964ebb870a0f59c7a7e } from '../../../server/cms/admin/name'
import { Logo as Logo_02eb09383ab04964ebb870a0f59c7a7e } from '../../../server/cms/admin/name'
import { PasswordNote as PasswordNote_7646c4cc4d544a1c0e1b4d314ca484b4 } from '../../../server/cms/admin/password-note'
import { ToPlanner as ToPlanner_96c9b3a369f83ae2a5a53ab4b26747d7 } from '../../../server/cms/admin/to-planner'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/admin/colour-cell#ColourCell": ColourCell_682231434ee959a46a860d2c6f7f6f3b,
  "/admin/colour-field#ColourField": ColourField_e29a6a5e0788b74a171548f8fb0cfaa4,
  "/admin/link-cell#LinkCell": LinkCell_ec686e9bce86c21dabac3a278ee75bbe,
  "/admin/show-link#ShowLink": ShowLink_752d3100155706cdfe98a909d9c0ad9f,
  "/admin/track-picker#TrackPicker": TrackPicker_c7cb01865999c77da758e84cc295e810,
  "/admin/length-cell#LengthCell": LengthCell_dcd863655594f488eda88dd7ab97fba8,
  "/admin/on-the-grid#OnTheGrid": OnTheGrid_c88474959776cc70e3961e3c73e10c13,
  "/admin/station-time#StationTimeCell": StationTimeCell_3e4a255af3f920f95965a6c0eac21e03,
  "/admin/station-time#StationTimeField": StationTimeField_3e4a255af3f920f95965a6c0eac21e03,
  "/admin/json-field#JsonField": JsonField_airweek,
  "/admin/person-cell#PersonCell": PersonCell_80e048241bccbad9b30b73c9b5ceff2a,
  "/admin/old-password#OldPassword": OldPassword_1433d5586169e909edfd10794eebe540,
  "/admin/api-key#ApiKey": ApiKey_ef448710791da91cfd618ecf7e57b8b9,
  "/admin/name#Icon": Icon_02eb09383ab04964ebb870a0f59c7a7e,
  "/admin/name#Logo": Logo_02eb09383ab04964ebb870a0f59c7a7e,
  "/admin/password-note#PasswordNote": PasswordNote_7646c4cc4d544a1c0e1b4d314ca484b4,
  "/admin/to-planner#ToPlanner": ToPlanner_96c9b3a369f83ae2a5a53ab4b26747d7,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
